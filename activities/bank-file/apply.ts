import { raiseExceptions } from '../../db/ach-exceptions';
import { closeBankFile, takeBankFile } from '../../db/bank-files';
import type { Trx } from '../../db/database';
import { leasesOfEntries, takeFiledEntries } from '../../db/filed-entries';
import { lockLeases } from '../../db/lease-locks';
import { watchReturnRates } from '../../db/return-rates';
import { bankAnswers } from '../../domain/bank-file/bank-answers';
import { exceptionOf } from '../../domain/bank-file/consequences';
import { judgeAnswers, type Verdict } from '../../domain/bank-file/judge-answers';
import { BANKING_CALENDAR_FROM, BANKING_CALENDAR_UNTIL, onOrNextBankingDay } from '../../domain/banking-calendar';
import { type CalendarDate, type Instant, instant } from '../../domain/calendar-date';
import { parseAchFile } from '../../domain/nacha/parse';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';
import { correctAccounts } from './correct-accounts';
import { takeBack } from './take-back';

/**
 * Applies a kept file from the bank, whole and once: every entry leads to its action or is parked with a reason, in one
 * transaction and a number of statements that does not grow with the file. "Today" is the file's creation date.
 *
 * @throws LeaseError BANK_FILE_INVALID when a kept file does not open as what it was
 */
export function applyBankFile({ db, cipher }: ActivityDeps) {
  return async ({ fileId }: { fileId: string }): Promise<void> => {
    await db.transaction().execute(async (trx) => {
      const file = await takeBankFile(trx, cipher, fileId);
      if (!file) return;
      const today = file.createdOn;
      const at = businessTimeOf(today);
      const answers = bankAnswers(parseAchFile(file.text));
      const traceNumbers = answers.map(({ traceNumber }) => traceNumber);
      await lockLeases(trx, leasesOfEntries(traceNumbers));
      const filed = await takeFiledEntries(trx, traceNumbers);
      const verdicts = judgeAnswers(answers, filed, today);
      await takeBack(trx, verdicts, { today, at });
      await correctAccounts(trx, cipher, verdicts, at);
      await raiseAll(trx, fileId, verdicts, today);
      await watchReturnRates(trx, today);
      await closeBankFile(trx, fileId, verdicts, at);
    });
  };
}

/** The cut-off of the day the bank made the file; of a file from outside the calendar nothing but parking comes. */
function businessTimeOf(today: CalendarDate): Instant {
  const isCovered = today >= BANKING_CALENDAR_FROM && today <= BANKING_CALENDAR_UNTIL;
  return isCovered ? cutOffOf(onOrNextBankingDay(today)) : instant(Date.parse(today));
}

async function raiseAll(trx: Trx, fileId: string, verdicts: readonly Verdict[], today: CalendarDate): Promise<void> {
  const exceptions = verdicts.flatMap((verdict) => {
    const raised = exceptionOf(verdict, today);
    if (!raised) return [];
    const { kind, leaseId: lease_id, merchantId: merchant_id, traceNumber: trace_number, detail } = raised;
    const exception_id = `${kind}:${fileId}:${verdict.answer.position}`;
    return [{ exception_id, kind, lease_id, merchant_id, trace_number, detail, raised_on: today }];
  });
  await raiseExceptions(trx, exceptions);
}
