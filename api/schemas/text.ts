import { z } from 'zod';
import { holdsBrandedCardNumber, holdsCardNumber } from './card-number';

/** One line: no control characters, which would break logs, letters and files further on; something to be seen. */
const ONE_LINE = /^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$/u;

const NO_CARD = { params: { code: 'card_number' }, message: 'must not contain a card number' };

/** What a person types. A card number in it is refused: numbers of cards enter nowhere. */
export function text(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .regex(ONE_LINE, 'must be one line of text')
    .refine((value) => !holdsCardNumber(value), NO_CARD);
}

/** What a machine made: article and tracking numbers. */
export function code(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .regex(ONE_LINE, 'must be one line of text')
    .refine((value) => !holdsBrandedCardNumber(value), NO_CARD);
}
