import type { LeaseId, StoreId } from '../../domain/ids';
import type { LeaseView } from '../../domain/lease-view';
import type { Caller } from '../ports';

/** What a store has to do, or has just done, in the order of its day. */
export const WORK_GROUPS = ['attention', 'unsigned', 'deliverable', 'delivered', 'funded'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** A lease as a list shows it: of the customer no more than tells two orders apart. */
export interface WorkRow {
  lease: LeaseView;
  isBlocked: boolean;
  isOverdue: boolean;
  /** `Ana R.` */
  customerName: string;
}

export interface WorkPage {
  rows: readonly WorkRow[];
  /** of the whole group */
  count: number;
}

/** The store's lists, inside what the caller may see. */
export interface WorkLists {
  /** The first rows of each group; `shown` more of those asked for. */
  today(caller: Caller, storeId: StoreId | undefined, shown: Partial<Record<WorkGroup, number>>): Promise<Today>;
  /** By lease ID, invoice number or family name; the newest first, at most {@link FOUND_MAX}. */
  search(caller: Caller, text: string): Promise<readonly WorkRow[]>;
  /** `Ana R.`; @throws LeaseError LEASE_NOT_FOUND as every read */
  customerName(caller: Caller, leaseId: LeaseId): Promise<string>;
}

export type Today = Readonly<Record<WorkGroup, WorkPage>>;

export const FOUND_MAX = 25;
