import { renderAgreement } from '../../../domain/agreement/agreement';
import type { Language } from '../../../domain/agreement/agreement-document';
import { calendarDate, instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { Signature } from '../../../domain/letters/certificate';
import type { DocumentKind } from '../../../domain/letters/document-kind';
import type { Letter, LetterBlock } from '../../../domain/letters/letter';
import type { LetterHead } from '../../../domain/letters/letter-head';
import type { LetterFacts } from '../../../domain/letters/write-letter';
import type { PayFrequency } from '../../../domain/program';
import { agreementInput } from '../agreement/agreement-fixture';

export const SHA = 'a'.repeat(64);
export const SIGNED_AT = instant(Date.parse('2026-11-25T02:14:38.000Z'));

export interface LetterChoice {
  language?: Language;
  governingState?: string;
  payFrequency?: PayFrequency;
}

/** Every amount of it is another, so that none can stand in for another unseen. */
const inputOf = (choice: LetterChoice) =>
  agreementInput({ cashPriceCents: 129_999, initialPaymentCents: 7_900, totalToOwnBps: 18_500, ...choice });

export const headOf = (choice: LetterChoice = {}): LetterHead => {
  const { leaseId, language, lessor, customer, merchant } = inputOf(choice);
  return { leaseId, language, lessor, customer, merchant, at: SIGNED_AT, on: calendarDate('2026-11-24') };
};

export const signatureOf = (choice: LetterChoice = {}, evidence: Partial<Signature['evidence']> = {}): Signature => ({
  agreement: renderAgreement(inputOf(choice)),
  agreementSha256: SHA,
  evidence: {
    ...{ signedName: 'José Peña', agreementSha256: SHA },
    consents: { initialPayment: true, recurringPayment: false, electronicSignature: true },
    signer: { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0 (X11)', consentTextVersion: 'en-3f9a2c71d04b5e88' },
    ...evidence,
  },
  signedAt: SIGNED_AT,
  signedAtStore: { on: calendarDate('2026-11-24'), time: '20:14:38', timeZone: 'America/Chicago', utcOffset: '-06:00' },
  initialPaymentCents: cents(7_900),
});

/** Facts of one kind, as in both languages: only the language differs. */
export function factsOf<Kind extends DocumentKind>(kind: Kind, choice: LetterChoice = {}) {
  return allFacts(choice)[kind];
}

function allFacts(choice: LetterChoice) {
  const head = headOf(choice);
  const { estimatedPayments: payments, ...agreement } = inputOf(choice);
  const { pricing, governingState: state } = agreement;
  const goods = [
    { description: 'Sofá', quantity: 2 },
    { description: 'Mesa', quantity: 1 },
  ];
  const owned = { head, goods, totalToOwnCents: pricing.totalToOwnCents, isReported: false };
  return {
    signed_agreement: signatureOf(choice),
    initial_payment_receipt: { head, amountCents: cents(7_900), pricing, state },
    expiry_warning: {
      ...{ head, daysLeft: 7, lastDayOn: calendarDate('2026-12-01'), approvalLimitCents: cents(131_313) },
      of: 'approval' as const,
    },
    funded_notice: {
      ...{ head, agreement, payments, isAutopay: true },
      ...{ signedOn: calendarDate('2026-11-20'), deliveredOn: calendarDate('2026-11-25') },
    },
    return_receipt: {
      ...{ head, kind: 'returned' as const, returnedOn: calendarDate('2026-12-20'), refundCents: cents(1_234) },
      lines: [
        { description: 'Mesa', quantity: 1, amountCents: cents(30_001) },
        { description: 'Silla', amountCents: cents(11) },
      ],
      ...{ isWhole: false, isFunded: true, pricing, payments },
    },
    buyout_notice: { ...owned, buyoutCents: cents(54_976) },
    ownership_letter: owned,
    cancellation_letter: { head, refundCents: cents(7_900), approvalUntilOn: calendarDate('2027-02-22') },
  };
}

/** One letter of every kind. */
export function everyFacts(choice: LetterChoice = {}): LetterFacts[] {
  return Object.entries(allFacts(choice)).map(([kind, facts]) => ({ kind, facts }) as LetterFacts);
}

/** Every text of a letter, in reading order. */
export const textsOf = ({ title, blocks }: Letter): string[] => [title, ...blocks.flatMap(textsIn)];

export const wholeText = (letter: Letter): string => textsOf(letter).join('\n');

function textsIn(block: LetterBlock): string[] {
  switch (block.kind) {
    case 'lines':
      return [...block.lines];
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()];
    case 'newPage':
      return [];
    default:
      return [block.text];
  }
}
