import { bankAnswers } from '../../../domain/bank-file/bank-answers';
import { exceptionOf } from '../../../domain/bank-file/consequences';
import { type FiledEntry, judgeAnswers, type Verdict } from '../../../domain/bank-file/judge-answers';
import { cents } from '../../../domain/cents';
import { leaseId, merchantId } from '../../../domain/ids';
import { parseAchFile } from '../../../domain/nacha/parse';
import { handWrittenBankFile, type Saying } from '../../support/hand-written-bank-file';
import { on } from '../../support/lease-fixture';
import { CHANGE_FILE, RETURN_FILE, STRANGERS_FILE } from '../nacha/bank-files';

const TODAY = on('2026-12-07');
const TRACE = '121042880000001';

const DEBIT: FiledEntry = {
  ...{ traceNumber: TRACE, runId: 'CRUN-2026-12-03', purpose: 'debit', transactionCode: '27' },
  ...{ amountCents: cents(7_504), effectiveOn: on('2026-12-04'), state: 'settled', changeCodes: [] },
  ...{ merchantId: null, leaseId: leaseId('1002003001'), paymentId: 'PAY-1002003001-1', accountId: null },
};
const CREDIT: FiledEntry = {
  ...DEBIT,
  ...{ purpose: 'funding', transactionCode: '22', leaseId: null, paymentId: null },
  ...{ merchantId: merchantId('mer_1'), accountId: 'BAC-1' },
};

const said = (more: Partial<Saying> = {}): Saying => ({ code: 'R01', traceNumber: TRACE, amountCents: 7_504, ...more });

function judged(sayings: readonly Saying[], entry: FiledEntry = DEBIT, today = TODAY): Verdict[] {
  const file = parseAchFile(handWrittenBankFile(sayings, { createdOn: today }));
  return judgeAnswers(bankAnswers(file), new Map([[entry.traceNumber, entry]]), today);
}

const words = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map((verdict) =>
    verdict.result === 'applied' ? `applied ${verdict.does}` : `${verdict.result}: ${verdict.reason}`,
  );

describe('what the bank says of our entries', () => {
  it('is applied where all of it fits', () => {
    expect(words(judged([said()]))).toEqual(['applied return']);
    expect(words(judged([said({ code: 'C01', correctedData: '99887766' })]))).toEqual(['applied correct']);
    expect(words(judged([said({ code: 'R03', transactionCode: '21' })], CREDIT))).toEqual(['applied return']);
  });

  it('is applied when the bank keeps the code of the live entry, as some do', () => {
    expect(words(judged([said({ transactionCode: '27' })]))).toEqual(['applied return']);
  });

  it.each<[string, Partial<Saying>, FiledEntry, string]>([
    ['a trace number that we never sent', { traceNumber: '121042880000009' }, DEBIT, 'parked_unknown_trace'],
    ['an entry that came back before', {}, { ...DEBIT, state: 'returned' }, 'parked_duplicate'],
    ['another amount', { amountCents: 7_503 }, DEBIT, 'parked_unexpected'],
    ['a debit of ours as a credit', { code: 'R03', transactionCode: '21' }, DEBIT, 'parked_unexpected'],
    ['a code that cannot return a credit', { transactionCode: '21' }, CREDIT, 'parked_unexpected'],
    ['a code that cannot return a debit', { code: 'R23' }, DEBIT, 'parked_unexpected'],
    ['a code nobody has a rule for', { code: 'R61' }, DEBIT, 'parked_unexpected'],
    ['an entry that settled too long ago', {}, { ...DEBIT, effectiveOn: on('2026-12-01') }, 'parked_late'],
    [
      'a correction once more',
      { code: 'C01', correctedData: '1' },
      { ...DEBIT, changeCodes: ['C01'] },
      'parked_duplicate',
    ],
    ['a correction that cannot be read', { code: 'C02', correctedData: 'ABC' }, DEBIT, 'parked_unexpected'],
    ['a change nobody has a rule for', { code: 'C61', correctedData: '1' }, DEBIT, 'parked_unexpected'],
  ])('is parked with a reason when it names %s', (_what, saying, entry, result) => {
    expect(words(judged([said(saying)], entry))).toEqual([expect.stringMatching(new RegExp(`^${result}: .{10}`))]);
  });

  it('is applied once when it stands twice in one file', () => {
    expect(words(judged([said(), said()]))).toEqual(['applied return', expect.stringMatching(/^parked_duplicate/)]);
    const change = said({ code: 'C01', correctedData: '99887766' });
    expect(words(judged([change, change]))).toEqual(['applied correct', expect.stringMatching(/^parked_duplicate/)]);
  });

  it('is for a person where it corrects no account', () => {
    for (const code of ['C09', 'C13']) {
      expect(words(judged([said({ code, correctedData: 'X' })]))).toEqual(['applied tell']);
    }
  });

  it('is parked in a file from before the day on which the entry was filed: it means another one', () => {
    const early = { ...DEBIT, effectiveOn: on('2026-12-08') };
    expect(words(judged([said()], early))).toEqual(['applied return']);
    for (const code of ['R01', 'C01']) {
      const verdicts = judged([said({ code, correctedData: '1' })], { ...DEBIT, effectiveOn: on('2026-12-09') });
      expect(words(verdicts)).toEqual([expect.stringMatching(/^parked_unexpected: the file is older/)]);
    }
  });

  it('is parked in a file dated outside the banking calendar', () => {
    expect(words(judged([said()], DEBIT, on('2019-06-20')))).toEqual([expect.stringMatching(/^parked_unexpected/)]);
  });

  it.each([
    ['moov-io/ach’s notification of change', CHANGE_FILE, ['C01']],
    ['returns of two classes', RETURN_FILE, ['R01', 'R03']],
    ['a file that was for somebody else', STRANGERS_FILE, ['none', 'none', 'none']],
  ])('is read from files of others: %s', (_what, text, codes) => {
    const file = parseAchFile(text);
    const answers = bankAnswers(file);
    expect(answers.map(({ code }) => code)).toEqual(codes);
    const verdicts = judgeAnswers(answers, new Map(), file.header.createdOn);
    expect(verdicts.map(({ result }) => result)).toEqual(
      codes.map((code) => (code === 'none' ? 'parked_unexpected' : 'parked_unknown_trace')),
    );
  });
});

describe('what a person must look at', () => {
  const raisedBy = (saying: Partial<Saying>, entry = DEBIT): string | undefined => {
    const [verdict] = judged([said(saying)], entry);
    return verdict && exceptionOf(verdict, TODAY)?.kind;
  };

  it.each([
    ['R01', undefined],
    ['R09', undefined],
    ['R08', undefined],
    ['R02', 'customer_account_unusable'],
    ['R03', 'customer_account_unusable'],
    ['R04', 'customer_account_unusable'],
    ['R20', 'customer_account_unusable'],
    ['R12', 'customer_account_unusable'],
    ['R13', 'customer_account_unusable'],
    ['R14', 'customer_account_unusable'],
    ['R15', 'customer_account_unusable'],
    ['R16', 'customer_account_unusable'],
    ['R05', 'dispute'],
    ['R07', 'dispute'],
    ['R10', 'dispute'],
    ['R11', 'dispute'],
    ['R29', 'dispute'],
    ['R51', 'dispute'],
    ['R06', 'reconcile'],
    ['R17', 'investigate'],
    ['R18', 'our_file_wrong'],
    ['R24', 'check_duplicate'],
    ['R61', 'bank_entry_parked'],
  ])('of a debit that comes back %s is %s', (code, kind) => {
    expect(raisedBy({ code })).toBe(kind);
  });

  it.each([
    ...['R02', 'R03', 'R04', 'R05', 'R12', 'R13', 'R14', 'R15', 'R16', 'R20', 'R23', 'R29'].map((code) => [
      code,
      'merchant_account_unusable',
    ]),
    ['R06', 'reconcile'],
    ['R17', 'investigate'],
    ['R24', 'check_duplicate'],
    ...['R18', 'R19', 'R25', 'R26', 'R27', 'R28'].map((code) => [code, 'our_file_wrong']),
    ['R01', 'bank_entry_parked'],
  ] as [string, string][])('of a credit that comes back %s is %s', (code, kind) => {
    expect(raisedBy({ code, transactionCode: '21' }, CREDIT)).toBe(kind);
  });

  it('of a change is its deadline: six banking days after the file', () => {
    const [verdict] = judged([said({ code: 'C05', correctedData: '37' })]);
    expect(verdict && exceptionOf(verdict, TODAY)).toMatchObject({
      kind: 'notification_of_change',
      detail: 'C05: to be corrected by 2026-12-15, or before the next entry',
    });
  });
});
