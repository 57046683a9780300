import { VerdictWaiter } from '../../../api/commands/verdict-waiter';
import { openDatabase } from '../../../db/database';
import { findVerdicts, type VerdictRow } from '../../../db/verdicts';
import { instant } from '../../../domain/calendar-date';
import { leaseId, messageId, type MessageId } from '../../../domain/ids';

jest.mock('../../../db/verdicts');
const find = jest.mocked(findVerdicts);
// Never asked: the queries are what is mocked.
const db = openDatabase('postgres://127.0.0.1:1/none', { maxConnectionCount: 1 });

const verdictOn = (id: MessageId): VerdictRow => ({
  ...{ message_id: id, lease_id: leaseId('4821907735'), outcome: 'accepted', code: null, detail: null },
  ...{ event: 'invoiceSubmitted', from_status: 'approved', status: 'contracts', version: 2, answer: null },
  at: instant(0),
});

/** SQL that knows the verdicts on these messages. */
const recorded = (...known: MessageId[]) =>
  find.mockImplementation(async (_db, ids) => ids.filter((id) => known.includes(id)).map(verdictOn));

const [ONE, OTHER] = [messageId('one'), messageId('other')];

describe('waiting for a verdict', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    find.mockReset();
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => db.destroy());

  it('takes one query when the verdict is there at once', async () => {
    recorded(ONE);
    const verdict = new VerdictWaiter(db).verdict(ONE, 3_000);
    await jest.advanceTimersByTimeAsync(5);

    expect(await verdict).toMatchObject({ message_id: ONE, version: 2 });
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('asks often for what comes in a moment, and ever less for what does not: no worker is no storm of queries', async () => {
    recorded();
    const verdict = new VerdictWaiter(db).verdict(ONE, 15_000);
    await jest.advanceTimersByTimeAsync(200);
    expect(find.mock.calls.length).toBeGreaterThanOrEqual(40);
    await jest.advanceTimersByTimeAsync(14_900);

    expect(await verdict).toBeUndefined();
    expect(find.mock.calls.length).toBeLessThan(500);
  });

  it('is as quick for a newcomer beside one that has waited long', async () => {
    recorded(OTHER);
    const waiter = new VerdictWaiter(db);
    const long = waiter.verdict(ONE, 15_000);
    await jest.advanceTimersByTimeAsync(10_000);
    const newcomer = waiter.verdict(OTHER, 3_000);
    await jest.advanceTimersByTimeAsync(5);

    expect(await newcomer).toMatchObject({ message_id: OTHER });
    await jest.advanceTimersByTimeAsync(5_100);
    expect(await long).toBeUndefined();
  });

  it('is not put off by a stream of newcomers', async () => {
    recorded(ONE);
    const waiter = new VerdictWaiter(db);
    const first = waiter.verdict(ONE, 3_000);
    const stream: Promise<unknown>[] = [];
    for (let count = 0; count < 5; count += 1) {
      stream.push(waiter.verdict(messageId(`newcomer-${count}`), 10));
      await jest.advanceTimersByTimeAsync(1);
    }

    expect(find).toHaveBeenCalledTimes(1);
    expect(await first).toMatchObject({ message_id: ONE });
    await jest.advanceTimersByTimeAsync(50);
    await Promise.all(stream);
  });
});
