import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { acme, support } = sharedSandbox();
/** Used by no other test, so that what is listed is what was made here. */
const STORE = 'storeId=sto_acmeweb';

interface Listed {
  leaseId: string;
  createdAt: string;
  updatedAt: string;
}
const list = async (query: string): Promise<{ data: Listed[]; nextCursor: string | null }> =>
  leases.expectStatus(await acme.get(`/v1/leases?${query}`), 200).body;
const ids = (page: { data: Listed[] }) => page.data.map(({ leaseId }) => leaseId);
const applyOne = () => leases.apply(acme, { changes: { storeId: 'sto_acmeweb' } });

describe('60 leases are listed', () => {
  const made: Listed[] = [];

  beforeAll(async () => {
    for (let batch = 0; batch < 6; batch += 1) made.push(...(await Promise.all(Array.from({ length: 10 }, applyOne))));
  });

  const newestFirst = () =>
    [...made]
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.leaseId.localeCompare(a.leaseId))
      .map(({ leaseId }) => leaseId);

  it('25 at a time unless told, newest first, each once, whatever is added meanwhile', async () => {
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const page = await list(`${STORE}${cursor === null ? '' : `&cursor=${cursor}`}`);
      pages.push(ids(page));
      cursor = page.nextCursor;
      if (pages.length === 1) await applyOne();
    } while (cursor !== null);
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 10]);
    expect(pages.flat()).toEqual(newestFirst());
  });

  it('in pages of any size from 1 to 100', async () => {
    expect(ids(await list(`${STORE}&limit=1`))).toHaveLength(1);
    const all = await list(`${STORE}&limit=100`);
    expect(all.data).toHaveLength(61);
    expect(all.nextCursor).toBeNull();
    for (const limit of ['0', '101', '-1', '1.5', 'many', '']) {
      expectProblem(await acme.get(`/v1/leases?limit=${limit}`), 400, 'VALIDATION_FAILED');
    }
  });

  it.each([
    'cursor=nonsense',
    'cursor=WyIxIl0',
    'page=2',
    'status=sold',
    'updatedSince=yesterday',
    'status=approved&status=denied',
  ])('and not by %s', async (query) => {
    const { errors } = expectProblem(await acme.get(`/v1/leases?${query}`), 400, 'VALIDATION_FAILED');
    expect(errors[0].pointer).toBe(`/query/${String(query.split('=')[0])}`);
  });

  it('by status, invoice number and time of change, in any combination', async () => {
    const [chosen, other] = made;
    if (!chosen || !other) throw new Error('60 leases were made');
    const invoice = await leases.invoiced(acme, chosen.leaseId, leases.invoiceBody({ invoiceNumber: 'WEB-7 / 3' }));
    const number = encodeURIComponent('WEB-7 / 3');
    expect(ids(await list(`${STORE}&status=contracts`))).toEqual([chosen.leaseId]);
    expect(ids(await list(`${STORE}&status=approved&limit=100`))).not.toContain(chosen.leaseId);
    expect(ids(await list(`invoiceNumber=${number}`))).toEqual([chosen.leaseId]);
    expect(ids(await list(`invoiceNumber=${number}&status=approved`))).toEqual([]);

    const { updatedAt } = (await acme.get(invoice.path)).body;
    const since = await list(`${STORE}&updatedSince=${updatedAt}`);
    expect(ids(since)).toContain(chosen.leaseId);
    expect(ids(since)).not.toContain(other.leaseId);
    expect(since.data.every((lease) => lease.updatedAt >= updatedAt)).toBe(true);
  });

  it('to support too, across retailers', async () => {
    const { body } = leases.expectStatus(await support.get(`/v1/leases?${STORE}&limit=100`), 200);
    expect(body.data).toHaveLength(61);
  });
});

describe('a timeline', () => {
  it('is read oldest first, in pages, to its end', async () => {
    const { leaseId } = await applyOne();
    for (let times = 0; times < 5; times += 1) await acme.delete(`/v1/leases/${leaseId}/contract`);
    const read: number[] = [];
    let cursor: string | null = null;
    do {
      const path = `/v1/leases/${leaseId}/timeline?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = leases.expectStatus(await acme.get(path), 200);
      read.push(...body.data.map(({ sequence }: { sequence: number }) => sequence));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(read).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
