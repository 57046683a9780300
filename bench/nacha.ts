import { nextBankingDay } from '../domain/banking-calendar';
import { calendarDate } from '../domain/calendar-date';
import { cents } from '../domain/cents';
import type { AchEntry, AchFile } from '../domain/nacha/ach-file';
import { parseAchFile } from '../domain/nacha/parse';
import { renderAchFile } from '../domain/nacha/render';
import { validateAchFile } from '../domain/nacha/validate';
import type { Finding } from './row';
import { median } from './statistics';

const ENTRY_COUNT = 10_000;
const ROUNDS = 9;
const RECORD_LENGTH = 94;
const TODAY = calendarDate('2026-11-25');
const BANK = '121042882';

/** A file of 10,000 merchants, rendered and judged by the thirty checks; beside it the same records as bare buffers. */
export async function nacha(): Promise<Finding> {
  const file = fundingFile();
  const check = { today: TODAY, direction: 'credits', entryClasses: ['CCD'], usedFileIdModifiers: [] } as const;
  const ours = (): string => {
    const text = renderAchFile(file);
    const violations = validateAchFile(text, check);
    if (violations.length > 0) throw new Error(`the file breaks ${violations[0]?.check}: ${violations[0]?.detail}`);
    return text;
  };
  const text = ours();
  const isSound = parseAchFile(text).batches[0]?.entries.length === ENTRY_COUNT;
  const records = text.split('\n');
  bareWriter(records);

  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ bare: rate(() => bareWriter(records)), ours: rate(ours) });
  }
  const barePerSecond = Math.round(median(rounds.map(({ bare }) => bare)));
  return {
    value: median(rounds.map((round) => round.ours)),
    against: `94-byte buffers of the same records: ${barePerSecond} entries/s; ${ROUNDS} rounds in turn`,
    ratio: median(rounds.map((round) => round.ours / round.bare)),
    isSound,
  };
}

function rate(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (ENTRY_COUNT * 1000) / (performance.now() - startedAt);
}

/** The floor: every record put field by field into its 94 bytes, nothing computed and nothing judged. */
function bareWriter(records: readonly string[]): Buffer {
  return Buffer.concat(
    records.map((record) => {
      const bytes = Buffer.alloc(RECORD_LENGTH, ' ');
      for (let at = 0; at < RECORD_LENGTH; at += 10) bytes.write(record.slice(at, at + 10), at, 'ascii');
      return bytes;
    }),
  );
}

function fundingFile(): AchFile {
  return {
    header: {
      immediateDestination: BANK,
      immediateOrigin: '1987654321',
      createdOn: TODAY,
      createdTime: '1700',
      fileIdModifier: 'A',
      destinationName: 'ODFI EXAMPLE BANK',
      originName: 'OWNWARD LEASING',
    },
    batches: [
      {
        header: {
          serviceClass: '220',
          companyName: 'OWNWARD',
          companyIdentification: '1987654321',
          entryClass: 'CCD',
          entryDescription: 'LTOFUNDING',
          effectiveOn: nextBankingDay(TODAY),
          originatingBank: BANK.slice(0, 8),
          batchNumber: 1,
        },
        entries: Array.from({ length: ENTRY_COUNT }, (_, index) => entry(index + 1)),
      },
    ],
  };
}

function entry(sequence: number): AchEntry {
  const digits = String(sequence).padStart(7, '0');
  return {
    transactionCode: '22',
    routingNumber: '231380104',
    accountNumber: `7445${digits}`,
    amountCents: cents(10_000 + sequence),
    identificationNumber: `MRCH${digits}`,
    receiverName: `MERCHANT ${digits}`,
    traceNumber: `${BANK.slice(0, 8)}${digits}`,
    addenda: { kind: '05', paymentInformation: `TRN*1*FUND-20261125-${digits}*1987654321\\` },
  };
}
