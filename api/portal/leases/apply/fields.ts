import type { FormFields } from '../../form-body';
import { filled, type Typed, typedCents, typedDate, typedDigits, typedText } from '../typed';

/** Fields are named like the values of `submitApplication` they hold. */
const READ = {
  'customer.firstName': typedText,
  'customer.lastName': typedText,
  'customer.ssn': typedDigits,
  'customer.dateOfBirth': typedDate,
  'customer.email': typedText,
  'customer.mobilePhone': typedPhone,
  'customer.address.line1': typedText,
  'customer.address.line2': typedText,
  'customer.address.city': typedText,
  'customer.address.state': typedText,
  'customer.address.postalCode': typedText,
  'income.monthlyIncomeCents': typedCents,
  'income.payFrequency': typedText,
  'income.lastPaidOn': typedDate,
  'income.nextPaidOn': typedDate,
  'bankAccount.routingNumber': typedDigits,
  'bankAccount.accountNumber': typedDigits,
  'bankAccount.accountType': typedText,
} as const satisfies Record<string, (text: string) => Typed<number | string>>;

export type ApplyField = keyof typeof READ;

export const APPLY_FIELDS = Object.keys(READ).filter((name): name is ApplyField => Object.hasOwn(READ, name));

export const CONSENTS = ['electronicDisclosures', 'creditDecision', 'smsSigning', 'marketing'] as const;
export type Consent = (typeof CONSENTS)[number];

export const consentField = (consent: Consent): string => `consents.${consent}`;

/** Of those without which there is no application; the others are as good as no when they are not ticked. */
export const isNeeded = (consent: Consent): boolean =>
  consent === 'electronicDisclosures' || consent === 'creditDecision';

/** People here write the country's 1 before the area, or leave it out. */
function typedPhone(text: string): string | undefined {
  return typedDigits(text)?.replace(/^\+?1(?=\d{10}$)/, '');
}

/** The form as `submitApplication` takes it. */
export function applicationBody(fields: FormFields, of: { storeId: string; language: 'en' | 'es' }) {
  const part = (prefix: string): Record<string, unknown> =>
    filled(
      Object.fromEntries(
        APPLY_FIELDS.filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.')).map(
          (name) => [name.slice(prefix.length), READ[name](fields.text(name))],
        ),
      ),
    );
  return {
    ...of,
    customer: { ...part('customer.'), address: part('customer.address.') },
    income: part('income.'),
    bankAccount: part('bankAccount.'),
    consents: filled(Object.fromEntries(CONSENTS.map((consent) => [consent, consentIn(fields, consent)]))),
  };
}

function consentIn(fields: FormFields, consent: Consent): boolean | undefined {
  if (fields.text(consentField(consent)) === 'yes') return true;
  return isNeeded(consent) ? undefined : false;
}

/** What was typed, to stand in the form again. */
export function applyValues(fields: FormFields): Readonly<Record<string, string>> {
  const names = [...APPLY_FIELDS, ...CONSENTS.map(consentField)];
  return Object.fromEntries(names.map((name) => [name, fields.text(name)]));
}
