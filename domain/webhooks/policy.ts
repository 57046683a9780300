const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a delivery waits after each attempt that failed: eight attempts in a little more than a day. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
];

export const ATTEMPT_COUNT_MAX = RETRY_DELAYS_MS.length + 1;

/** An endpoint that took nothing for so long is not called any more. */
export const FAILING_MAX_MS = 5 * DAY_MS;

/** A receiver has so long to learn the new secret. */
export const SECRET_OVERLAP_MS = DAY_MS;

/** Of one retailer: more would be a mistake in a loop, and each costs a delivery an event. */
export const ENDPOINT_COUNT_MAX = 20;
