import type { Language } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { Letter } from './letter';
import { type LetterHead, letterOf } from './letter-head';

export interface ExpiryFacts {
  head: LetterHead;
  /** an approval that was not used, or contracts that were not signed */
  of: 'approval' | 'contract';
  daysLeft: number;
  /** the whole of this day can still be used, in the store's time zone */
  lastDayOn: CalendarDate;
  approvalLimitCents: Cents | null;
}

interface ExpiryWords {
  title: string;
  ends: (days: string, lastDay: string) => string;
  /** what to do in time, and what else happens */
  act: (store: string) => string;
}

interface Words extends Readonly<Record<ExpiryFacts['of'], ExpiryWords>> {
  days: (count: number) => string;
  limit: (amount: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    days: (count) => (count === 1 ? '1 more day' : `${count} more days`),
    limit: (amount) => `You are approved for goods of up to ${amount}.`,
    approval: {
      title: 'Your approval is about to expire',
      ends: (days, lastDay) => `You can use your approval for ${days}, until the end of ${lastDay}.`,
      act: (store) =>
        `To use it, choose your goods at ${store} and sign the agreement by then. After that day you would have to ` +
        'apply again. You do not have to do anything, and an approval that expires costs you nothing.',
    },
    contract: {
      title: 'Your agreement is waiting for your signature',
      ends: (days, lastDay) => `You can sign your agreement for ${days}, until the end of ${lastDay}.`,
      act: (store) =>
        `To sign, use the link you were given, or ask ${store} for it. If you do not sign by then, the agreement ` +
        'expires. You do not have to do anything, and an agreement that expires costs you nothing.',
    },
  },
  es: {
    days: (count) => (count === 1 ? '1 día más' : `${count} días más`),
    limit: (amount) => `Su aprobación es para artículos de hasta ${amount}.`,
    approval: {
      title: 'Su aprobación está por vencer',
      ends: (days, lastDay) => `Usted puede usar su aprobación durante ${days}, hasta el final del ${lastDay}.`,
      act: (store) =>
        `Para usarla, elija sus artículos en ${store} y firme el contrato antes de que termine ese día. Después ` +
        'tendría que presentar una nueva solicitud. Usted no está obligado a hacer nada, y una aprobación que vence ' +
        'no le cuesta nada.',
    },
    contract: {
      title: 'Su contrato espera su firma',
      ends: (days, lastDay) => `Usted puede firmar su contrato durante ${days}, hasta el final del ${lastDay}.`,
      act: (store) =>
        `Para firmar, use el enlace que recibió o pídalo en ${store}. Si no firma antes de que termine ese día, el ` +
        'contrato vence. Usted no está obligado a hacer nada, y un contrato que vence no le cuesta nada.',
    },
  },
};

/** How long an approval or an unsigned agreement can still be used, and what to do (domain.md 1.4). */
export function expiryWarning({ head, of, daysLeft, lastDayOn, approvalLimitCents }: ExpiryFacts): Letter {
  const words = WORDS[head.language];
  const { title, ends, act } = words[of];
  const limit =
    of === 'approval' && approvalLimitCents !== null ? words.limit(moneyText(approvalLimitCents)) : undefined;
  return letterOf(head, title, [
    { kind: 'paragraph', text: ends(words.days(daysLeft), dateText(lastDayOn, head.language)), isStrong: true },
    ...(limit === undefined ? [] : [{ kind: 'paragraph', text: limit } as const]),
    { kind: 'paragraph', text: act(head.merchant.storeName) },
  ]);
}
