import type { LeaseId, StoreId } from '../../../../domain/ids';
import type { Language } from '../../../pages/language';
import type { Caller } from '../../../ports';

/** An application that a clerk began and gave to the customer, together with the device. */
export interface Handover {
  /** the clerk, inside the one store */
  caller: Caller;
  storeId: StoreId;
  storeName: string;
  timeZone: string;
  merchantName: string;
  language: Language;
  /** present once it was sent: the link has done its work */
  leaseId: LeaseId | null;
}

/** One-time links on which a customer fills in an application. SQL keeps only their hashes. */
export interface Handovers {
  /** @returns the token of the link @throws LeaseError NOT_FOUND for a store that is not the caller's */
  start(caller: Caller, handover: { storeId: StoreId; language: Language }): Promise<string>;
  /** undefined for one that never was, is an hour old, or whose clerk works here no more */
  find(token: string): Promise<Handover | undefined>;
  /** Keeps which lease came of it; the first one stays. */
  finish(token: string, leaseId: LeaseId): Promise<void>;
}
