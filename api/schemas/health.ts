import { z } from 'zod';

export const Alive = z.strictObject({ status: z.literal('ok') });

export const ReadinessAnswer = z.strictObject({
  database: z.boolean(),
  temporal: z.boolean(),
  migrations: z.boolean(),
});
