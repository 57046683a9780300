import request from 'supertest';
import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';
import { pdfPages } from '../files/pdf-text';

describe('payments and fees', () => {
  const app = createApp(fakeDeps());
  const get = (path: string, accept?: string) => {
    const call = request(app).get(`/v1/leases/${OWN_LEASE}${path}`).set('Authorization', keyOf('retailer'));
    return accept === undefined ? call : call.set('Accept', accept);
  };
  const bytes = (res: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
    const chunks: Buffer[] = [];
    res.on('data', (chunk: Buffer) => chunks.push(chunk));
    res.on('end', () => done(null, Buffer.concat(chunks)));
  };

  it.each([undefined, '*/*', 'application/json', 'text/html', 'application/xml'])(
    'are JSON for who accepts %s',
    async (accept) => {
      const answer = await get('/payments', accept);
      expect(answer.status).toBe(200);
      expect(answer.type).toBe('application/json');
      expect(answer.headers['vary']).toBe('Accept');
      expect(answer.body.totalPaidCents).toBe(4_900);
    },
  );

  it.each([
    ['/payments', 'payments'],
    ['/fees', 'fees'],
  ])('%s are a CSV file for who wants one', async (path, name) => {
    const answer = await get(path, 'text/csv');
    expect(answer.type).toBe('text/csv');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}-${OWN_LEASE}.csv"`);
    expect(answer.text.split('\r\n').length).toBeGreaterThan(2);
  });

  it.each([
    ['/payments', 'payments', 'Payment history'],
    ['/fees', 'fees', 'Fee breakdown'],
  ])('%s are a PDF file for who wants one', async (path, name, title) => {
    const answer = await get(path, 'application/pdf').buffer(true).parse(bytes);
    expect(answer.type).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}-${OWN_LEASE}.pdf"`);
    expect(pdfPages(answer.body as Buffer)[0]).toContain(title);
  });

  it('go by what is liked best, not by what stands first', async () => {
    expect((await get('/payments', 'application/json;q=0.1, text/csv')).type).toBe('text/csv');
    expect((await get('/payments', 'text/csv;q=0.1, application/json')).type).toBe('application/json');
  });

  it.each([
    ['?from=2027-01-02&to=2027-01-01', '/query/from'],
    ['?from=tomorrow', '/query/from'],
    ['?to=2027-02-30', '/query/to'],
    ['?since=2027-01-01', '/query/since'],
  ])('are refused for %s, as JSON whatever was asked for', async (query, pointer) => {
    const answer = await get(`/payments${query}`, 'text/csv');
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
  });

  it.each(['?from=2027-01-01&to=2027-01-01', '?from=2027-01-01', '?to=2027-01-01'])('take %s', async (query) => {
    expect((await get(`/payments${query}`)).status).toBe(200);
  });

  it('take no query for fees', async () => {
    expect((await get('/fees?from=2027-01-01')).status).toBe(400);
  });

  it('say in the document in which forms they come', async () => {
    const { body } = await request(app).get('/openapi.json');
    for (const path of ['payments', 'fees']) {
      const { content } = body.paths[`/v1/leases/{leaseId}/${path}`].get.responses['200'];
      expect(Object.keys(content)).toEqual(['application/json', 'text/csv', 'application/pdf']);
    }
  });
});
