import { LeaseError } from '../../domain/errors';
import type { FormFields } from './form-body';
import { newToken } from './guests';

const ONCE = /^[A-Za-z0-9_-]{43}$/;

/** Names what a form asks for: sent twice it is the same request, filled in anew it is another. */
export const OnceField = () => <input type="hidden" name="once" value={newToken()} />;

/** The Idempotency-Key of a form with {@link OnceField}. @throws LeaseError VALIDATION_FAILED */
export function onceKey(fields: FormFields): string {
  const once = fields.raw('once');
  if (!ONCE.test(once)) throw new LeaseError('VALIDATION_FAILED', 'the form does not name itself');
  return `form-${once}`;
}
