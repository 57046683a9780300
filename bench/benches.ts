import { cost } from './cost';
import type { Floor } from './floor';
import type { RowId } from './limits';
import type { Finding } from './row';
import { actions, bytes, events } from './whole-lease';

/** What this release can measure; the other rows of the contract are printed as gaps. */
export const BENCHES: Partial<Record<RowId, (floor: Floor) => Promise<Finding>>> = {
  actions,
  events,
  bytes,
  cost,
};
