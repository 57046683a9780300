import type { Express } from 'express';
import request, { type Test } from 'supertest';
import { createApp } from '../../../../api/app';
import type { Ports } from '../../../../api/operation';
import { csrfTokenOf } from '../../../../api/portal/csrf';
import type { PortalDeps } from '../../../../api/portal/portal-deps';
import { portalRouter } from '../../../../api/portal/router';
import type { PortalRoute } from '../../../../api/portal/visit';
import type { WorkRow } from '../../../../api/portal/work-lists';
import { fakeDeps, type LogLine, TODAY } from '../../support/fake-ports';
import { FakeAccounts, FakeLists, type Signed, TOKENS } from './fake-accounts';

const GUEST = 'G'.repeat(43);

interface Options {
  ports?: Partial<Ports>;
  rows?: readonly WorkRow[];
  pages?: readonly PortalRoute[];
  over?: Partial<Pick<PortalDeps, 'isSandbox' | 'limits' | 'lists'>>;
}

/** The portal inside the whole app, on accounts in memory. */
export class PortalApp {
  readonly accounts = new FakeAccounts();
  readonly lists: FakeLists;
  readonly lines: LogLine[];
  private readonly app: Express;
  private readonly prefix: string;

  constructor({ rows, pages, ports: replaced, over = {} }: Options = {}) {
    this.lists = new FakeLists(rows);
    const deps = fakeDeps();
    this.lines = deps.lines;
    const { accounts, lists } = this;
    const { logger, limits } = deps;
    const parts = { accounts, lists, clock: { today: () => TODAY }, logger, limits, isSandbox: true, ...over };
    this.app = createApp({
      ...deps,
      portal: (ports) => portalRouter({ ports: { ...ports, ...replaced }, ...parts }, pages),
    });
    this.prefix = parts.isSandbox ? '' : '__Host-';
  }

  /** A page, as somebody signed in or as nobody. */
  get(path: string, who?: Signed): Test {
    return this.withCookie(request(this.app).get(`/portal${path}`), who);
  }

  /** A form as a browser sends it from our own page. */
  post(path: string, who: Signed | undefined, fields: Readonly<Record<string, string | string[]>> = {}): Test {
    const csrf = csrfTokenOf(who === undefined ? GUEST : TOKENS[who]);
    return this.postBare(path, who, { csrf, ...fields }).set('Sec-Fetch-Site', 'same-origin');
  }

  /** A form with nothing that makes it ours. */
  postBare(path: string, who: Signed | undefined, fields: object = {}): Test {
    return this.withCookie(request(this.app).post(`/portal${path}`), who)
      .type('form')
      .send(fields);
  }

  private withCookie(test: Test, who: Signed | undefined): Test {
    const cookie = who === undefined ? `ownward_guest=${GUEST}` : `ownward_session=${TOKENS[who]}`;
    return test.set('Cookie', `${this.prefix}${cookie}`);
  }
}
