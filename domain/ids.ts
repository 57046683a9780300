/** Identifiers are text with a brand, so that the compiler refuses one where another is meant. */
export type LeaseId = string & { readonly __id: 'lease' };
export type MerchantId = string & { readonly __id: 'merchant' };
export type StoreId = string & { readonly __id: 'store' };
/** Names one reported fact of one caller; made from the caller's Idempotency-Key, so a retry is the same message. */
export type MessageId = string & { readonly __id: 'message' };

/** 7 to 10 digits, never a number: ten digits overflow int32 and zeros may lead (domain.md C6). */
export const LEASE_ID_PATTERN = /^\d{7,10}$/;

/** @param text digits of {@link LEASE_ID_PATTERN}; foreign input is parsed at the edge, this only brands */
export const leaseId = (text: string): LeaseId => text as LeaseId;
/** @param text a merchant's ID as its row in SQL has it; only brands */
export const merchantId = (text: string): MerchantId => text as MerchantId;
/** @param text a store's ID; whether it exists, and whose it is, is for SQL to say; only brands */
export const storeId = (text: string): StoreId => text as StoreId;
/** @param text `msg_` and 22 characters (decision 0007); only brands */
export const messageId = (text: string): MessageId => text as MessageId;
