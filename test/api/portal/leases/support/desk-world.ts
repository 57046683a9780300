import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import supertest from 'supertest';
import type { LeasePagesDeps } from '../../../../../api/portal/leases/deps';
import type { DeskLease, DeskLine } from '../../../../../api/portal/leases/desk-port';
import { handoverPages, leasePages } from '../../../../../api/portal/leases';
import { readForm } from '../../../../../api/portal/form-body';
import type { Guest, Visit } from '../../../../../api/portal/visit';
import type { CommandAnswer, LeaseCommand, LeaseCommands } from '../../../../../api/ports';
import { calendarDate, type Instant, instant } from '../../../../../domain/calendar-date';
import { cents } from '../../../../../domain/cents';
import { LeaseError } from '../../../../../domain/errors';
import { merchantId, storeId } from '../../../../../domain/ids';
import type { LeaseView, TimelineEvent } from '../../../../../domain/lease-view';
import { fakeDeps, leaseView, OWN_LEASE, TODAY } from '../../../support/fake-ports';
import { FakeHandovers } from './fake-handovers';

export const LEASE_PATH = `/leases/${OWN_LEASE}`;

const item = (lineNumber: number, description: string, quantity: number, priceEachCents: number): DeskLine => ({
  ...{ lineNumber, sku: `SKU-${lineNumber}`, description, quantity, leftQuantity: quantity },
  category: 'furniture',
  priceEachCents: cents(priceEachCents),
  lineTotalCents: cents(priceEachCents * quantity),
  leftCents: cents(priceEachCents * quantity),
});

const SOFA = item(1, 'Sofa, three seats', 1, 70_000);
const CHAIRS = item(2, 'Chair', 3, 10_000);

export const deskLease = (over: Partial<DeskLease> = {}): DeskLease => ({
  customerName: 'Ana R.',
  customerLanguage: 'es',
  storeName: 'Dallas',
  storeKind: 'store',
  timeZone: 'America/Chicago',
  isBlocked: false,
  isOverdue: false,
  signedOn: null,
  deliveryState: null,
  lines: [SOFA, CHAIRS],
  shipments: [],
  ...over,
});

const visitOf = (over: Partial<Visit> = {}): Visit => ({
  caller: {
    keyId: 'usr_1',
    kind: 'retailer',
    merchantId: merchantId('M-1'),
    scopes: ['leases:read', 'leases:write'],
    channel: 'portal',
  },
  username: 'maria',
  role: 'clerk',
  language: 'en',
  csrfToken: 'csrf-of-this-session',
  merchantName: 'Best Sofa',
  stores: [{ storeId: storeId('S-1'), name: 'Dallas', kind: 'store' }],
  requestId: 'request-1',
  ...over,
});

const GUEST: Guest = { language: 'en', csrfToken: 'csrf-of-the-guest', requestId: 'request-1' };

/** A lease at its store's desk, and what its commands are answered. */
export interface DeskWorld {
  lease: LeaseView;
  desk: DeskLease;
  events: TimelineEvent[];
  visit: Visit;
  /** of the next commands; accepted where nothing is said */
  answer: CommandAnswer | undefined;
  /** answers applications */
  apply: LeaseCommands['apply'];
  /** what was handed to the lease */
  readonly told: LeaseCommand[];
  readonly deps: LeasePagesDeps;
  readonly handovers: FakeHandovers;
  /** how often this device was signed out */
  signOutCount: number;
  /** the instant of the next request */
  now: Instant;
  signingUrl: string | null;
  readonly guest: Guest;
  get(path: string): supertest.Test;
  /** sends a form of the page */
  post(path: string, fields?: Readonly<Record<string, string>>): supertest.Test;
  /** sends a form with a file, its token first as a browser does */
  upload(path: string, file: Buffer): supertest.Test;
}

interface Given {
  lease?: Partial<LeaseView>;
  desk?: Partial<DeskLease>;
  visit?: Partial<Visit>;
}

/** The lease pages on a bare app: what stands before them, sessions and the origin of forms, has tests of its own. */
export function deskWorld({ lease = {}, desk = {}, visit = {} }: Given = {}): DeskWorld {
  const told: LeaseCommand[] = [];
  const world: DeskWorld = {
    ...{ lease: leaseView(lease), desk: deskLease(desk), visit: visitOf(visit), events: [], answer: undefined, told },
    ...{ handovers: new FakeHandovers(), signOutCount: 0, now: instant(Date.UTC(2026, 10, 24, 18)) },
    ...{ signingUrl: '/sign/abcdefghijklmnopqrstuvwx', guest: GUEST, apply: fakeDeps().commands.apply },
    get deps() {
      return depsOf(() => world);
    },
    get: (path) => supertest(app).get(path),
    post: (path, fields = {}) => supertest(app).post(path).type('form').send(fields),
    upload: (path, file) => supertest(app).post(path).field('csrf', 'x').attach('file', file, 'a.pdf'),
  };
  const app = appOf(() => world);
  return world;
}

function depsOf(world: () => DeskWorld): LeasePagesDeps {
  const ports = fakeDeps();
  const known = <Value>(leaseId: string, value: Value): Value => {
    if (leaseId !== OWN_LEASE) throw new LeaseError('LEASE_NOT_FOUND', 'no such lease');
    return value;
  };
  const submit = ports.commands.submit.bind(ports.commands);
  return {
    ports: {
      ...ports,
      metricsText: async () => '',
      reads: {
        ...ports.reads,
        byId: async (_caller, leaseId) => known(leaseId, world().lease),
        timeline: async () => ({ data: world().events, nextCursor: null }),
      },
      commands: {
        ...ports.commands,
        apply: (application) => world().apply(application),
        async submit(command) {
          world().told.push(command);
          return world().answer ?? (await submit(command));
        },
      },
    },
    desk: {
      lease: async (_caller, leaseId) => known(leaseId, world().desk),
      signingUrl: async () => world().signingUrl,
    },
    handovers: world().handovers,
    accounts: { usernames: async () => new Map([['usr_1', 'maria']]) },
    clock: { today: () => TODAY },
    now: () => world().now,
    signOut: async () => void (world().signOutCount += 1),
  };
}

function appOf(world: () => DeskWorld): Express {
  const app = express();
  const { deps } = world();
  for (const route of leasePages(deps)) {
    app[route.method](route.path, async (req: Request, res: Response) => {
      if (route.method === 'post') await readForm(req, res, route.takesFile === true);
      await route.handle(world().visit, req, res);
    });
  }
  for (const route of handoverPages(deps)) {
    app[route.method](route.path, async (req: Request, res: Response) => {
      if (route.method === 'post') await readForm(req, res, false);
      await route.handle(world().guest, req, res);
    });
  }
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    res.status(500).send(error instanceof LeaseError ? error.code : String(error));
  });
  return app;
}

/** The text a reader of the page sees, without its tags. */
export const seen = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

export const FUNDED = {
  status: 'funded',
  statusLabel: 'Funded',
  isOkToDeliver: true,
  deliveredOn: calendarDate('2026-11-24'),
  fundedAt: instant(Date.UTC(2026, 10, 24, 18)),
  fundingState: 'eligible',
  servicingState: 'active',
  invoiceNumber: 'INV-1',
  invoiceTotalCents: cents(100_000),
} as const satisfies Partial<LeaseView>;

export const TO_DELIVER = {
  status: 'lease_accepted',
  statusLabel: 'Lease Accepted',
  isOkToDeliver: true,
  invoiceNumber: 'INV-1',
  invoiceTotalCents: cents(100_000),
} as const satisfies Partial<LeaseView>;

export { OWN_LEASE };
