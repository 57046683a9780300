/** Numbers of the business, each with its source. They are law or contract, not configuration. */

/** An approval is usable until the end of day 90, the day of approval being day 0 (domain.md 1.4). */
export const APPROVAL_DAYS = 90;

/** Contracts are signable until the end of day 60, the day of submission being day 0 (domain.md 1.4). */
export const CONTRACTS_DAYS = 60;

/** A merchant is told when so many days of an approval or of unsigned contracts are left (issue 5). */
export const EXPIRY_WARNING_DAYS = [14, 7, 1] as const;

/** Delivery may lie this far back or ahead of the store's today (domain.md 1.4). */
export const DELIVERY_WINDOW_DAYS = 30;

/** Every answer of the processor counts; the call after the fourth is refused and blocks the lease (T30). */
export const CARD_ATTEMPTS_MAX = 4;

/** A denial can be reviewed for as long as the application must be kept: 25 months (decision 0003). */
export const DENIAL_REVIEW_DAYS = 760;

/**
 * How far ahead a lease carries its store's offsets: the longest review, then approval, schedule and a year of an
 * undelivered order. After that the last offset goes on.
 */
export const STORE_CLOCK_YEARS = 4;

/** An approved lease needs no review any more: 90 days, a scheduled delivery, and time for an order to stay undelivered. */
export const APPROVED_CLOCK_YEARS = 2;

/** Items that may never be leased, and those that some states forbid (domain.md 2.6, api.md "categories"). */
export const NEVER_LEASABLE = ['tax', 'gift_card', 'financing_fee'] as const;
export const SERVICE_CATEGORIES = ['service_plan', 'warranty'] as const;

/** The newest verdicts a lease remembers itself; older ones are in SQL. */
export const VERDICTS_MAX = 20;
