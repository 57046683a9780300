import type { Cents } from '../cents';

export interface RunContent {
  /** US cents over all merchants */
  paidCents: Cents;
  /** entries that test an account and carry no money */
  prenoteCount: number;
}

/**
 * How a run begins: `held` above the limit until a second person has released it, `released` when it may be sent,
 * `settled` when there is nothing to send.
 *
 * @param releaseLimitCents US cents; a run of exactly this much needs no second person
 */
export function firstRunState(
  { paidCents, prenoteCount }: RunContent,
  releaseLimitCents: number,
): 'held' | 'released' | 'settled' {
  if (paidCents > releaseLimitCents) return 'held';
  return paidCents === 0 && prenoteCount === 0 ? 'settled' : 'released';
}
