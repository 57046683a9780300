import type { Request, Response } from 'express';
import type { SigningLinkRow } from '../../db/signing-links';
import { LeaseError } from '../../domain/errors';
import { contextOf } from '../http/request-context';
import { type Language, LANGUAGES } from '../pages/language';
import { SigningPath } from '../schemas/signing';
import { frameAncestors } from './embedding';
import type { SignDeps } from './sign-deps';

/** Somebody with a link that exists, dead or alive, for one request. */
export interface SignVisit {
  token: string;
  link: SigningLinkRow;
  /** origins whose pages may show ours inside them */
  ancestors: readonly string[];
}

const visits = new WeakMap<Request, SignVisit>();

/**
 * Lets a request in by its link, and counts it: guessing is slow, and hopeless at 256 random bits.
 * @throws LeaseError NOT_FOUND, RATE_LIMITED
 */
export async function openVisit(deps: SignDeps, req: Request, res: Response): Promise<SignVisit> {
  await deps.limits.countAddress(req, res);
  const path = SigningPath.safeParse({ token: req.params['token'] });
  const link = path.success ? await deps.links.find(path.data.token) : undefined;
  if (!path.success || !link) throw new LeaseError('NOT_FOUND', 'no such signing link');
  contextOf(req).leaseId = link.leaseId;
  const visit = { token: path.data.token, link, ancestors: frameAncestors(link.embedOrigins, deps.isSandbox) };
  visits.set(req, visit);
  return visit;
}

/** The agreement's language; before a link is known, the browser's. */
export function languageOf(req: Request): Language {
  const known = visits.get(req)?.link.language;
  if (known) return known;
  return LANGUAGES.find((language) => language === req.acceptsLanguages([...LANGUAGES])) ?? 'en';
}

export const ancestorsOf = (req: Request, isSandbox: boolean): readonly string[] =>
  visits.get(req)?.ancestors ?? frameAncestors([], isSandbox);
