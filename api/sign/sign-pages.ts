import type { Router } from 'express';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { withAvailability } from '../availability';
import { createRateLimits } from '../http/rate-limits';
import { signRouter } from './sign-router';
import type { SignDeps } from './sign-deps';
import { signingLinks } from './signing-links';
import { tickets } from './tickets';

interface Outside extends Pick<SignDeps, 'reads' | 'commands' | 'documents' | 'isSandbox' | 'logger'> {
  db: Db;
  cipher: Cipher;
  /** undefined only in the sandbox, which has cards of its own */
  cardFieldsScriptUrl: string | undefined;
  openRequestsPerMinute: number;
}

/** The signing page on a real database and a real clock. @throws Error when nothing could take a card */
export function signPages({ db, cipher, cardFieldsScriptUrl, openRequestsPerMinute, ...rest }: Outside): Router {
  const nowMs = () => Date.now();
  return signRouter({
    ...rest,
    nowMs,
    links: withAvailability(signingLinks(db, cipher)),
    tickets: tickets(cipher, nowMs),
    card: cardEntry(cardFieldsScriptUrl, rest.isSandbox),
    limits: createRateLimits({ openRequestsPerMinute, requestsPerMinute: openRequestsPerMinute }),
  });
}

function cardEntry(scriptUrl: string | undefined, isSandbox: boolean): SignDeps['card'] {
  if (scriptUrl !== undefined) return { kind: 'hosted', scriptUrl };
  if (!isSandbox) throw new Error('CARD_FIELDS_SCRIPT_URL is needed: the sandbox cards are for nobody else');
  return { kind: 'sandbox' };
}
