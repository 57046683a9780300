import { z } from 'zod';
import type { LeaseView } from '../../domain/lease-view';
import { dollars } from './values';

export const AppStatus = z
  .strictObject({
    applicationId: z.string(),
    status: z.string().meta({ description: 'As people read it: Approved, Contracts Received, …' }),
    approvalAmount: z.number().nullable(),
    isOkToDeliver: z.boolean(),
  })
  .meta({ id: 'CommerceAppStatus' });

/** A lease as the incumbent's callers know it (domain.md 2.3). */
export function appStatus(lease: LeaseView): z.input<typeof AppStatus> {
  return {
    applicationId: lease.leaseId,
    status: lease.statusLabel,
    approvalAmount: lease.approvalLimitCents === null ? null : dollars(lease.approvalLimitCents),
    isOkToDeliver: lease.isOkToDeliver,
  };
}
