import { z } from 'zod';
import { UsState } from './identity';
import { LeaseIdOut } from './lease';

const Last4 = z
  .string()
  .regex(/^[0-9]{4}$/)
  .meta({ examples: ['6789'] });

/** Strict: a field more than these would be personal data that nobody decided to show. */
export const Customer = z
  .strictObject({
    leaseId: LeaseIdOut,
    customerNameMasked: z
      .string()
      .regex(/^.{0,2}\*{3} .{0,2}\*{3}$/, 'must be masked')
      .meta({ examples: ['A*** R***'] }),
    language: z.enum(['en', 'es']),
    ssnLast4: Last4,
    emailMasked: z
      .string()
      .regex(/^.{0,2}\*{3}@/, 'must be masked')
      .meta({ examples: ['a***@example.com'] }),
    mobilePhoneLast4: Last4,
    accountLast4: Last4,
    state: UsState,
  })
  .meta({ id: 'Customer', description: 'The customer, masked' });
