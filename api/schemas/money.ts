import { z } from 'zod';
import { cents, MAX_CENTS } from '../../domain/cents';

/** Money as it comes in: a whole number of US cents, branded from here on. */
export function amount(minCents: number, maxCents = MAX_CENTS) {
  return z.int().min(minCents).max(maxCents).transform(cents).meta({ description: 'Whole US cents' });
}

/** Money as it goes out. */
export const Amount = z.int().min(-MAX_CENTS).max(MAX_CENTS).meta({ description: 'Whole US cents' });
