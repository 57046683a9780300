import { z } from 'zod';
import { holdsBrandedCardNumber, holdsCardNumber } from './card-number';

/** No control characters, which would break logs, letters and files further on; something to be seen. */
const ONE_LINE =
  '^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\ufeff\\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u001f\\u007f-\\u009f]*$';
const oneLine = new RegExp(ONE_LINE);

/** What a person types. A card number in it is refused: numbers of cards enter nowhere. */
export const text = (lengthMax: number) => line(lengthMax, holdsCardNumber);

/** What a machine made: article and tracking numbers. */
export const code = (lengthMax: number) => line(lengthMax, holdsBrandedCardNumber);

/** @param lengthMax in characters as people count them: an emoji is one, though JavaScript says two */
function line(lengthMax: number, holdsCard: (value: string) => boolean) {
  return z
    .string()
    .trim()
    .refine((value) => value !== '', rule('too_small', 'must not be empty'))
    .refine((value) => value === '' || oneLine.test(value), rule('wrong_format', 'must be one line of text'))
    .refine((value) => [...value].length <= lengthMax, {
      ...rule('too_big', `must have at most ${lengthMax} characters`),
      abort: true,
    })
    .refine((value) => !holdsCard(value), rule('card_number', 'must not contain a card number'))
    .meta({ minLength: 1, maxLength: lengthMax, pattern: ONE_LINE });
}

const rule = (errorCode: string, message: string) => ({ params: { code: errorCode }, message });
