import type { ErrorCode } from '../../domain/errors';
import { type Answer, type Caller, sharedSandbox } from '../support/e2e-client';
import { todayIn } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { eventually } from '../local/eventually';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, operations, support, nobody: customer } = sharedSandbox();
const REASON = { reason: 'asked by the store' };
const APPROVED = { decision: 'approved', approvalLimitCents: 90_000, reason: 'pay stub shows more' };
const DOCUMENTS = { documents: [{ kind: 'pay_stub', reference: 'doc-77' }], decision: 'approved' };

interface Reached {
  leaseId: string;
  path: string;
  signing?: string;
}

const leaseOf = async (firstDigit: '5' | '6' | '7'): Promise<Reached> => {
  const { leaseId } = await leases.apply(bestsofa, { firstDigit });
  return { leaseId, path: `/v1/leases/${leaseId}` };
};

/** A lease in each status, reached over HTTP alone. Contracts Received passes by itself, before anyone can call. */
const REACH = {
  pre_approved: () => leaseOf('6'),
  denied: () => leaseOf('7'),
  approved: () => leaseOf('5'),
  pending: async () => {
    await operations.put('/v1/sandbox/decision-engine', { available: false });
    const { leaseId } = await leases.apply(bestsofa, { customer: { ssn: leases.newSsn().slice(0, 5) + '0000' } });
    return { leaseId, path: `/v1/leases/${leaseId}` };
  },
  in_process: async () => {
    const lease = await leaseOf('7');
    leases.expectStatus(await support.post(`${lease.path}/review`, REASON), 200);
    return lease;
  },
  approval_expired: async () => {
    const lease = await leaseOf('5');
    await leases.advance(bestsofa, lease.leaseId, { days: 91 });
    return lease;
  },
  contracts: () => leases.contracts(bestsofa),
  contracts_expired: async () => {
    const lease = await leases.contracts(bestsofa);
    await leases.advance(bestsofa, lease.leaseId, { days: 61 });
    return lease;
  },
  lease_accepted: () => leases.accepted(bestsofa, customer),
  funded: () => leases.funded(bestsofa, customer),
} satisfies Record<string, () => Promise<Reached>>;
type Status = keyof typeof REACH;

interface Command {
  by: Caller;
  call: (lease: Reached) => Promise<Answer>;
  /** the status it leads to, by the status it meets */
  leadsTo: Partial<Record<Status, string>>;
  refusal: Partial<Record<Status, ErrorCode>>;
}

const GONE = { approval_expired: 'APPROVAL_EXPIRED', contracts_expired: 'CONTRACTS_EXPIRED' } as const;
const NOT_OK = Object.fromEntries(
  (['pre_approved', 'pending', 'in_process', 'approved', 'denied', 'contracts'] as const).map((status) => [
    status,
    'NOT_OK_TO_DELIVER',
  ]),
);

/** The transition table of domain.md 1.3, as far as a caller can take part in it. */
const COMMANDS: Record<string, Command> = {
  invoiceSubmitted: {
    by: bestsofa,
    call: ({ path }) => bestsofa.post(`${path}/invoice`, leases.invoiceBody()),
    leadsTo: { approved: 'contracts', contracts: 'contracts' },
    refusal: GONE,
  },
  contractCancelled: {
    by: bestsofa,
    call: ({ path }) => bestsofa.delete(`${path}/contract`),
    leadsTo: { contracts: 'approved', lease_accepted: 'approved' },
    refusal: GONE,
  },
  deliveryConfirmed: {
    by: bestsofa,
    call: (lease) => leases.deliver(bestsofa, lease, todayIn('America/Chicago')),
    leadsTo: { lease_accepted: 'funded' },
    refusal: { ...GONE, ...NOT_OK },
  },
  reviewOpened: {
    by: support,
    call: ({ path }) => support.post(`${path}/review`, REASON),
    leadsTo: { denied: 'in_process' },
    refusal: GONE,
  },
  reviewClosed: {
    by: support,
    call: ({ path }) => support.post(`${path}/review/decision`, APPROVED),
    leadsTo: { in_process: 'approved' },
    refusal: GONE,
  },
  documentsReceived: {
    by: support,
    call: ({ path }) => support.post(`${path}/documents`, DOCUMENTS),
    leadsTo: { pre_approved: 'approved' },
    refusal: GONE,
  },
  reinstated: {
    by: support,
    call: ({ path }) => support.post(`${path}/reinstatement`, REASON),
    leadsTo: { contracts_expired: 'approved' },
    refusal: { approval_expired: 'APPROVAL_EXPIRED' },
  },
};

const STATUSES = Object.keys(REACH) as Status[];

describe.each(STATUSES)('a lease that is %s', (status) => {
  it('accepts what the transition table allows, refuses the rest by its code, and keeps a line of each refusal', async () => {
    const refusing = await REACH[status]();
    const codes: string[] = [];
    for (const [event, { call, leadsTo, refusal }] of Object.entries(COMMANDS)) {
      if (leadsTo[status]) continue;
      const before = (await bestsofa.get(refusing.path)).body;
      const code = refusal[status] ?? 'ILLEGAL_TRANSITION';
      const problem = expectProblem(await call(refusing), 409, code);
      if (code === 'ILLEGAL_TRANSITION') expect(problem).toMatchObject({ from: status, event });
      expect((await bestsofa.get(refusing.path)).body).toEqual(before);
      codes.push(code);
    }
    const events: { type: string; data: { code?: string } }[] = await leases.timeline(bestsofa, refusing.leaseId);
    expect(events.filter(({ type }) => type === 'command.refused').map(({ data }) => data.code)).toEqual(codes);
  });

  const allowed = Object.entries(COMMANDS).filter(([, { leadsTo }]) => leadsTo[status]);
  if (allowed.length === 0) return;
  it.each(allowed)('goes on by %s', async (_event, { call, leadsTo }) => {
    const lease = await REACH[status]();
    const before = (await bestsofa.get(lease.path)).body;
    const answer = leases.expectStatus(await call(lease), 200);
    expect(answer.body.status).toBe(leadsTo[status]);
    expect(answer.body.version).toBeGreaterThan(before.version);
    const { pricing: _pricing, signingUrl: _signingUrl, ...lease_ } = answer.body;
    expect((await bestsofa.get(lease.path)).body).toEqual(lease_);
  });
});

describe('a review and documents may also end in a denial,', () => {
  it('which is Denied again, and can be reviewed again', async () => {
    const { path } = await REACH.in_process();
    const denied = { decision: 'denied', reason: 'nothing new' };
    expect((await support.post(`${path}/review/decision`, denied)).body).toMatchObject({
      status: 'denied',
      approvalLimitCents: null,
    });
    expect((await support.post(`${path}/review`, REASON)).body.status).toBe('in_process');
    expect((await support.post(`${path}/review/decision`, APPROVED)).body.approvalLimitCents).toBe(90_000);
  });

  it('for documents too', async () => {
    const { path } = await REACH.pre_approved();
    const answer = await support.post(`${path}/documents`, { ...DOCUMENTS, decision: 'denied' });
    expect(answer.body).toMatchObject({ status: 'denied', approvalExpiresAt: null });
  });

  it('while documents without a limit approve for what the engine proposed', async () => {
    const { path } = await REACH.pre_approved();
    expect((await support.post(`${path}/documents`, DOCUMENTS)).body.approvalLimitCents).toBe(120_000);
  });

  it('and the reason stays out of the timeline', async () => {
    const { leaseId } = await REACH.in_process();
    expect(JSON.stringify(await leases.timeline(support, leaseId))).not.toContain(REASON.reason);
  });
});

describe('while the decision engine is down', () => {
  const engine = (available: boolean) => operations.put('/v1/sandbox/decision-engine', { available });
  const applyDown = (first: string) =>
    leases.apply(bestsofa, { customer: { ssn: `${first}${leases.newSsn().slice(1, 5)}0000` } });

  it('leases are Pending, and decided by themselves when it is back', async () => {
    leases.expectStatus(await engine(false), 200);
    const applied = [await applyDown('5'), await applyDown('6'), await applyDown('7')];
    for (const lease of applied) {
      expect(lease).toMatchObject({ status: 'pending', statusLabel: 'Pending', approvalLimitCents: null });
    }
    leases.expectStatus(await engine(true), 200);
    const expected = ['approved', 'pre_approved', 'denied'];
    for (const [index, { leaseId }] of applied.entries()) {
      const lease = await eventually(async () => {
        const { body } = await bestsofa.get(`/v1/leases/${leaseId}`);
        return body.status === 'pending' ? undefined : body;
      });
      expect(lease.status).toBe(expected[index]);
      const types = await leases.timelineTypes(bestsofa, leaseId);
      expect(types).toEqual(['application.submitted', 'lease.pending', `lease.${expected[index]}`]);
    }
    expect((await applyDown('5')).status).toBe('approved');
    await engine(false);
  });
});
