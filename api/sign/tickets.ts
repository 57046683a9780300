import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cipher } from '../../db/cipher';

/** `form`: one showing of one agreement, and the right to sign it. `copy`: the right to fetch what was signed. */
export type TicketPurpose = 'form' | 'copy';

/**
 * Rights that end by themselves and are kept nowhere: who made them and until when stands in them, under a keyed hash.
 * No cookie is needed, so the page works inside another one, where browsers keep cookies back.
 */
export interface Tickets {
  /** @param about what it is bound to: good for nothing else */
  issue(purpose: TicketPurpose, about: string, untilMs: number): string;
  isGood(purpose: TicketPurpose, about: string, ticket: string): boolean;
}

const TICKET = /^([\w-]{22})\.(\d{1,16})\.([\w-]{43})$/;

export function tickets(cipher: Pick<Cipher, 'lookup'>, nowMs: () => number): Tickets {
  const hash = (purpose: TicketPurpose, about: string, nonce: string, untilMs: string): Buffer =>
    cipher.lookup(`ticket:${purpose}`, JSON.stringify([about, nonce, untilMs]));

  return {
    issue(purpose, about, untilMs) {
      const nonce = randomBytes(16).toString('base64url');
      const until = String(untilMs);
      return `${nonce}.${until}.${hash(purpose, about, nonce, until).toString('base64url')}`;
    },

    isGood(purpose, about, ticket) {
      const [, nonce, until, given] = TICKET.exec(ticket) ?? [];
      if (nonce === undefined || until === undefined || given === undefined) return false;
      const isOurs = timingSafeEqual(hash(purpose, about, nonce, until), Buffer.from(given, 'base64url'));
      return isOurs && nowMs() < Number(until);
    },
  };
}
