/**
 * The closed catalogue of codes. `docs/ERRORS.md` explains each; a drift test keeps the two equal.
 * `status` is the HTTP status a caller sees; `title` is fixed English for people.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: { status: 401, title: 'No valid API key' },
  FORBIDDEN: { status: 403, title: 'The API key may not do this' },
  NOT_FOUND: { status: 404, title: 'Nothing at this address' },
  LEASE_NOT_FOUND: { status: 404, title: 'No such lease' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Method not allowed here' },
  VALIDATION_FAILED: { status: 400, title: 'The request is not valid' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This type of content is not taken here' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  UNAVAILABLE: { status: 503, title: 'Temporarily unavailable' },
  INTERNAL: { status: 500, title: 'Something failed on our side' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, title: 'Idempotency-Key is required' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'Idempotency-Key was used for another request' },
  ILLEGAL_TRANSITION: { status: 409, title: 'The lease cannot do this from its status' },
  APPROVAL_EXPIRED: { status: 409, title: 'The approval has expired' },
  CONTRACTS_EXPIRED: { status: 409, title: 'The contracts have expired unsigned' },
  AMOUNT_EXCEEDS_APPROVAL: { status: 422, title: 'The invoice exceeds the approval limit' },
  BELOW_MINIMUM: { status: 422, title: 'The invoice is below the merchant minimum' },
  ABOVE_MAXIMUM: { status: 422, title: 'The invoice is above the merchant maximum' },
  INVOICE_TOTAL_MISMATCH: { status: 422, title: 'The lines do not add up to the invoice total' },
  LINE_TOTAL_MISMATCH: { status: 422, title: 'A line total is not price times quantity' },
  DUPLICATE_LINE: { status: 422, title: 'A line number appears twice' },
  ITEM_NOT_LEASABLE: { status: 422, title: 'An item cannot be leased' },
  STATE_NOT_SERVED: { status: 422, title: 'We do not serve this state' },
  SIGNING_LINK_DEAD: { status: 410, title: 'The signing link is no longer valid' },
  AGREEMENT_CHANGED: { status: 409, title: 'The agreement is not the one that was shown' },
  CARD_DECLINED: { status: 402, title: 'The card was declined' },
  CARD_TYPE_NOT_ACCEPTED: { status: 422, title: 'This type of card is not accepted' },
  CARD_ATTEMPTS_EXCEEDED: { status: 423, title: 'Too many card attempts' },
  LEASE_BLOCKED: { status: 423, title: 'The lease is blocked' },
  NOT_OK_TO_DELIVER: { status: 409, title: 'The lease is not OK to deliver' },
  PARTIAL_DELIVERY: { status: 422, title: 'The whole order must be delivered' },
  SHIPMENT_EXCEEDS_ORDER: { status: 422, title: 'The shipment exceeds what is left of the order' },
  DELIVERY_DATE_OUT_OF_WINDOW: { status: 422, title: 'The delivery date is more than 30 days away' },
  DELIVERED_BEFORE_SIGNED: { status: 422, title: 'Delivery lies before the signature' },
  RETURN_NOT_ELIGIBLE: { status: 409, title: 'The lease is not eligible for a return' },
  RETURN_AUTHORIZATION_MISMATCH: { status: 422, title: 'The return authorization does not match' },
  RETURN_EXCEEDS_LINE: { status: 422, title: 'The return exceeds what is left of the line' },
  PRICE_INCREASE_NOT_ALLOWED: { status: 422, title: 'A price may only go down' },
  QUOTE_EXPIRED: { status: 409, title: 'The quote has expired' },
  PRICE_CAP_EXCEEDED: { status: 422, title: 'The program breaks a price cap of a state' },
  NOT_A_BANKING_DAY: { status: 422, title: 'Not a banking day' },
  BANK_FILE_INVALID: { status: 422, title: 'The bank file is damaged' },
  TWO_IDENTIFIERS_NEEDED: { status: 400, title: 'Two identifiers are needed' },
  SUPERVISOR_NEEDED: { status: 403, title: 'A supervisor must do this' },
  PLAN_NOT_ALLOWED: { status: 422, title: 'A plan is not allowed' },
  HARDSHIP_NOT_MET: { status: 422, title: 'The hardship conditions are not met' },
  WEBHOOK_ENDPOINTS_EXCEEDED: { status: 422, title: 'No more webhook endpoints' },
  AMOUNT_OUT_OF_RANGE: { status: 422, title: 'An amount is outside the range of money' },
  AMOUNT_TOO_SMALL: { status: 422, title: 'The amount cannot be split into that many payments' },
  PAYMENT_COUNT_OUT_OF_RANGE: { status: 422, title: 'The number of payments is out of range' },
  SCHEDULE_INCOMPLETE: { status: 409, title: 'The schedule lacks a due date' },
  ENTRY_UNBALANCED: { status: 500, title: 'A journal entry does not balance' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One violated field: a JSON pointer into the request, a code and a sentence. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal with a code from the catalogue. `message` is safe to show to the caller. */
export class LeaseError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extra: { errors?: FieldError[]; from?: string; event?: string; retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.name = 'LeaseError';
  }
}

/**
 * Marks a branch the compiler has proven unreachable.
 * @throws Error when data from outside got past the types after all
 */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
