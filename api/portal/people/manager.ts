import { LeaseError } from '../../../domain/errors';
import type { Manager } from '../accounts';
import type { Visit } from '../visit';

/** Whose people: those of the retailer the visitor is of. */
export function managerOf({ caller }: Visit): Manager {
  if (!caller.merchantId) throw new LeaseError('FORBIDDEN', 'only a retailer has people in stores');
  return { merchantId: caller.merchantId, userId: caller.keyId };
}
