import { z } from 'zod';
import type { RelayedEvent } from '../../db/relayed-events';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';

const line = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), data });

const round = z.object({ round: z.int() });
const expiry = z.object({ daysLeft: z.int(), expiresAt: z.string().transform((text) => text as Instant) });
const returned = z.object({ number: z.int() });

/** The lines of a timeline that a customer gets a letter for, with what of their data it needs. */
const LettersLine = z.discriminatedUnion('type', [
  line('agreement.signed', round),
  line('initial_payment.captured', round.extend({ amountCents: z.int().transform(cents) })),
  line('approval.expiring', expiry),
  line('contract.expiring', expiry),
  line('schedule.created', z.unknown()),
  line('merchandise.returned', returned),
  line('price.adjusted', returned),
  line('lease.owned', z.object({ by: z.enum(['term', 'buyout']) })),
  line('contract.cancelled', round),
]);

const TYPES: ReadonlySet<string> = new Set(LettersLine.options.flatMap(({ shape }) => [...shape.type.values]));

/** Where and when it happened. */
export interface Place {
  leaseId: LeaseId;
  sequence: number;
  at: Instant;
}

export type HeardEvent = Place & z.output<typeof LettersLine>;

/**
 * The event, if there is a letter for its kind.
 * @throws ZodError when it is of such a kind, but not of its shape
 */
export function heardEvent({ leaseId, sequence, at, type, data }: RelayedEvent): HeardEvent | undefined {
  if (leaseId === null || sequence === null || !TYPES.has(type)) return undefined;
  return { leaseId, sequence, at, ...LettersLine.parse({ type, data }) };
}
