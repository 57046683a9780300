import { readApplicant } from '../../db/applicants';
import { findLease, type LeaseRow } from '../../db/leases';
import { findStore } from '../../db/stores';
import type { LetterHead } from '../../domain/letters/letter-head';
import { nameAndAddress } from '../agreements';
import type { LetterDeps } from './deps';
import type { Place } from './heard-event';
import { storeTime } from './store-time';

/** What is known of a lease when a letter about it is written. */
export interface AboutLease {
  head: LetterHead;
  lease: LeaseRow;
  termMonths: number;
  /** of the store, IANA name */
  timeZone: string;
  storeState: string;
}

/** @throws Error when the lease is unknown */
export async function aboutLease({ db, cipher, lessor }: LetterDeps, { leaseId, at }: Place): Promise<AboutLease> {
  const lease = await findLease(db, leaseId);
  const found = lease && (await findStore(db, lease.store_id));
  if (!lease || !found) throw new Error(`lease ${leaseId} is unknown`);
  const { store, merchant } = found;
  const { customer, row } = await readApplicant(db, cipher, leaseId);
  return {
    lease,
    termMonths: row.terms.termMonths,
    timeZone: store.time_zone,
    storeState: store.state,
    head: {
      ...{ leaseId, lessor, at, language: row.language, on: storeTime(store.time_zone, at).on },
      customer: nameAndAddress(customer),
      merchant: { name: merchant.name, storeName: store.name },
    },
  };
}
