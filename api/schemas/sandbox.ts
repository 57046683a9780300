import { z } from 'zod';
import { AtInstant, DateOut, InstantOut, OnDate } from './dates';
import { LeaseIdOut } from './lease';

/** Ten years: longer than any lease. */
export const ADVANCE_DAYS_MAX = 3_660;

export const ClockBody = z.union([
  z.strictObject({ advanceDays: z.int().min(1).max(ADVANCE_DAYS_MAX) }),
  z.strictObject({ advanceTo: AtInstant }),
]);

export const ClockAnswer = z.strictObject({ leaseId: LeaseIdOut, now: InstantOut });

export const DecisionEngineBody = z.strictObject({ available: z.boolean() });

export const DailyRunBody = z.strictObject({ asOf: OnDate });

/** The banking days that were run, in order; the day asked for is always among them. */
export const DailyRunAnswer = z.strictObject({
  days: z.array(z.strictObject({ businessOn: DateOut, fundingRunId: z.string(), collectionRunId: z.string() })),
});
