import { z } from 'zod';
import { InstantOut } from './dates';
import { pageOf, Paging } from './lease';

export const TimelineQuery = z.strictObject(Paging);

const TimelineEvent = z.strictObject({
  sequence: z.int().min(1),
  type: z.string().meta({ examples: ['lease.approved', 'invoice.submitted', 'command.refused'] }),
  at: InstantOut,
  actor: z.string(),
  channel: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** Oldest first. */
export const Timeline = pageOf(TimelineEvent);
