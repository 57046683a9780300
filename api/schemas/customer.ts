import { z } from 'zod';

/** Masked personal data; which fields there are is care's to say. */
export const Customer = z.looseObject({}).meta({ id: 'Customer' });
