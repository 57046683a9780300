import type { Agreement, Language } from '../agreement/agreement-document';
import type { ConsentId } from '../agreement/agreement-words';
import { moneyText } from '../agreement/money-text';
import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import { CERTIFICATE_WORDS } from './certificate-words';
import type { LetterBlock } from './letter';

/** An instant as the store's clock showed it. */
export interface StoreTime {
  on: CalendarDate;
  /** `14:03:59` */
  time: string;
  /** IANA name */
  timeZone: string;
  /** `-06:00` */
  utcOffset: string;
}

/** What was kept of a signature. */
export interface SignatureEvidence {
  signedName: string;
  agreementSha256: string;
  /** what was asked and answered; one that is not here was not recorded */
  consents?: Readonly<Partial<Record<ConsentId, boolean>>>;
  /** from where it came; signatures of before this was kept have none */
  signer?: { ipAddress: string; userAgent: string; consentTextVersion: string };
}

export interface Signature {
  agreement: Agreement;
  /** of the agreement's canonical spelling, as kept when it was rendered */
  agreementSha256: string;
  evidence: SignatureEvidence;
  signedAt: Instant;
  signedAtStore: StoreTime;
  /** charged to the customer's card when it was signed */
  initialPaymentCents: Cents;
}

/** Long enough to tell a browser by, short enough for a page. */
const USER_AGENT_MAX = 500;

/**
 * The certificate at the end of a signed agreement: who signed what, when, from where, and what they agreed to. Never
 * the card.
 */
export function certificate(signature: Signature, language: Language): LetterBlock[] {
  const { agreement, agreementSha256, evidence, signedAt, signedAtStore, initialPaymentCents } = signature;
  const words = CERTIFICATE_WORDS[language];
  const { signer } = evidence;
  const { on, time, timeZone, utcOffset } = signedAtStore;
  return [
    { kind: 'newPage' },
    { kind: 'heading', text: words.title },
    { kind: 'paragraph', text: words.about },
    {
      kind: 'facts',
      rows: [
        [words.document, agreement.title],
        [words.lease, agreement.leaseId],
        [words.round, String(agreement.round)],
        [words.hash, agreementSha256],
        [words.hashNamed, evidence.agreementSha256],
        [words.signedName, evidence.signedName],
        [words.signedAt, utcText(signedAt)],
        [words.signedAtStore, `${on} ${time} (${timeZone}, UTC${utcOffset})`],
        [words.ipAddress, signer?.ipAddress ?? words.notRecorded],
        [words.userAgent, signer === undefined ? words.notRecorded : shortened(signer.userAgent)],
        [words.consentTextVersion, signer?.consentTextVersion ?? words.notRecorded],
        [words.initialPayment, initialPaymentText(initialPaymentCents, language)],
      ],
    },
    { kind: 'heading', text: words.consents },
    {
      kind: 'facts',
      rows: agreement.consents.map(({ id, text }) => [answerText(evidence.consents?.[id], language), text]),
    },
  ];
}

/** `2026-11-24 20:14:38 UTC`: a date in figures, because it is evidence and reads the same in every language. */
const utcText = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

function answerText(answer: boolean | undefined, language: Language): string {
  const words = CERTIFICATE_WORDS[language];
  if (answer === undefined) return words.notRecorded;
  return answer ? words.given : words.notGiven;
}

const shortened = (userAgent: string): string =>
  userAgent.length <= USER_AGENT_MAX ? userAgent : `${userAgent.slice(0, USER_AGENT_MAX)}…`;

function initialPaymentText(amountCents: Cents, language: Language): string {
  const words = CERTIFICATE_WORDS[language];
  return amountCents === 0 ? words.noInitialPayment : words.chargedToCard(moneyText(amountCents));
}
