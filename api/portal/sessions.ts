import type { Request, Response } from 'express';
import { contextOf } from '../http/request-context';
import type { Caller, Scope } from '../ports';
import type { PortalRole } from '../../db/schema-portal';
import type { PortalAccounts, SessionPerson } from './accounts';
import { clearToken, rememberSearch, tokenOf } from './cookies';
import { csrfTokenOf } from './csrf';
import { hereOf } from './guests';
import { isSecure } from './is-secure';
import type { Visit } from './visit';

const SCOPES: Readonly<Record<PortalRole, readonly Scope[]>> = {
  manager: ['leases:read', 'leases:write', 'reports:read', 'webhooks:write'],
  clerk: ['leases:read', 'leases:write'],
};

interface SessionDeps {
  accounts: PortalAccounts;
  isSandbox: boolean;
}

/** Who is signed in, asked at every request: a session that was ended counts no more at once. */
export async function visitOf(deps: SessionDeps, req: Request): Promise<{ visit: Visit; secret: string } | undefined> {
  const secret = tokenOf(req, 'ownward_session', isSecure(deps, req));
  const person = secret === undefined ? undefined : await deps.accounts.visit(secret);
  if (secret === undefined || !person) return undefined;
  const { username, role, language, merchantName, stores } = person;
  const { requestId } = contextOf(req);
  const csrfToken = csrfTokenOf(secret);
  const visit = { username, role, language, merchantName, stores, requestId, csrfToken, here: hereOf(req) };
  return { visit: { ...visit, caller: callerOf(person) }, secret };
}

/** What a person of a store may do is what its retailer's keys may, in its own stores, minus what its role is not for. */
function callerOf({ userId, merchantId, role, stores }: SessionPerson): Caller {
  const caller: Caller = { keyId: userId, kind: 'retailer', merchantId, scopes: SCOPES[role], channel: 'portal' };
  return role === 'clerk' ? { ...caller, storeIds: stores.map(({ storeId }) => storeId) } : caller;
}

/** Ends the session this request came with, and its cookie. Whoever has the device next begins as a guest. */
export async function endVisit(deps: SessionDeps, req: Request, res: Response): Promise<void> {
  const secure = isSecure(deps, req);
  const secret = tokenOf(req, 'ownward_session', secure);
  if (secret !== undefined) await deps.accounts.signOut(secret);
  clearToken(res, 'ownward_session', secure);
  rememberSearch(res, '', secure);
}
