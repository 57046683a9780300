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
  stores: readonly VisitedStore[];
  requestId: string;
  /** the page to come back to after the language was switched; below `/portal` */
  here?: string;
}

export interface VisitedStore {
  storeId: StoreId;
  name: string;
  kind: 'store' | 'web';
  timeZone?: string;
}

/** A page (get) or what a form of one does (post, then redirected to a page). */
export interface PortalRoute {
  method: 'get' | 'post';
  /** below `/portal`, Express spelling */
  path: string;
  /** absent: both */
  roles?: readonly PortalRole[];
  /** its form is multipart: the body is a Buffer; `csrf` must be its first field */
  takesFile?: boolean;
  handle(visit: Visit, req: Request, res: Response): Promise<void>;
}

/** Somebody without a session: who signs in, takes up an invitation, or fills in an application on the store's device. */
export interface Guest {
  language: Language;
  csrfToken: string;
  requestId: string;
  here?: string;
}

/** Like {@link PortalRoute}, for people without a session; what stands in its path or form is the right to use it. */
export interface GuestRoute {
  method: 'get' | 'post';
  path: string;
  handle(guest: Guest, req: Request, res: Response): Promise<void>;
}
