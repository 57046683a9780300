import { z } from 'zod';
import { OnDate } from './dates';
import { code, text } from './text';

const LINES_MAX = 100;
const COUNT_MAX = 9_999;

/** Lines may be named; naming fewer than the whole order is judged by the lease (PARTIAL_DELIVERY). */
export const DeliveryBody = z.strictObject({
  deliveredOn: OnDate,
  lines: z
    .array(z.strictObject({ lineNumber: z.int().min(1).max(COUNT_MAX), quantity: z.int().min(1).max(COUNT_MAX) }))
    .min(1)
    .max(LINES_MAX)
    .optional(),
  carrier: text(60).optional(),
  trackingNumber: code(64).optional(),
});
