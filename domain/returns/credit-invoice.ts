/** Types a credit invoice may have (api.md "credit-invoice"). */
export const CREDIT_INVOICE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type CreditInvoiceType = (typeof CREDIT_INVOICE_TYPES)[number];

/** 10 MiB. */
export const CREDIT_INVOICE_BYTES_MAX = 10_485_760;

const SIGNATURES: readonly (readonly [CreditInvoiceType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** What a file is by its first bytes, whatever its name or its sender says; undefined for anything else. */
export function creditInvoiceType(bytes: Uint8Array): CreditInvoiceType | undefined {
  const isLike = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  return SIGNATURES.find(([, signature]) => isLike(signature))?.[0];
}
