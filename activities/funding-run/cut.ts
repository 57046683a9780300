import { raiseExceptions } from '../../db/ach-exceptions';
import { lastTraceSequence, lockTraces } from '../../db/ach-traces';
import type { Trx } from '../../db/database';
import { type PayeeAccount, payeeAccounts, refuseAccounts, type RunDates } from '../../db/funding-accounts';
import { tellOfHeldRun } from '../../db/funding-events';
import { holdLines, mirrorInLeases, standLines, takeLines } from '../../db/funding-lines';
import { findRunOf, type FundingRunRow, postPaid, recordRun } from '../../db/funding-runs';
import { fundingRunId } from '../../db/run-ids';
import { nextBankingDay, previousBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { sumCents } from '../../domain/cents';
import { netFunding } from '../../domain/funding/netting';
import { canBePaidTo } from '../../domain/funding/payee';
import { firstRunState } from '../../domain/funding/run-state';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';
import { entriesFor } from './entries';

export interface CutFundingRun {
  runId: string;
  /** held: above the release limit, a second person must release it; settled: there is nothing to pay */
  state: FundingRunRow['state'];
}

/**
 * Cuts the run of one banking day, once: takes every line that became payable by its cut-off, nets it, fixes entries
 * and trace numbers, and posts the payments, all in one transaction. A day that was cut answers what is there.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when the banks are closed on that day
 */
export function cutFundingRun(deps: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<CutFundingRun> => {
    const dates = datesOf(businessOn);
    return await deps.db.transaction().execute(async (trx) => {
      await lockTraces(trx);
      const known = await findRunOf(trx, businessOn);
      if (known) return { runId: known.run_id, state: known.state };
      return await cut(trx, deps, dates);
    });
  };
}

function datesOf(businessOn: CalendarDate): RunDates {
  const prenotedBy = previousBankingDay(businessOn);
  return { businessOn, effectiveOn: nextBankingDay(businessOn), prenotedBy };
}

async function cut(trx: Trx, deps: ActivityDeps, dates: RunDates): Promise<CutFundingRun> {
  const { businessOn, effectiveOn } = dates;
  const cutOffAt = cutOffOf(businessOn);
  const runId = fundingRunId(businessOn);
  const accounts = await soundAccounts(trx, deps, dates);
  const payees = accounts.filter(({ purpose }) => purpose === 'funding').map(({ merchantId }) => merchantId);
  const taken = await takeLines(trx, { run_id: runId, cut_off_at: cutOffAt }, payees);

  const originatingBank = deps.originator.bankRoutingNumber.slice(0, 8);
  const sequence = await lastTraceSequence(trx, originatingBank);
  const nets = taken.map(({ merchantId, ...sums }) => ({ merchantId, ...netFunding(sums) }));
  const { entries, traceOf } = entriesFor({ accounts, nets, originatingBank, sequence });
  const paidCents = sumCents(nets.map((net) => net.paidCents));
  const prenoteCount = entries.filter(({ purpose }) => purpose === 'prenote').length;
  const state = firstRunState({ paidCents, prenoteCount }, deps.releaseLimitCents);

  const run = { run_id: runId, business_on: businessOn, cut_off_at: cutOffAt, effective_on: effectiveOn };
  await recordRun(trx, {
    run: { ...run, state, paid_cents: paidCents },
    nets: nets.map((net) => ({ ...net, traceNumber: traceOf(net.merchantId) })),
    entries,
  });
  const unpaid = nets.filter((net) => net.paidCents === 0).map(({ merchantId }) => merchantId);
  await standLines(trx, runId, { unpaid, others: state === 'held' ? 'held' : 'in_file' });
  await mirrorInLeases(trx, [runId], cutOffAt);
  if (state === 'held') await tellOfHeldRun(trx, runId, cutOffAt);
  await holdLines(trx, cutOffAt, payees);
  await postPaid(trx, run);
  return { runId, state };
}

/** An account no entry can be written to would stop everybody's file; it is put aside and shown to a person instead. */
async function soundAccounts(trx: Trx, { cipher }: ActivityDeps, dates: RunDates): Promise<PayeeAccount[]> {
  const accounts = await payeeAccounts(trx, cipher, dates);
  const unsound = accounts.filter(({ account }) => !canBePaidTo(account));
  if (unsound.length === 0) return accounts;
  await refuseAccounts(
    trx,
    unsound.map(({ accountId }) => accountId),
  );
  await raiseExceptions(
    trx,
    unsound.map(({ accountId, merchantId }) => ({
      exception_id: `account-unwritable:${accountId}`,
      kind: 'account_unwritable',
      merchant_id: merchantId,
      detail: `no entry can be written to account ${accountId}: routing or account number is not valid`,
      raised_on: dates.businessOn,
    })),
  );
  return accounts.filter((account) => !unsound.includes(account));
}
