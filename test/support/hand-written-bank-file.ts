/** What a test lets the bank say of one entry of ours. */
export interface Saying {
  /** `R01` or `C01` */
  code: string;
  traceNumber: string;
  transactionCode?: string;
  amountCents?: number;
  /** of a C code */
  correctedData?: string;
}

interface Making {
  /** `YYYY-MM-DD` */
  createdOn: string;
  batchClass?: string;
}

const left = (text: string, length: number): string => text.slice(0, length).padEnd(length);
const right = (value: number | string, length: number): string => String(value).padStart(length, '0');
const short = (date: string): string => date.slice(2).replaceAll('-', '');

/** First eight digits of every bank here, so that hashes are multiples of it. */
const BANK = 11100002;
const RETURNED_FROM = '111000025';

/**
 * A file as a bank writes it, line by line from the positions of domain.md 5.1 and 5.7, and on purpose not with our
 * writer: one batch of returns, one of notifications of change, the other fields as banks fill them.
 */
export function handWrittenBankFile(sayings: readonly Saying[], { createdOn, batchClass = 'WEB' }: Making): string {
  const returns = sayings.filter(({ code }) => code.startsWith('R'));
  const changes = sayings.filter(({ code }) => code.startsWith('C'));
  const batches = [
    ...(returns.length > 0 ? [batch(returns, batchClass)] : []),
    ...(changes.length > 0 ? [batch(changes, 'COR')] : []),
  ];
  const lines = batches.flatMap((one, index) => one(index + 1));
  const lineCount = lines.length + 2;
  const blocks = Math.ceil(lineCount / 10);
  const control = `9${right(batches.length, 6)}${right(blocks, 6)}${right(sayings.length * 2, 8)}`;
  const file = [
    left(`1011987654321 121042882${short(createdOn)}0817A094101Ownward Leasing        Odfi Example Bank`, 94),
    ...lines,
    left(`${control}${sums(sayings)}`, 94),
    ...Array.from({ length: blocks * 10 - lineCount }, () => '9'.repeat(94)),
  ];
  return file.join('\n');
}

function batch(sayings: readonly Saying[], entryClass: string) {
  return (batchNumber: number): string[] => {
    const ends = `${BANK}${right(batchNumber, 7)}`;
    return [
      left(`5200Ownward                             1987654321${entryClass}LEASE PYMT      000000   1${ends}`, 94),
      ...sayings.flatMap((saying, index) => entry(saying, `${BANK}${right(batchNumber * 1000 + index, 7)}`)),
      `8200${right(sayings.length * 2, 6)}${sums(sayings)}1987654321${' '.repeat(25)}${ends}`,
    ];
  };
}

const isDebit = ({ transactionCode = '26' }: Saying): boolean => transactionCode.slice(1) >= '5';
const amountOf = ({ code, amountCents = 0 }: Saying): number => (code.startsWith('C') ? 0 : amountCents);

function entry(saying: Saying, traceNumber: string): string[] {
  const { code, traceNumber: original, transactionCode = '26', correctedData = '' } = saying;
  const amount = right(amountOf(saying), 10);
  const said = code.startsWith('R')
    ? `799${code}${original}      ${BANK}${' '.repeat(44)}${traceNumber}`
    : `798${code}${original}      ${BANK}${left(correctedData, 29)}${' '.repeat(15)}${traceNumber}`;
  return [
    `6${transactionCode}${RETURNED_FROM}${left('123456789', 17)}${amount}${left('PAY', 15)}${left('Paul Jones', 22)}  1${traceNumber}`,
    said,
  ];
}

function sums(sayings: readonly Saying[]): string {
  const totalOf = (side: readonly Saying[]): string =>
    right(
      side.reduce((sum, saying) => sum + amountOf(saying), 0),
      12,
    );
  const debits = sayings.filter(isDebit);
  const credits = sayings.filter((saying) => !isDebit(saying));
  return `${right(sayings.length * BANK, 10)}${totalOf(debits)}${totalOf(credits)}`;
}
