/** What a customer receives in writing; a document's ID names its kind, so a name is never changed. */
export const DOCUMENT_KINDS = [
  'signed_agreement',
  'initial_payment_receipt',
  'expiry_warning',
  'funded_notice',
  'return_receipt',
  'buyout_notice',
  'ownership_letter',
  'cancellation_letter',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
