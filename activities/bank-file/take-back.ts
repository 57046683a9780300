import type { Trx } from '../../db/database';
import {
  markReturned,
  noteReturnedDebits,
  postReturned,
  type ReturnedEntry,
  stopAutopay,
  tellOfWhatWentOn,
  undoPayments,
} from '../../db/returned-entries';
import { tellOfReturned } from '../../db/funding-events';
import { carryReturned, markAccountsUnusable, markLinesReturned } from '../../db/returned-fundings';
import { stopsAutopay } from '../../domain/bank-file/consequences';
import type { FiledEntry, Verdict } from '../../domain/bank-file/judge-answers';
import type { CalendarDate, Instant } from '../../domain/calendar-date';

/** When the bank sent it: date and business time. */
interface Moment {
  today: CalendarDate;
  at: Instant;
}

type AppliedReturn = Extract<Verdict, { does: 'return' }>;

/** Takes back, in the ledger and wherever it counted, the money of every entry that was returned. */
export async function takeBack(trx: Trx, verdicts: readonly Verdict[], { today, at }: Moment): Promise<void> {
  const returns = verdicts.filter(isReturn);
  if (returns.length === 0) return;
  await markReturned(trx, returns.map(returnedEntry), today);

  const debits = returns.filter(({ entry }) => isDebit(entry));
  const refunds = returns.filter(({ entry }) => entry.purpose === 'refund');
  if (debits.length + refunds.length > 0) await takeBackFromCustomers(trx, debits, refunds, { today, at });

  const toMerchants = returns.filter(({ entry }) => entry.purpose === 'funding');
  const prenotes = returns.filter(({ entry }) => entry.purpose === 'prenote');
  if (toMerchants.length + prenotes.length > 0) await takeBackFromMerchants(trx, toMerchants, prenotes, at);
}

/** What customers had paid is unpaid again; what they were refunded is owed to them again. */
async function takeBackFromCustomers(
  trx: Trx,
  debits: readonly AppliedReturn[],
  refunds: readonly AppliedReturn[],
  { today, at }: Moment,
): Promise<void> {
  const pending = debits.filter(({ entry }) => entry.state === 'in_file');
  const settled = debits.filter(({ entry }) => entry.state === 'settled');
  await postReturned(trx, 'DebitReturned', 'return-debit', tracesOf(pending), at);
  await postReturned(trx, 'SettledDebitReturned', 'return-debit', tracesOf(settled), at);
  await postReturned(trx, 'RefundReturned', 'return-refund', tracesOf(refunds), at);
  await undoPayments(trx, [...debits, ...refunds].map(returnedEntry), today);
  if (debits.length === 0) return;
  const returned = debits.map(returnedEntry);
  await stopAutopay(trx, returned);
  await noteReturnedDebits(trx, returned, today);
  await tellOfWhatWentOn(trx, returned, today);
}

/** What merchants had been paid is owed to them again, and waits for an account that takes it. */
async function takeBackFromMerchants(
  trx: Trx,
  credits: readonly AppliedReturn[],
  prenotes: readonly AppliedReturn[],
  at: Instant,
): Promise<void> {
  await postReturned(trx, 'MerchantCreditReturned', 'merchant-credit-returned', tracesOf(credits), at);
  await markAccountsUnusable(trx, tracesOf([...credits, ...prenotes]));
  await markLinesReturned(trx, tracesOf(credits), at);
  await tellOfReturned(trx, tracesOf(credits), at);
  await carryReturned(trx, tracesOf(credits), at);
}

const isReturn = (verdict: Verdict): verdict is AppliedReturn =>
  verdict.result === 'applied' && verdict.does === 'return';
const isDebit = ({ purpose }: FiledEntry): boolean => purpose === 'debit' || purpose === 'retry';
const tracesOf = (returns: readonly AppliedReturn[]): string[] => returns.map(({ entry }) => entry.traceNumber);

function returnedEntry({ entry, code, action }: AppliedReturn): ReturnedEntry {
  const ofDebit = isDebit(entry);
  return {
    traceNumber: entry.traceNumber,
    code,
    stopsAutopay: ofDebit && stopsAutopay(action),
    pausesPayment: ofDebit && action === 'pause_payment',
  };
}
