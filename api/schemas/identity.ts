import { z } from 'zod';
import { US_STATES } from '../../domain/states';

/**
 * Areas 000 and 666 and group 00 were never given out; 9xx is an ITIN and welcome. Serial 0000 is let through: in the
 * sandbox it stands for a decision engine that is down (design.md 7).
 */
const SSN = /^(?!000|666)([0-9]{3}-(?!00)[0-9]{2}-[0-9]{4}|[0-9]{3}(?!00)[0-9]{6})$/;

/** Social security or taxpayer number; nine digits from here on. */
export const Ssn = z
  .string()
  .regex(SSN, 'must be nine digits in a range that is given out')
  .transform((text) => text.replaceAll('-', ''));

export const Last4Ssn = z.string().regex(/^[0-9]{4}$/, 'must be four digits');

/** US phone; E.164 from here on. */
export const UsPhone = z
  .string()
  .regex(/^(\+1)?[2-9][0-9]{9}$/, 'must be a US number of ten digits, or +1 and ten digits')
  .transform((text) => (text.startsWith('+1') ? text : `+1${text}`));

export const Email = z.email({ error: 'must be an e-mail address' }).max(254).meta({ format: 'email' });

export const UsState = z.enum(US_STATES, { error: 'must be the two capital letters of a US state' });

export const PostalCode = z.string().regex(/^[0-9]{5}(-[0-9]{4})?$/, 'must be a ZIP code, 75201 or 75201-1234');
