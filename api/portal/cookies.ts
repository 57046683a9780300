import type { Request, Response } from 'express';
import { isLanguage, type Language } from '../pages/language';

/** `__Host-`: browsers take it over https only, for this host only, and no other host can set it. */
const SECURE_PREFIX = '__Host-';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const YEAR_SECONDS = 365 * 86_400;

export type CookieName = 'ownward_session' | 'ownward_guest';

/** A session's or a guest's token, where one of the right form was sent. */
export function tokenOf(req: Request, name: CookieName, isSecure: boolean): string | undefined {
  const value = cookiesOf(req).get(fullName(name, isSecure));
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}

/** Ends with the browser; how long a session lives is for the server to say. */
export function setToken(res: Response, name: CookieName, token: string, isSecure: boolean): void {
  res.append('Set-Cookie', `${fullName(name, isSecure)}=${token}${attributes(isSecure)}`);
}

export function clearToken(res: Response, name: CookieName, isSecure: boolean): void {
  res.append('Set-Cookie', `${fullName(name, isSecure)}=; Max-Age=0${attributes(isSecure)}`);
}

/** What a guest chose, on this page or before; otherwise what the browser asks for. */
export function languageOf(req: Request): Language {
  const chosen = [req.query['language'], cookiesOf(req).get('ownward_language')].find(isLanguage);
  if (chosen) return chosen;
  return req.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en';
}

export function rememberLanguage(res: Response, language: Language, isSecure: boolean): void {
  res.append('Set-Cookie', `ownward_language=${language}; Max-Age=${YEAR_SECONDS}${attributes(isSecure)}`);
}

/** A name that was looked for stands in no address; the browser keeps it for the way back from a lease, for some minutes. */
const SEARCH_SECONDS = 600;

export function searchTextOf(req: Request): string {
  return Buffer.from(cookiesOf(req).get('ownward_search') ?? '', 'base64url').toString('utf8');
}

export function rememberSearch(res: Response, text: string, isSecure: boolean): void {
  const value = Buffer.from(text).toString('base64url');
  const seconds = text === '' ? 0 : SEARCH_SECONDS;
  const rest = attributes(isSecure).replace('Path=/', 'Path=/portal/search');
  res.append('Set-Cookie', `ownward_search=${value}; Max-Age=${seconds}${rest}`);
}

const fullName = (name: CookieName, isSecure: boolean): string => `${isSecure ? SECURE_PREFIX : ''}${name}`;

/** Lax, not Strict: who opens a lease from a message of a colleague stays signed in. Forms carry a token of their own. */
const attributes = (isSecure: boolean): string => `; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

function cookiesOf(req: Request): Map<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), value.join('=').trim()];
  });
  return new Map(pairs);
}
