import { createHash } from 'node:crypto';
import { documentReads } from '../../../api/documents/documents';
import type { DocumentReads } from '../../../api/documents/documents-port';
import type { Caller } from '../../../api/ports';
import { LeaseError } from '../../../domain/errors';
import { leaseId, merchantId, storeId } from '../../../domain/ids';
import { ActivityWorld, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';
import { pdfPages } from '../files/pdf-text';

let world: ActivityWorld;
let documents: DocumentReads;
let lease: WorldLease;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
  documents = documentReads({ db: world.db, cipher: world.cipher });
  lease = await (await world.applied()).accepted();
}, 60_000);
afterAll(() => world.close());

const retailer = (merchant: string, more: Partial<Caller> = {}): Caller => ({
  ...{ keyId: 'k', kind: 'retailer', merchantId: merchantId(merchant), scopes: [] },
  ...more,
});
const CARE: Caller = { keyId: 'care', kind: 'care', merchantId: null, scopes: ['care'] };
const OWN = retailer('mer_bestsofa');
const STRANGERS = [
  retailer('mer_acme'),
  retailer('mer_bestsofa', { storeIds: [storeId('sto_los_angeles')] }),
  retailer('mer_bestsofa', { storeIds: [] }),
];

describe('the signed agreement', () => {
  it('is made at once when nobody has made it yet, and is the same file from then on', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => documents.signedAgreement(lease.leaseId, 1)));
    expect(one).toMatchObject({ kind: 'signed_agreement', language: 'en', mediaType: 'application/pdf' });
    expect(
      createHash('sha256')
        .update(one?.bytes ?? '')
        .digest('hex'),
    ).toBe(one?.sha256);
    expect(other).toEqual(one);
    expect(await documents.signedAgreement(lease.leaseId, 1)).toEqual(one);
    expect(pdfPages(one?.bytes ?? Buffer.alloc(0)).at(-1)).toContain('Certificate of signature');
  });

  it('does not exist for a contract that nobody signed', async () => {
    const unsigned = await (await world.applied()).contracts();
    const isGone = { code: 'NOT_FOUND' };
    await expect(documents.signedAgreement(unsigned.leaseId, 1)).rejects.toMatchObject(isGone);
    await expect(documents.signedAgreement(lease.leaseId, 2)).rejects.toMatchObject(isGone);
    await expect(documents.signedAgreement(leaseId('1111111111'), 1)).rejects.toMatchObject(isGone);
  });
});

describe('documents of a lease', () => {
  it('are listed and read by our own people and its own retailer', async () => {
    const { bytes, mediaType: _, ...view } = await documents.signedAgreement(lease.leaseId, 1);
    for (const caller of [CARE, OWN, retailer('mer_bestsofa', { storeIds: [storeId('sto_dallas')] })]) {
      expect(await documents.list(caller, lease.leaseId)).toEqual([view]);
      expect((await documents.read(caller, view.documentId)).bytes.equals(bytes)).toBe(true);
    }
  });

  it('do not exist for another retailer or for a clerk of another store, in the words for an unknown one', async () => {
    const { documentId } = await documents.signedAgreement(lease.leaseId, 1);
    const refusalOf = async (work: Promise<unknown>) =>
      await work.then(
        () => 'answered',
        (error: unknown) => (error instanceof LeaseError ? `${error.code}: ${error.message}` : error),
      );
    const unknown = await refusalOf(documents.read(CARE, 'doc_1111111111_signed_agreement_1'));
    expect(unknown).toBe('NOT_FOUND: no such document');
    for (const stranger of STRANGERS) {
      expect(await refusalOf(documents.read(stranger, documentId))).toBe(unknown);
      expect(await refusalOf(documents.list(stranger, lease.leaseId))).toBe('LEASE_NOT_FOUND: no such lease');
    }
  });

  it('are not given out when their bytes are no longer those of their hash', async () => {
    const other = await (await world.applied()).accepted();
    const { documentId } = await documents.signedAgreement(other.leaseId, 1);
    await world.db
      .updateTable('documents')
      .set({ sha256: 'f'.repeat(64) })
      .where('document_id', '=', documentId)
      .execute();
    await expect(documents.read(CARE, documentId)).rejects.toThrow('is not what its hash says');
  });
});
