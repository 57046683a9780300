import type { PayFrequency } from '../program';
import type { DisclosureId } from './agreement-words';

/** Whose early purchase formula holds (domain.md 3.4). `contract`: the state gives none of its own. */
export type EarlyPurchaseTerms = 'contract' | 'CA' | 'NY' | 'OH' | 'MI';

/** Whose reinstatement right holds (domain.md 3.5). */
export type ReinstatementTerms = 'contract' | 'CA' | 'NY' | 'TX' | 'OH' | 'FL' | 'MI';

/** What the governing state changes in the words of the agreement; amounts of late fees are `late-fee-rules.ts`. */
export interface StateTerms {
  earlyPurchase: EarlyPurchaseTerms;
  reinstatement: ReinstatementTerms;
  /** disclosures that only this state asks for */
  extraDisclosures: readonly DisclosureId[];
}

/** The contract's own early purchase: at cash price this long after delivery, then at this share of what remains. */
export const FIRST_PURCHASE_DAYS = 90;
export const CALIFORNIA_PURCHASE_MONTHS = 3;
export const LATER_PURCHASE_SHARE_BPS = 7500;

const CONTRACT_TERMS: StateTerms = { earlyPurchase: 'contract', reinstatement: 'contract', extraDisclosures: [] };

const TERMS_BY_STATE: Readonly<Record<string, StateTerms>> = {
  CA: { earlyPurchase: 'CA', reinstatement: 'CA', extraDisclosures: [] },
  NY: { earlyPurchase: 'NY', reinstatement: 'NY', extraDisclosures: ['hardship', 'timeToReview'] },
  TX: { earlyPurchase: 'contract', reinstatement: 'TX', extraDisclosures: [] },
  OH: { earlyPurchase: 'OH', reinstatement: 'OH', extraDisclosures: [] },
  FL: { earlyPurchase: 'contract', reinstatement: 'FL', extraDisclosures: [] },
  MI: { earlyPurchase: 'MI', reinstatement: 'MI', extraDisclosures: [] },
};

/** Disclosures that a state must ask for; all others stand in every agreement. */
const ON_DEMAND: readonly DisclosureId[] = ['hardship', 'timeToReview'];

/** The terms of the governing state; a state without rules of its own gets the contract's (api.md, Settled: money). */
export function stateTerms(state: string): StateTerms {
  return Object.hasOwn(TERMS_BY_STATE, state) ? (TERMS_BY_STATE[state] ?? CONTRACT_TERMS) : CONTRACT_TERMS;
}

/** Whether an agreement under these terms carries the disclosure. */
export function isDisclosed(id: DisclosureId, terms: StateTerms): boolean {
  return !ON_DEMAND.includes(id) || terms.extraDisclosures.includes(id);
}

/** Days after the due date in which Texas lets a customer reinstate: the later of 7 and half a period, rounded up. */
export const TEXAS_REINSTATEMENT_DAYS: Readonly<Record<PayFrequency, number>> = {
  weekly: 7,
  biWeekly: 7,
  semiMonthly: 8,
  monthly: 16,
};

/** Days after the due date on which California treats a missed payment as a default. */
export const CALIFORNIA_DEFAULT_DAYS: Readonly<Record<PayFrequency, number>> = {
  weekly: 7,
  biWeekly: 10,
  semiMonthly: 10,
  monthly: 10,
};

/** Days of grace in Ohio; the law names weekly and monthly, and we give the longer one between them. */
export const OHIO_GRACE_DAYS: Readonly<Record<PayFrequency, number>> = {
  weekly: 2,
  biWeekly: 5,
  semiMonthly: 5,
  monthly: 5,
};
