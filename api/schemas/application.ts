import { z } from 'zod';
import { LANGUAGES } from '../../domain/agreement/agreement-document';
import { addDays, type CalendarDate, calendarDate } from '../../domain/calendar-date';
import { PAY_FREQUENCIES } from '../../domain/program';
import type { EdgeClock } from '../operation';
import { BankAccount } from './bank-account';
import { OnDate } from './dates';
import { Email, PostalCode, Ssn, UsPhone, UsState } from './identity';
import { amount } from './money';
import { text } from './text';

const ADULT_YEARS = 18;
/** A payday older than this says nothing about today's income (domain.md 1.4). */
const LAST_PAID_DAYS_MAX = 35;
/** The longest pay period is a month; twice that is a typing error. */
const NEXT_PAID_DAYS_MAX = 62;
/** The edge reads UTC; the customer may be a day behind or ahead. */
const ZONE_SLACK_DAYS = 1;

const Address = z.strictObject({
  line1: text(100),
  line2: text(100).optional(),
  city: text(60),
  state: UsState,
  postalCode: PostalCode,
});

const Consents = z.strictObject({
  electronicDisclosures: z.literal(true),
  creditDecision: z.literal(true),
  smsSigning: z.boolean().optional(),
  marketing: z.boolean().optional(),
});

/** What a customer applies with. `clock` measures age and the freshness of the last payday. */
export function applicationBody({ today }: EdgeClock) {
  return z.strictObject({
    storeId: text(64),
    language: z.enum(LANGUAGES),
    customer: z.strictObject({
      firstName: text(60),
      lastName: text(60),
      ssn: Ssn,
      dateOfBirth: OnDate.refine(
        (bornOn) => isAdult(bornOn, today()),
        rule('under_age', 'must be 18 years or more ago'),
      ),
      email: Email,
      mobilePhone: UsPhone,
      address: Address,
    }),
    income: z
      .strictObject({
        monthlyIncomeCents: amount(0),
        payFrequency: z.enum(PAY_FREQUENCIES),
        lastPaidOn: OnDate.refine((paidOn) => isFresh(paidOn, today()), rule('stale', 'must lie in the last 35 days')),
        nextPaidOn: OnDate,
      })
      .refine(({ lastPaidOn, nextPaidOn }) => lastPaidOn <= nextPaidOn, {
        ...rule('before_last', 'must not lie before lastPaidOn'),
        path: ['nextPaidOn'],
      })
      .refine(({ lastPaidOn, nextPaidOn }) => nextPaidOn <= addDays(lastPaidOn, NEXT_PAID_DAYS_MAX), {
        ...rule('too_far', 'must follow lastPaidOn within two months'),
        path: ['nextPaidOn'],
      }),
    bankAccount: BankAccount,
    consents: Consents,
  });
}

const rule = (code: string, message: string) => ({ params: { code }, message });

/** Born on 29 February: of age on 1 March of a common year, as text order has it. */
function isAdult(bornOn: CalendarDate, today: CalendarDate): boolean {
  const year = Number(bornOn.slice(0, 4)) + ADULT_YEARS;
  return calendarDate(`${year}${bornOn.slice(4)}`) <= today;
}

function isFresh(paidOn: CalendarDate, today: CalendarDate): boolean {
  return addDays(today, -LAST_PAID_DAYS_MAX - ZONE_SLACK_DAYS) <= paidOn && paidOn <= addDays(today, ZONE_SLACK_DAYS);
}
