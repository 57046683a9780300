import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEASE_STATUSES, type LeaseStatus } from '../../domain/lease-status';
import type { Happening } from '../../domain/lease/reports';
import { explore } from '../support/lease-exploration';
import { isReport } from '../support/lease-fixture';
import { findLifecycle } from '../support/lifecycle-findings';
import { lifecycleParts, withParts } from '../support/lifecycle-page';

const ROOT = join(__dirname, '../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('docs/LIFECYCLE.md', () => {
  const page = textOf('docs/LIFECYCLE.md');

  it('shows the machine as it is; otherwise run `npm run docs:lifecycle`', () => {
    expect(page).toBe(withParts(page, lifecycleParts(findLifecycle())));
  });

  it('links only to files that exist', () => {
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => join('docs', path ?? ''));
    expect(links.length).toBeGreaterThan(4);
    for (const path of links) expect(textOf(path)).not.toBe('');
  });
});

/** `lease.ts` chapter by chapter: blank lines part them, and statuses that share one share its text. */
function chapters(): Map<LeaseStatus, string> {
  const texts = textOf('workflows/lease/lease.ts').split('\n\n');
  return new Map(
    LEASE_STATUSES.map((status) => [status, texts.find((text) => text.includes(`case '${status}':`)) ?? '']),
  );
}

/** Where the story leaves a chapter's fact to another function: that function's text. */
const TOLD_BY: Readonly<Record<string, string>> = {
  askEngine: 'workflows/lease/ask-engine.ts',
  carryOut: 'workflows/lease/carry-out.ts',
  startServicing: 'workflows/lease/carry-out.ts',
  takeInitialPayment: 'workflows/lease/errands.ts',
  giveBackInitialPayment: 'workflows/lease/errands.ts',
  unsignedEnding: 'domain/lease/deadline.ts',
  undelivered: 'domain/lease/deadline.ts',
};

/** The rest of the story is a Workflow of its own, whose only errand this is. */
const CALLED_AS: Readonly<Record<string, string>> = { startServicing: 'carryOut' };

const functionText = (name: string, path: string): string =>
  new RegExp(`export (?:async )?function ${name}\\([\\s\\S]*?\\n}\\n`).exec(textOf(path))?.[0] ?? '';

const HAPPENINGS: Readonly<Record<Happening['event'], true>> = {
  ...{ decided: true, engineDown: true, agreementRendered: true, cardAnswered: true, refunded: true },
  ...{ acceptancePassed: true, approvalRanOut: true, contractsRanOut: true, denialBecameFinal: true },
  ...{ deliveryOverdue: true, fundingFellDue: true, goodsTaken: true, opened: true, servicingAnswered: true },
  // Told by whoever waits, in every status that runs out.
  expiryNeared: true,
};

function factsIn(text: string): string[] {
  const called = Object.entries(TOLD_BY).filter(([name]) => text.includes(`${name}(`));
  const whole = [text, ...called.map(([name, path]) => functionText(CALLED_AS[name] ?? name, path))].join('\n');
  return Object.keys(HAPPENINGS).filter((event) => whole.includes(`'${event}'`));
}

describe('the story that the exploration plays', () => {
  it('tells in each status exactly the facts that lease.ts tells there', () => {
    const played = new Map<string, Set<string>>(LEASE_STATUSES.map((status) => [status, new Set()]));
    explore(({ before, fact }) => {
      // Told by what records, whatever the status.
      if (!isReport(fact) && fact.event !== 'agreementRendered') played.get(before.lease.status)?.add(fact.event);
    });
    for (const [status, text] of chapters()) {
      expect([status, factsIn(text)]).toEqual([
        status,
        Object.keys(HAPPENINGS).filter((event) => played.get(status)?.has(event)),
      ]);
    }
  });

  it('waits in each status for the instant that lease.ts waits for', () => {
    const waits = [...chapters()].map(([status, text]) => [
      status,
      /silence\(desk, (.*?)\)+[\s;]/.exec(text)?.[1] ?? 'does not wait',
    ]);
    expect(Object.fromEntries(waits)).toEqual({
      pre_approved: 'null',
      pending: 'does not wait',
      in_process: 'null',
      approved: 'approvalExpiresAt',
      denied: 'now.denialFinalAt',
      approval_expired: 'does not wait',
      contracts: 'now.contract?.expiresAt ?? null',
      contracts_expired: 'approvalExpiresAt',
      contracts_received: 'does not wait',
      lease_accepted: 'earlier(fundingDueAt(now), overdueAt(now',
      funded: 'does not wait',
    });
  });
});
