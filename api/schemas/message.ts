import { z } from 'zod';
import { LEASE_ID_PATTERN, leaseId } from '../../domain/ids';
import { LeaseIdOut, StatusLabelOut, StatusOut } from './lease';
import { CodeOut } from './problem';

export const MessagePath = z.strictObject({
  leaseId: z.string().regex(LEASE_ID_PATTERN).transform(leaseId),
  messageId: z.string().regex(/^[\x21-\x7e]{1,400}$/),
});

/** The verdict on a command, also the one that was answered 202. */
export const MessageAnswer = z.strictObject({
  leaseId: LeaseIdOut,
  messageId: z.string(),
  outcome: z.enum(['pending', 'accepted', 'refused']),
  code: CodeOut.nullable(),
  status: StatusOut.nullable(),
  statusLabel: StatusLabelOut.nullable(),
  version: z.int().nullable(),
});

/** 202: the lease has the command, its verdict is not there yet. */
export const PendingAnswer = z
  .strictObject({ leaseId: LeaseIdOut, outcome: z.literal('pending'), messageId: z.string() })
  .meta({ id: 'Pending' });
