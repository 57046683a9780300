import type { MerchantId } from '../ids';
import { toAchText } from '../nacha/ascii';

/** Characters of the identification number of an entry (domain.md 5.1). */
const FIELD_LENGTH = 15;

/** Of a longer ID: how much is legible, and how much of its hash tells it from others that begin alike. */
const LEGIBLE_LENGTH = 8;
const HASH_LENGTH = FIELD_LENGTH - LEGIBLE_LENGTH;

/**
 * The merchant's name in every entry we ever send it: its ID, or where that is too long its beginning and a hash.
 * @returns 1 to 15 characters of upper-case ASCII, always the same for the same merchant
 */
export function merchantIdentification(merchantId: MerchantId): string {
  const text = toAchText(merchantId);
  if (text === merchantId.toUpperCase() && text.length > 0 && text.length <= FIELD_LENGTH) return text;
  const hash = fnv1a(merchantId).toString(36).toUpperCase();
  return text.slice(0, LEGIBLE_LENGTH) + hash.padStart(HASH_LENGTH, '0');
}

/** Fowler, Noll and Vo: 32 bits, seven digits to the base 36. No secret hangs on it. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/**
 * What the merchant's bank shows with the money: the run, by which its report is found (domain.md 5.5).
 * @returns up to 80 characters
 */
export function remittanceText(runId: string, identification: string, companyIdentification: string): string {
  return `TRN*1*${runId}-${identification}*${companyIdentification}\\`;
}
