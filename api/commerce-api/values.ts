import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date';
import { type Cents, cents, MAX_CENTS } from '../../domain/cents';
import { LEASE_ID_PATTERN, leaseId } from '../../domain/ids';
import { OnDate } from '../schemas/dates';

/** Digits, or a number of so many digits: the incumbent types it as either. It goes out as text. */
export const ApplicationId = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => LEASE_ID_PATTERN.test(text), {
    params: { code: 'wrong_format' },
    message: 'must be 7 to 10 digits',
  })
  .transform(leaseId)
  .meta({ type: 'string', pattern: '^[0-9]{7,10}$', description: 'The account number, also called lease ID' });

export const ApplicationQuery = z.strictObject({ applicationId: ApplicationId });

const DECIMAL = /^(-?)([0-9]{1,10})(?:\.([0-9]{1,2}))?$/;

/** Dollars with at most two decimals, as a JSON number or as text; whole cents from here on. */
export function decimal(minCents: number, maxCents: number = MAX_CENTS) {
  return z
    .union([z.number(), z.string()])
    .transform((value, context): Cents => {
      const amountCents = centsOf(String(value));
      if (amountCents !== undefined && amountCents >= minCents && amountCents <= maxCents) return cents(amountCents);
      context.addIssue({ code: 'custom', params: { code: 'wrong_format' }, message: MONEY });
      return z.NEVER;
    })
    .meta({ type: 'number', description: 'US dollars with at most two decimals' });
}

const MONEY = 'must be dollars with at most two decimals, in range';

/** Digit by digit: a float would make a cent of its own. */
function centsOf(text: string): number | undefined {
  const [, sign, dollars = '', decimals = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const amountCents = Number(dollars) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? -amountCents : amountCents;
}

/** As a JSON number of dollars; its shortest spelling has at most two decimals. */
export const dollars = (amountCents: number): number => amountCents / 100;

const US_DATE = /^([0-9]{2})-([0-9]{2})-([0-9]{4})$/;

/** `MM-DD-YYYY`, the ISO date, or the date of an ISO instant as it is written. */
export const UsDate = z
  .string()
  .transform((text) => {
    const [, month, day, year] = US_DATE.exec(text) ?? [];
    return year ? `${year}-${month}-${day}` : text.replace(/T[0-9:.]+(Z|[+-][0-9:]+)?$/, '');
  })
  .pipe(OnDate)
  .transform(calendarDate)
  .meta({ type: 'string', description: 'MM-DD-YYYY; an ISO date or instant is taken too' });

export const usDate = (on: string): string => `${on.slice(5, 7)}-${on.slice(8, 10)}-${on.slice(0, 4)}`;

/** Who sells, in the incumbent's words; of ours only `merchantStoreId` says anything. */
export const Store = z.looseObject({ merchantStoreId: z.string().optional() }).optional();

/** One of these words, spelt in any case. */
export function anyCase<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .transform((text) => words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? text)
    .pipe(z.enum(words))
    .meta({ type: 'string', description: `${words.join(', ')}, in any case` });
}
