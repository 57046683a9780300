import type { ActivityDeps } from '../deps';
import { assessLateFees } from './assess';
import { chargeDuePayments } from './charge';
import { cutCollectionRun } from './cut';
import { leasesEnded, leasesPaidOff } from './paid-off';
import { sendCollectionFile } from './send';
import { settleCollections } from './settle';

/** The steps of a collection run, each safe to repeat; a fixed number of SQL statements whatever the leases. */
export function collectionRunActivities(deps: ActivityDeps) {
  return {
    settleCollections: settleCollections(deps),
    chargeDuePayments: chargeDuePayments(deps),
    assessLateFees: assessLateFees(deps),
    cutCollectionRun: cutCollectionRun(deps),
    sendCollectionFile: sendCollectionFile(deps),
    leasesPaidOff: leasesPaidOff(deps),
    leasesEnded: leasesEnded(deps),
  };
}
