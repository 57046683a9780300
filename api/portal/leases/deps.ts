import type { Request, Response } from 'express';
import type { EdgeClock, Operation, Ports } from '../../operation';
import { allOperations } from '../../operations';
import type { PortalAccounts } from '../accounts';
import type { Handovers } from './apply/handovers-port';
import type { LeaseDesk, Now } from './desk-port';

/** What the pages of a lease are made on: the API's own ports, and the little that is the portal's. */
export interface LeasePagesDeps {
  ports: Ports;
  desk: LeaseDesk;
  handovers: Handovers;
  /** who of the store it was that did something */
  accounts: Pick<PortalAccounts, 'usernames'>;
  clock: EdgeClock;
  now: Now;
  /** ends the session of this device: it goes to a customer next */
  signOut: (req: Request, res: Response) => Promise<void>;
}

export interface PageTools extends LeasePagesDeps {
  /** those of the API, by their operation ID */
  operations: ReadonlyMap<string, Operation>;
}

export const pageTools = (deps: LeasePagesDeps): PageTools => ({
  ...deps,
  operations: new Map(allOperations(deps.clock).map((operation) => [operation.operationId, operation])),
});
