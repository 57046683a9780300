import { pdfPages } from '../api/files/pdf-text';
import { sharedSandbox } from '../support/e2e-client';
import { documentsWith, readDocument } from '../support/e2e-documents';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

jest.setTimeout(120_000);

const { acme, bestsofa, care, nobody: customer } = sharedSandbox();

describe('what a customer receives in writing', () => {
  it('is there by itself when a lease is funded: agreement, receipt, schedule, in the language of the application', async () => {
    const { leaseId, path } = await leases.funded(bestsofa, customer, { changes: { language: 'es' } });
    const documents = await documentsWith(care, leaseId, 'funded_notice');
    expect(documents.map(({ kind }) => kind).sort()).toEqual([
      'funded_notice',
      'initial_payment_receipt',
      'signed_agreement',
    ]);
    const at = new Map(
      (await leases.timeline(bestsofa, leaseId)).map((line: { type: string; at: string }) => [line.type, line.at]),
    );
    const signed = documents.find(({ kind }) => kind === 'signed_agreement');
    expect(signed).toMatchObject({ language: 'es', createdAt: at.get('agreement.signed') });

    for (const { documentId, sha256 } of documents) {
      expect(await readDocument(care, documentId)).toMatchObject({
        status: 200,
        sha256,
        contentType: 'application/pdf',
      });
    }
    const { bytes } = await readDocument(care, signed?.documentId ?? '');
    const pages = pdfPages(bytes);
    expect(pages[0]).toContain('Contrato de arrendamiento con opción a compra');
    expect(pages.at(-1)).toContain('Certificado de firma');
    expect(pages.at(-1)).toContain('Dirección IP\n127.0.0.1');

    const { body: schedule } = leases.expectStatus(await bestsofa.get(`${path}/payment-schedule`), 200);
    const notice = documents.find(({ kind }) => kind === 'funded_notice');
    const text = pdfPages((await readDocument(care, notice?.documentId ?? '')).bytes).join('\n');
    expect(text.match(/ de \d{4}\n\$75\.0[04]\n/g)).toHaveLength(schedule.payments.length);
  });

  it('tells of an early purchase, and stays with who may read it', async () => {
    const lease = await leases.funded(acme, customer, { storeId: 'sto_albany' });
    const { body: quote } = leases.expectStatus(await acme.get(`${lease.path}/purchase-option`), 200);
    const { quoteId } = quote;
    leases.expectStatus(
      await acme.post(`${lease.path}/purchase-option/acceptance`, { quoteId, cardToken: 'tok_ok' }),
      200,
    );
    const documents = await documentsWith(care, lease.leaseId, 'buyout_notice');
    const notice = documents.find(({ kind }) => kind === 'buyout_notice');
    const text = pdfPages((await readDocument(care, notice?.documentId ?? '')).bytes).join('\n');
    expect(text).toContain('completed by early purchase');

    const one = `/v1/documents/${notice?.documentId}`;
    for (const caller of [acme, bestsofa]) expectProblem(await caller.get(one), 403, 'FORBIDDEN');
    expectProblem(await customer.get(one), 401, 'UNAUTHENTICATED');
    expectProblem(await care.get('/v1/documents/doc_1000000001_signed_agreement_1'), 404, 'NOT_FOUND');
  });
});
