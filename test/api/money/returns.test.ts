import { returnFiles } from '../../../api/money/returns';
import type { Caller } from '../../../api/ports';
import { LeaseError } from '../../../domain/errors';
import { type LeaseId, merchantId } from '../../../domain/ids';
import { embeddedLedger } from '../../support/ledger-database';
import { ReturnsWorld } from '../../support/returns-world';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n', 'latin1');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 13, 10]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

const retailer = (id: string): Caller => ({
  ...{ keyId: 'key_1', kind: 'retailer', merchantId: merchantId(id) },
  scopes: ['leases:read', 'leases:write'],
});
const OWN = retailer('mer_bestsofa');
const OTHER = retailer('mer_other');

let world: ReturnsWorld;
beforeAll(async () => {
  world = await ReturnsWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const files = () => returnFiles({ db: world.db, cipher: world.world.cipher });
const attach = async (
  leaseId: LeaseId,
  body: Buffer,
  over: { key?: string; returnId?: string; caller?: Caller } = {},
) => {
  const { key = `key-${body.length}`, returnId = `RET-${leaseId}-1`, caller = OWN } = over;
  const request = { caller, leaseId, returnId, requestId: 'req-1', idempotencyKey: `${leaseId} ${key}`, body };
  return await files().attach(request);
};
async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return (await work, 'ok');
  } catch (error) {
    if (error instanceof LeaseError) return error.code;
    throw error;
  }
}
async function returned(): Promise<LeaseId> {
  const lease = await world.funded(1);
  await world.post(lease, { lines: [{ lineNumber: 2, amountCents: 1_000 }], creditInvoiceNumber: 'CR-7' });
  return lease;
}

describe('the returns of a lease', () => {
  it('are listed newest first, for whose they are', async () => {
    const lease = await returned();
    await world.post(lease, { actionType: 'price_adjustment', lines: [{ lineNumber: 1, amountCents: 500 }] });
    const list = await files().list(OWN, lease);
    expect(list).toMatchObject([
      { returnId: `RET-${lease}-2`, actionType: 'price_adjustment', merchantDebitCents: 500, creditInvoice: null },
      { returnId: `RET-${lease}-1`, creditInvoiceNumber: 'CR-7', lines: [{ lineNumber: 2, amountCents: 1_000 }] },
    ]);
    expect(await codeOf(files().list(OTHER, lease))).toBe('LEASE_NOT_FOUND');
  });
});

describe("a merchant's credit invoice", () => {
  it.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['image/jpeg', JPEG],
  ])('is what its bytes say, %s, and comes back as it was', async (mediaType, bytes) => {
    const lease = await returned();
    const { creditInvoice } = await attach(lease, bytes);
    expect(creditInvoice).toMatchObject({ returnId: `RET-${lease}-1`, mediaType, byteCount: bytes.length });
    expect(await files().creditInvoice(OWN, lease, `RET-${lease}-1`)).toEqual({ mediaType, bytes });
    expect(await files().list(OWN, lease)).toMatchObject([
      { creditInvoice: { mediaType, sha256: creditInvoice.sha256 } },
    ]);
  });

  it('is kept once: the same again is fine, another one is refused and changes nothing', async () => {
    const lease = await returned();
    const first = await attach(lease, PDF);
    expect(await attach(lease, PDF)).toEqual({ ...first, isReplayed: true });
    expect(await attach(lease, PDF, { key: 'another' })).toEqual({ ...first, isReplayed: false });
    expect(await codeOf(attach(lease, PNG))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(attach(lease, PNG, { key: 'another' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await files().creditInvoice(OWN, lease, `RET-${lease}-1`)).bytes).toEqual(PDF);
  });

  it('is no other file, not too long, and belongs to a return of its own lease', async () => {
    const lease = await returned();
    expect(await codeOf(attach(lease, Buffer.from('GIF89a')))).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect(await codeOf(attach(lease, Buffer.alloc(0)))).toBe('UNSUPPORTED_MEDIA_TYPE');
    const tooLong = Buffer.concat([PDF, Buffer.alloc(10_485_761 - PDF.length)]);
    expect(await codeOf(attach(lease, tooLong))).toBe('BODY_TOO_LARGE');
    expect(await codeOf(attach(lease, tooLong.subarray(0, 10_485_760)))).toBe('ok');
    expect(await codeOf(attach(lease, PDF, { returnId: 'RET-9-1' }))).toBe('NOT_FOUND');
    expect(await codeOf(attach(lease, PDF, { caller: OTHER }))).toBe('LEASE_NOT_FOUND');
    expect(await codeOf(files().creditInvoice(OTHER, lease, `RET-${lease}-1`))).toBe('LEASE_NOT_FOUND');
  });

  it('is sealed in SQL, and its arrival is a line of the audit log', async () => {
    const lease = await returned();
    await attach(lease, PDF);
    const row = await world.db
      .selectFrom('credit_invoices')
      .selectAll()
      .where('return_id', '=', `RET-${lease}-1`)
      .executeTakeFirstOrThrow();
    expect(row.content.includes('%PDF')).toBe(false);
    expect(row.content.includes(PDF.toString('base64').slice(0, 12))).toBe(false);
    const log = await world.db.selectFrom('audit_log').selectAll().where('lease_id', '=', lease).execute();
    expect(log).toMatchObject([{ event: 'attachCreditInvoice', actor: 'retailer:key_1', request_id: 'req-1' }]);
  });
});
