import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { leaseView } from '../../db/leases';
import { type DeskGroup, type DeskRow, findDeskLeases, readDeskGroup } from '../../db/portal-leases';
import { LeaseError } from '../../domain/errors';
import type { StoreId } from '../../domain/ids';
import type { LeaseView } from '../../domain/lease-view';
import type { Caller } from '../ports';

/** In the order of a store's day. */
export const WORK_GROUPS: readonly DeskGroup[] = ['attention', 'deliverable', 'unsigned', 'delivered', 'funded'];

/** A lease as a list shows it: of the customer no more than tells two orders apart. */
export interface WorkRow {
  lease: LeaseView;
  isBlocked: boolean;
  isOverdue: boolean;
  hasShipments: boolean;
  /** `Ana R.` */
  customerName: string;
}

export interface WorkPage {
  rows: readonly WorkRow[];
  /** of the whole group */
  count: number;
}

export type Today = Readonly<Record<DeskGroup, WorkPage>>;

/** A store's lists, inside what the caller may see. */
export interface WorkLists {
  /** @param shown how many rows of each group */
  today(caller: Caller, storeIds: readonly StoreId[], shown: Readonly<Record<DeskGroup, number>>): Promise<Today>;
  /** By lease ID, invoice number or family name; the newest first, at most {@link FOUND_MAX}. */
  search(caller: Caller, storeIds: readonly StoreId[], text: string): Promise<readonly WorkRow[]>;
}

export const FOUND_MAX = 25;

export const workLists = (db: Db, cipher: Cipher): WorkLists => ({
  async today(caller, storeIds, shown) {
    const scope = scopeOf(caller, storeIds);
    const page = async (group: DeskGroup): Promise<WorkPage> => {
      const { rows, count } = await readDeskGroup(db, cipher, scope, group, shown[group]);
      return { rows: rows.map(workRow), count };
    };
    const [attention, unsigned, deliverable, delivered, funded] = await Promise.all([
      page('attention'),
      page('unsigned'),
      page('deliverable'),
      page('delivered'),
      page('funded'),
    ]);
    return { attention, unsigned, deliverable, delivered, funded };
  },

  async search(caller, storeIds, text) {
    const rows = await findDeskLeases(db, cipher, scopeOf(caller, storeIds), { text, max: FOUND_MAX });
    return rows.map(workRow);
  },
});

/** The stores asked for, as far as the caller has them. @throws LeaseError FORBIDDEN for anybody but a retailer's people */
function scopeOf({ merchantId, storeIds: own }: Caller, storeIds: readonly StoreId[]) {
  if (!merchantId) throw new LeaseError('FORBIDDEN', 'only a retailer has stores');
  return { merchantId, storeIds: own ? storeIds.filter((id) => own.includes(id)) : storeIds };
}

function workRow(row: DeskRow): WorkRow {
  const { is_blocked: isBlocked, is_overdue: isOverdue, hasShipments, customerName } = row;
  return { lease: leaseView(row), isBlocked, isOverdue, hasShipments, customerName };
}

export type { DeskGroup as WorkGroup } from '../../db/portal-leases';
