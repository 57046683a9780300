import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { contextOf } from '../http/request-context';
import { languageOf, setToken, tokenOf } from './cookies';
import { csrfTokenOf } from './csrf';
import { isSecure } from './is-secure';
import { ownPath } from './own-path';
import type { Guest } from './visit';

/** 256 bits, as a cookie holds them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Somebody without a session, known by a cookie of its own so that forms without one are safe from other sites too. */
export function guestOf(deps: { isSandbox: boolean }, req: Request, res: Response): Guest & { secret: string } {
  const secure = isSecure(deps, req);
  const known = tokenOf(req, 'ownward_guest', secure);
  const secret = known ?? newToken();
  if (known === undefined) setToken(res, 'ownward_guest', secret, secure);
  return {
    secret,
    language: languageOf(req),
    csrfToken: csrfTokenOf(secret),
    requestId: contextOf(req).requestId,
    here: hereOf(req),
  };
}

/** The page this is, or the one its form stands on. */
export function hereOf(req: Request): string {
  if (req.method === 'GET') return ownPath(req.originalUrl);
  const { referer } = req.headers;
  return ownPath(referer !== undefined && URL.canParse(referer) ? pathOf(new URL(referer)) : '');
}

const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;
