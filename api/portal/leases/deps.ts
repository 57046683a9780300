import type { Request, Response } from 'express';
import type { EdgeClock, Ports } from '../../operation';
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
