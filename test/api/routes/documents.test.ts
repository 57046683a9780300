import request from 'supertest';
import { createApp } from '../../../api/app';
import { OWN_DOCUMENT } from '../support/fake-documents';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';

const app = createApp(fakeDeps());
const get = (path: string, kind = 'care') => request(app).get(path).set('Authorization', keyOf(kind));

describe('documents by API', () => {
  it('are listed with kind, language, time and hash, and without their content', async () => {
    const { status, body } = await get(`/v1/leases/${OWN_LEASE}/documents`);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          ...{ documentId: OWN_DOCUMENT, kind: 'signed_agreement', language: 'en' },
          ...{ createdAt: '2026-11-24T00:00:00.000Z', sha256: 'a'.repeat(64) },
        },
      ],
    });
  });

  it('are read as a PDF to keep, named by its ID and known by its hash', async () => {
    const { status, headers, body } = await get(`/v1/documents/${OWN_DOCUMENT}`).buffer(true);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', etag: `"${'a'.repeat(64)}"`, 'cache-control': 'no-store' },
      'content-disposition': `attachment; filename="${OWN_DOCUMENT}.pdf"`,
    });
    expect(Buffer.isBuffer(body) && body.toString()).toBe('%PDF-1.7 fake');
  });

  it.each(['doc_1111111111_signed_agreement_1', 'doc', 'DOC-1', '..%2f..%2fetc', 'a'.repeat(200), '%00'])(
    'answer 404 for what does not exist: %s',
    async (documentId) => {
      const { status, body } = await get(`/v1/documents/${documentId}`);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('are for care alone', async () => {
    for (const kind of ['retailer', 'support', 'operations']) {
      expect((await get(`/v1/leases/${OWN_LEASE}/documents`, kind)).status).toBe(403);
      expect((await get(`/v1/documents/${OWN_DOCUMENT}`, kind)).status).toBe(403);
    }
  });
});
