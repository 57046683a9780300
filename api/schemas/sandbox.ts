import { z } from 'zod';
import { AtInstant, InstantOut } from './dates';
import { LeaseIdOut } from './lease';

/** Ten years: longer than any lease. */
export const ADVANCE_DAYS_MAX = 3_660;

export const ClockBody = z.union([
  z.strictObject({ advanceDays: z.int().min(1).max(ADVANCE_DAYS_MAX) }),
  z.strictObject({ advanceTo: AtInstant }),
]);

export const ClockAnswer = z.strictObject({ leaseId: LeaseIdOut, now: InstantOut });

export const DecisionEngineBody = z.strictObject({ available: z.boolean() });
