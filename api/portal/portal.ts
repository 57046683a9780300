import type { Router } from 'express';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { instant } from '../../domain/calendar-date';
import { withAvailability } from '../availability';
import { portalAccounts } from './accounts/stored-accounts';
import { handoverPages, leasePages, type LeasePagesDeps } from './leases';
import { storedHandovers } from './leases/apply/stored-handovers';
import { leaseDesk } from './leases/desk';
import type { PortalDeps } from './portal-deps';
import { portalRouter } from './router';
import { endVisit } from './sessions';
import { workLists } from './work-lists';

/** What the portal is made of: the API's own ports, and the database for people and lists. */
export interface PortalParts extends Pick<PortalDeps, 'ports' | 'clock' | 'logger' | 'limits' | 'isSandbox'> {
  db: Db;
  cipher: Cipher;
}

/** The whole store portal on the system it belongs to. */
export function storePortal({ db, cipher, ...parts }: PortalParts): Router {
  const accounts = withAvailability(portalAccounts(db, cipher));
  const deps: PortalDeps = { ...parts, accounts, lists: withAvailability(workLists(db, cipher)) };
  const leaseDeps: LeasePagesDeps = {
    ports: deps.ports,
    clock: deps.clock,
    accounts,
    desk: withAvailability(leaseDesk(db, cipher)),
    handovers: withAvailability(storedHandovers(db)),
    now: () => instant(Date.now()),
    signOut: (req, res) => endVisit(deps, req, res),
  };
  return portalRouter(deps, leasePages(leaseDeps), handoverPages(leaseDeps));
}
