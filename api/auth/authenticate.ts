import { LeaseError } from '../../domain/errors';
import type { ApiKeys, Caller, Scope } from '../ports';
import { parseAuthorization } from './credentials';

/** @throws LeaseError UNAUTHENTICATED, in the same words whether the key is missing, unknown, wrong or revoked */
export async function authenticate(keys: ApiKeys, authorization: string | undefined): Promise<Caller> {
  const credentials = parseAuthorization(authorization);
  const caller = credentials && (await keys.authenticate(credentials.keyId, credentials.secret));
  if (!caller) throw new LeaseError('UNAUTHENTICATED', 'no valid API key');
  return caller;
}

/** @throws LeaseError FORBIDDEN */
export function requireScope(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) throw new LeaseError('FORBIDDEN', `this needs a key with the scope ${scope}`);
}
