import type { LeaseId } from '../../domain/ids';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { expectStatus, timeline } from '../support/e2e-leases';
import { Lives } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { MortalReceiver } from '../support/mortal-receiver';
import { SEEDS } from '../support/seeds';
import { type Ambush, phaseOf } from '../support/statement-trap';
import { StubbornRetailer } from '../support/stubborn-retailer';

jest.setTimeout(240_000);

interface Endpoint {
  endpointId: string;
  secret: string;
}

let system: FaultSystem;
let lives: Lives;
let receiver: MortalReceiver;
let endpoint: Endpoint;
const receivers: MortalReceiver[] = [];
/** What goes on after the faults: who claims an event and dies is followed half a minute later. */
const invoiced: { lease: LeaseId; isAnswered: Promise<unknown> }[] = [];

beforeAll(async () => {
  system = await FaultSystem.start();
  lives = new Lives(system.sandbox, new StubbornRetailer());
  receiver = await aReceiver();
  endpoint = await register(receiver, '*');
});
afterAll(async () => {
  await system.stop();
  await Promise.all(receivers.map((each) => each.goAway()));
  removeTemporaryFolders();
});

async function aReceiver(): Promise<MortalReceiver> {
  const opened = await MortalReceiver.open();
  receivers.push(opened);
  return opened;
}

async function register({ url }: MortalReceiver, eventType: string): Promise<Endpoint> {
  const body = { url, eventTypes: [eventType] };
  return expectStatus(await system.sandbox.bestsofa.post('/v1/webhook-endpoints', body), 201).body;
}

/** The invoice brings its lease's third and fourth event, which the fault is meant for. */
const invoiceLater = (lease: LeaseId): void =>
  void invoiced.push({ lease, isAnswered: Promise.resolve().then(() => lives.invoice(lease)) });
const eventOf = (lease: LeaseId): string => `evt_${lease}_3`;

const deliveryOf = async (endpointId: string, eventId: string) =>
  await system.db
    .selectFrom('webhook_deliveries')
    .select(['delivery_id', 'state', 'attempt_count'])
    .where('endpoint_id', '=', endpointId)
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow();

describe('kill -9 of the worker when the receiver has an event', () => {
  /** Strikes while the receiver holds back its answer. */
  async function whileItHolds(lease: LeaseId, strike: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      receiver.onMessage = async (eventId) => {
        if (eventId !== eventOf(lease)) return;
        receiver.onMessage = async () => undefined;
        await strike().then(resolve, reject);
      };
      invoiceLater(lease);
    });
  }

  it('and has not answered', async () => {
    await whileItHolds(await lives.approved(), () => system.kill('worker'));
  });

  it.each(SEEDS)('and nobody has written down its answer, seed %i', async (seed) => {
    const lease = await lives.approved();
    let struck: Promise<void> = Promise.resolve();
    await whileItHolds(lease, async () => {
      const { delivery_id } = await deliveryOf(endpoint.endpointId, eventOf(lease));
      ({ struck } = system.killAt('worker', { asked: ["SET state = 'delivered'", delivery_id], phase: phaseOf(seed) }));
    });
    await struck;
  });
});

/** From the commit of an event to its first attempt, by the statements on the way. */
const STEPS: readonly [string, (lease: LeaseId) => Omit<Ambush, 'phase'>][] = [
  ['a delivery of the event is kept', (lease) => ({ asked: ['INSERT INTO webhook_deliveries', eventOf(lease)] })],
  ['the event is marked as relayed', (lease) => ({ asked: ['UPDATE events SET relayed_at', eventOf(lease)] })],
  ['the event is committed', (lease) => ({ asked: ['insert into "timeline"', eventOf(lease)], isCommit: true })],
];

describe.each(STEPS)('kill -9 of the worker when %s', (_step, ambushOf) => {
  it.each(SEEDS)('seed %i', async (seed) => {
    const lease = await lives.approved();
    const { struck } = system.killAt('worker', { ...ambushOf(lease), phase: phaseOf(seed) });
    invoiceLater(lease);
    await struck;
  });
});

/** Endpoints whose receiver was away, and the event it missed. */
const missed: { lease: LeaseId; receiver: MortalReceiver; endpoint: Endpoint }[] = [];

describe('kill -9 of the worker when it writes down that a receiver is away', () => {
  it.each(SEEDS)('seed %i', async (seed) => {
    const lease = await lives.approved();
    const away = await aReceiver();
    const registered = await register(away, 'invoice.submitted');
    await away.goAway();
    const noted = { asked: ["ELSE 'retrying'", registered.endpointId], isCommit: true };
    const { struck } = system.killAt('worker', { ...noted, phase: phaseOf(seed) });
    invoiceLater(lease);
    await struck;
    await away.comeBack();
    missed.push({ lease, receiver: away, endpoint: registered });
  });
});

describe('after all of these', () => {
  it('a receiver that was away has heard what it missed from the Workflow that retries', async () => {
    expect(missed).toHaveLength(SEEDS.length);
    for (const {
      lease,
      receiver: away,
      endpoint: { endpointId, secret },
    } of missed) {
      const delivery = await eventually(async () => {
        const row = await deliveryOf(endpointId, eventOf(lease));
        return row.state === 'delivered' ? row : undefined;
      });
      expect(delivery.attempt_count).toBe(2);
      expect(away.heardOf(lease, secret)).toMatchObject([{ id: eventOf(lease), type: 'invoice.submitted' }]);
    }
  });

  it('every event of every lease was heard, in order, with one ID and signed: the timeline, and nothing else', async () => {
    expect(invoiced).toHaveLength(1 + (2 + STEPS.length) * SEEDS.length);
    await Promise.all(invoiced.map(({ isAnswered }) => isAnswered));
    for (const { lease } of invoiced) {
      const lines = await timeline(system.sandbox.bestsofa, lease);
      await eventually(() => (receiver.heardOf(lease, endpoint.secret).length < lines.length ? undefined : true));
      expect(receiver.heardOf(lease, endpoint.secret)).toEqual(
        lines.map(({ sequence, type, at, data }: Record<string, unknown>) => ({
          ...{ id: `evt_${lease}_${String(sequence)}`, type, sequence, at, data },
          ...{ merchantId: 'mer_bestsofa', leaseId: lease },
        })),
      );
      expect(lines.map(({ type }: { type: string }) => type).slice(2)).toEqual([
        'invoice.submitted',
        'lease.contracts',
      ]);
    }
  });

  it('the books hold, and every Workflow says what SQL says', () => system.assertBooksAtRest());
});
