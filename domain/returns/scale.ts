import { type Cents, cents } from '../cents';

/** The order before and after a return: what is scaled, is scaled by after ÷ before (domain.md 3.9). */
export interface InvoiceChange {
  beforeCents: Cents;
  afterCents: Cents;
}

/**
 * An amount by after ÷ before, half a cent up: api.md rounds "buyout, refund, scaling" so. The product passes 2^53,
 * therefore whole numbers of any size.
 *
 * @param amountCents US cents, not negative
 */
export function scaledCents(amountCents: Cents, { beforeCents, afterCents }: InvoiceChange): Cents {
  return shareCents(amountCents, afterCents, beforeCents);
}

/** `amount × part ÷ whole`, half a cent up. @param amountCents US cents, not negative @param whole above zero */
export function shareCents(amountCents: Cents, part: number, whole: number): Cents {
  const twice = 2n * BigInt(amountCents) * BigInt(part) + BigInt(whole);
  return cents(Number(twice / (2n * BigInt(whole))));
}
