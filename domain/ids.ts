/** Identifiers are text with a brand, so that the compiler refuses one where another is meant. */
export type LeaseId = string & { readonly __id: 'lease' };
export type MerchantId = string & { readonly __id: 'merchant' };
export type StoreId = string & { readonly __id: 'store' };
/** Names one reported fact of one caller; made from the caller's Idempotency-Key, so a retry is the same message. */
export type MessageId = string & { readonly __id: 'message' };

/** 7 to 10 digits, never a number: ten digits overflow int32 and zeros may lead (domain.md C6). */
export const LEASE_ID_PATTERN = /^\d{7,10}$/;

export const leaseId = (text: string): LeaseId => text as LeaseId;
export const merchantId = (text: string): MerchantId => text as MerchantId;
export const storeId = (text: string): StoreId => text as StoreId;
export const messageId = (text: string): MessageId => text as MessageId;
