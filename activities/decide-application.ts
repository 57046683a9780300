import { log } from '@temporalio/activity';
import { readApplicant } from '../db/applicants';
import { findStore } from '../db/stores';
import type { Instant } from '../domain/calendar-date';
import { cents, type Cents } from '../domain/cents';
import type { LeaseId, StoreId } from '../domain/ids';
import { APPROVED_CLOCK_YEARS, STORE_CLOCK_YEARS } from '../domain/lease-policy';
import type { StoreClock } from '../domain/store-clock';
import type { ActivityDeps } from './deps';
import { type DecisionOutcome, EngineUnavailable } from './ports';
import { storeOffsets } from './store-offsets';

export interface Decided {
  clock: StoreClock;
  /** absent when the engine could not be asked: the lease is Pending and asks again */
  decision?: { outcome: DecisionOutcome; proposedLimitCents: Cents; expiresAt?: Instant };
}

export interface DecideInput {
  leaseId: LeaseId;
  storeId: StoreId;
  at: Instant;
  /** an approval from another channel: it was decided already, and the engine is not asked again (T29) */
  movedApproval?: { limitCents: Cents; expiresAt: Instant };
}

/**
 * Asks the decision engine about an application, and reads the store's time zone into an offset table: time-zone
 * rules may change under a replay, so the Workflow only ever sees this answer.
 *
 * @returns limits in US cents; no decision when the engine is down, slow or answers nonsense
 * @throws anything (retried) when the database cannot be reached
 */
export function decideApplication({ db, cipher, decisionEngine }: ActivityDeps) {
  return async ({ leaseId, storeId, at, movedApproval }: DecideInput): Promise<Decided> => {
    const found = await findStore(db, storeId);
    if (!found) throw new Error('a lease names a store that does not exist');
    const clockFor = (years: number) => storeOffsets(found.store.time_zone, at, years);
    if (movedApproval) {
      const { limitCents: proposedLimitCents, expiresAt } = movedApproval;
      const decision = { outcome: 'approved', proposedLimitCents, expiresAt } as const;
      return { clock: clockFor(APPROVED_CLOCK_YEARS), decision };
    }
    const { customer, monthlyIncomeCents, bankAccount, paydays, row } = await readApplicant(db, cipher, leaseId);
    try {
      const decision = await decisionEngine.decide(
        {
          leaseId,
          merchantId: row.merchant_id,
          storeId,
          language: row.language,
          customer,
          income: { monthlyIncomeCents: cents(monthlyIncomeCents), ...paydays },
          bankAccount,
        },
        `decide-application:${leaseId}`,
      );
      const { outcome, approvalLimitCents: proposedLimitCents } = decision;
      const clock = clockFor(outcome === 'approved' ? APPROVED_CLOCK_YEARS : STORE_CLOCK_YEARS);
      return { clock, decision: { outcome, proposedLimitCents } };
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      log.warn('the decision engine could not be asked', { leaseId, reason: error.message });
      return { clock: clockFor(STORE_CLOCK_YEARS) };
    }
  };
}
