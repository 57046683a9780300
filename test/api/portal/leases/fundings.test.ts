import { leasePages } from '../../../../api/portal/leases';
import { fakeFundingReads, FUNDING_RUN } from '../../support/fake-fundings';
import { deskWorld, OWN_LEASE, seen } from './support/desk-world';

describe('what a retailer is paid', () => {
  it('is for managers: a run holds the leases of all stores', () => {
    const routes = leasePages(deskWorld().deps).filter(({ path }) => path.startsWith('/funding'));
    expect(routes.map(({ roles }) => roles)).toEqual([['manager'], ['manager'], ['manager']]);
  });

  it.each([
    ['en', 'Sent to the bank'],
    ['es', 'Enviado al banco'],
  ] as const)('is listed by run, in %s', async (language, words) => {
    const { text } = await deskWorld({ visit: { language, role: 'manager' } }).get('/funding');
    expect(text).toContain(`href="/portal/funding/${FUNDING_RUN}"`);
    expect(seen(text)).toContain(words);
    expect(seen(text)).toContain('$1,000.00');
  });

  it('is shown line by line, each leading to its lease', async () => {
    const { text } = await deskWorld({ visit: { role: 'manager' } }).get(`/funding/${FUNDING_RUN}`);
    expect(text).toContain(`href="/portal/leases/${OWN_LEASE}"`);
    expect(text).toContain(`href="/portal/funding/${FUNDING_RUN}/report.csv"`);
  });

  it('is the same file as the API’s, byte for byte', async () => {
    const world = deskWorld({ visit: { role: 'manager' } });
    const answer = await world.get(`/funding/${FUNDING_RUN}/report.csv`);
    expect(answer.text).toBe(await fakeFundingReads().report(world.visit.caller, FUNDING_RUN));
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${FUNDING_RUN}.csv"`);
  });

  it('is nothing for a run that is none', async () => {
    const world = deskWorld({ visit: { role: 'manager' } });
    expect((await world.get('/funding/FRUN-2020-01-01')).text).toBe('NOT_FOUND');
    expect((await world.get('/funding/..%2F..')).text).toBe('NOT_FOUND');
  });
});
