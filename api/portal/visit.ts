import type { Request, Response } from 'express';
import type { PortalRole } from '../../db/schema-portal';
import type { StoreId } from '../../domain/ids';
import type { Language } from '../pages/language';
import type { Caller } from '../ports';

/** A signed-in person of a store, for one request. */
export interface Visit {
  /** the caller this person is for every read and command; a clerk's has its stores */
  caller: Caller;
  username: string;
  role: PortalRole;
  language: Language;
  /** stands in every form as `csrf`; the router has checked it before a form's handler runs */
  csrfToken: string;
  merchantName: string;
  /** those this person may see, by name */
  stores: readonly { storeId: StoreId; name: string; kind: 'store' | 'web' }[];
  requestId: string;
}

/** A page (get) or what a form of one does (post, then redirected to a page). */
export interface PortalRoute {
  method: 'get' | 'post';
  /** below `/portal`, Express spelling */
  path: string;
  /** absent: both */
  roles?: readonly PortalRole[];
  handle(visit: Visit, req: Request, res: Response): Promise<void>;
}
