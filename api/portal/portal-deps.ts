import type { Limits } from '../http/rate-limits';
import type { EdgeClock, Ports } from '../operation';
import type { Logger } from '../problems';
import type { PortalAccounts } from './accounts';
import type { WorkLists } from './work-lists';

/** What pages for people without a session are built on. */
export interface GuestDeps {
  logger: Logger;
  limits: Limits;
  /** live serves https only: its cookies never travel in clear */
  isSandbox: boolean;
}

/** What the pages of the store portal are built on. */
export interface PortalDeps extends GuestDeps {
  ports: Ports;
  accounts: PortalAccounts;
  lists: WorkLists;
  clock: EdgeClock;
}
