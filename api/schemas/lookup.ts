import { z } from 'zod';
import { LEASE_ID_PATTERN } from '../../domain/ids';
import { Last4Ssn, UsPhone } from './identity';
import { Lease } from './lease';
import { text } from './text';

/** One of three customer keys (api.md lookupLease). */
export const LookupBody = z.union([
  z.strictObject({ last4Ssn: Last4Ssn, leaseId: z.string().regex(LEASE_ID_PATTERN, 'must be 7 to 10 digits') }),
  z.strictObject({ last4Ssn: Last4Ssn, mobilePhone: UsPhone }),
  z.strictObject({
    last4Ssn: Last4Ssn,
    lastName: text(60),
    birthYear: z.int().min(1900).max(2199),
    birthMonth: z.int().min(1).max(12),
  }),
]);

export const LookupAnswer = z.strictObject({ data: z.array(Lease) });
