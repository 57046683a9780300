/**
 * Where goods can go: the 50 states, the District of Columbia and Puerto Rico, as the post spells them. Not the other
 * territories and no military addresses: no store zone of ours reaches them.
 */
export const US_STATES = [
  ...['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS', 'KY'],
  ...['LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND', 'OH'],
  ...['OK', 'OR', 'PA', 'PR', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
] as const;
export type UsState = (typeof US_STATES)[number];

/** True for one of {@link US_STATES}, in capitals. */
export function isUsState(text: string): text is UsState {
  return US_STATES.some((state) => state === text);
}

/** Lease-to-own is not offered to a customer who lives there, nor for goods that go there (domain.md 2.6 [P10]). */
export const NOT_SERVED_STATES: readonly string[] = ['MN', 'NJ', 'VT', 'WI', 'WY'] satisfies UsState[];

/** No warranty and no service plan may be part of a lease there (domain.md 2.6 [P10]). */
export const NO_SERVICE_PLAN_STATES: readonly string[] = ['CA', 'IN', 'NY'] satisfies UsState[];
