import { z } from 'zod';
import { LEASE_ID_PATTERN, leaseId } from '../../domain/ids';
import { FUNDING_STATES, LEASE_STATUSES, SERVICING_STATES } from '../../domain/lease-status';
import { Amount } from './money';
import { AtInstant, DateOut, InstantOut } from './dates';
import { text } from './text';

/** Text, never a number: leading zeros and ten digits must survive. */
export const LeaseIdOut = z
  .string()
  .regex(LEASE_ID_PATTERN)
  .meta({ examples: ['4821907735'] });

export const LeasePath = z.strictObject({ leaseId: LeaseIdOut.transform(leaseId) });

export const StatusOut = z.enum(LEASE_STATUSES);
export const StatusLabelOut = z.string().meta({ examples: ['Approval Expired'] });

const LEASE = {
  leaseId: LeaseIdOut,
  status: StatusOut,
  statusLabel: StatusLabelOut,
  version: z.int().min(0).meta({ description: 'Grows by one with every accepted fact' }),
  merchantId: z.string(),
  storeId: z.string(),
  approvalLimitCents: Amount.nullable(),
  approvalExpiresAt: InstantOut.nullable(),
  contractsExpireAt: InstantOut.nullable(),
  invoiceNumber: z.string().nullable(),
  invoiceTotalCents: Amount.nullable(),
  isOkToDeliver: z.boolean(),
  fundingScheduledFor: DateOut.nullable(),
  deliveredOn: DateOut.nullable(),
  fundedAt: InstantOut.nullable(),
  fundingState: z.enum(FUNDING_STATES),
  servicingState: z.enum(SERVICING_STATES).nullable(),
  createdAt: InstantOut,
  updatedAt: InstantOut,
};

export const Lease = z
  .strictObject(LEASE)
  .meta({ id: 'Lease', description: 'What does not apply yet is null. No personal data.' });

export const leaseWith = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...LEASE, ...shape });

export const DeliveryStatus = z.strictObject({
  status: StatusOut,
  statusLabel: StatusLabelOut,
  isOkToDeliver: z.boolean(),
  deliveredOn: DateOut.nullable(),
  fundingScheduledFor: DateOut.nullable(),
});

export const Paging = {
  limit: z
    .string()
    .regex(/^([1-9][0-9]?|100)$/, 'must be a whole number from 1 to 100')
    .transform(Number)
    .default(25)
    .meta({ type: 'integer', minimum: 1, maximum: 100, default: 25, pattern: undefined }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,512}$/, 'must be a nextCursor of an earlier answer')
    .optional(),
};

export const LeaseQuery = z.strictObject({
  status: z.enum(LEASE_STATUSES).optional(),
  storeId: text(64).optional(),
  invoiceNumber: text(35).optional(),
  updatedSince: AtInstant.optional(),
  ...Paging,
});

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ data: z.array(row), nextCursor: z.string().nullable() });
