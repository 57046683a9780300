import { randomInt } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { eventually } from '../local/eventually';
import { type Answer, type Caller, sharedSandbox } from '../support/e2e-client';
import { plusDays, todayIn } from '../support/e2e-dates';
import { Ledger } from '../support/e2e-ledger';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

jest.setTimeout(180_000);

const sandbox = sharedSandbox();
const { acme, bestsofa, bestsofaReadOnly, nobody: customer } = sandbox;
const ledger = new Ledger(sandbox);
const today = todayIn('America/Chicago');

const HEADER = 'Store Name,LEASE ID,customer name,invoice_amount,Confirmed Delivery Date,merchant_ref,note';

/** A name that no other run of these tests has used. */
const newName = (merchantId = 'mer_bestsofa'): string =>
  `FUND_${merchantId}_${today.replaceAll('-', '')}_${randomInt(1_000_000, 9_999_999)}.csv`;

const send = (name: string, raw: string | Buffer, caller: Caller = bestsofa): Promise<Answer> =>
  caller.send('POST', `/v1/funding-files?fileName=${name}`, {
    raw,
    idempotencyKey: null,
    headers: { 'content-type': 'text/csv' },
  });

/** The file once it has an end, with its rows. Asked with a key of its own: asking often must not slow down the sender. */
const ended = (fileId: string) =>
  eventually(async () => {
    const { body } = leases.expectStatus(await bestsofaReadOnly.get(`/v1/funding-files/${fileId}`), 200);
    return ['processed', 'rejected'].includes(body.state) ? body : undefined;
  });

const processed = async (name: string, raw: string | Buffer) =>
  await ended(leases.expectStatus(await send(name, raw), 201).body.fileId);

const reportOf = async (fileId: string): Promise<string> =>
  leases.expectStatus(
    await bestsofaReadOnly.send('GET', `/v1/funding-files/${fileId}`, { headers: { accept: 'text/csv' } }),
    200,
  ).text;

const codesOf = (file: { rows: { code: string }[] }): string[] => file.rows.map(({ code }) => code);

const linesOf = (report: string): string[][] => parse(report, { relax_column_count: true });

/** The worked file of domain.md 4.6; the third invoice is within the sandbox's approval. */
interface Leases {
  ana: string;
  pat: string;
  kim: string;
  jose: string;
  al: string;
}

const named = (firstName: string, lastName: string) => ({ firstName, lastName });

async function acceptedFor(person: ReturnType<typeof named>, invoiceTotalCents: number): Promise<string> {
  const { leaseId } = await leases.apply(bestsofa, { customer: person });
  const lease = await leases.invoiced(bestsofa, leaseId, leases.invoiceOf(invoiceTotalCents));
  leases.expectStatus(await leases.sign(customer, lease), 200);
  return leaseId;
}

async function workedLeases(): Promise<Leases> {
  const [ana, pat, kim, al, { leaseId: jose }] = await Promise.all([
    acceptedFor(named('Ana', 'Ruiz'), 100_000),
    acceptedFor(named('Pat', "O'Brien"), 45_025),
    acceptedFor(named('Kim', 'Lee'), 119_999),
    acceptedFor(named('Al', 'Fox'), 70_000),
    leases.apply(bestsofa, { customer: named('José', 'Peña') }),
  ]);
  await leases.invoiced(bestsofa, jose, leases.invoiceOf(80_000));
  return { ana, pat, kim, al, jose };
}

const workedFile = ({ ana, pat, kim, jose, al }: Leases): string =>
  [
    `\uFEFF${HEADER}`,
    `BestSofa Dallas,${ana},"Ruiz, Ana","1,000.00",${today},A-17,=1+1`,
    `sto_dallas,${pat},"OBRIEN, PAT",450.25,${usDate(plusDays(today, 6))},,"two\nlines, ""quoted"""`,
    `BestSofa Dallas,${kim},"Lee, Kim",1199.98,${today},,`,
    `BestSofa Dallas,${ana},"Ruiz, Ana",1000.00,${today},,`,
    `BestSofa Dallas,12345,"Diaz, Eva",99.00,${today},,`,
    `BestSofa Dallas,${jose},"Pena, Jose",800.00,${today},,`,
    `BestSofa Dallas,${al},Al Fox,700.00,${plusDays(today, -55)},,`,
    '',
  ].join('\r\n');

afterAll(async () => {
  await ledger.assertBooks();
  await ledger.close();
});

describe('the worked file of domain.md 4.6, over HTTPS', () => {
  const name = newName();
  let five: Leases;
  let file: Awaited<ReturnType<typeof ended>>;
  let report = '';

  beforeAll(async () => {
    five = await workedLeases();
    file = await processed(name, workedFile(five));
    report = await reportOf(file.fileId);
  });

  it('has exactly these seven results, each row by itself, with a byte order mark, CRLF, quotes and accents in it', () => {
    expect(codesOf(file)).toEqual([
      'FUNDED',
      'SCHEDULED',
      'AMOUNT_MISMATCH',
      'DUPLICATE_IN_FILE',
      'INVALID_LEASE_ID',
      'NOT_SIGNED',
      'DELIVERY_DATE_OUT_OF_WINDOW',
    ]);
    expect(file).toMatchObject({
      state: 'processed',
      counts: { rows: 7, accepted: 1, scheduled: 1, repeats: 0, rejected: 5 },
      fundedCents: 100_000,
    });
    expect(file.rows[2].messageEn).toContain('$1,199.99');
    expect(file.rows[6].messageEn).toContain(plusDays(today, -30));
    expect(file.rows[6].messageEs).toContain('55 días');
  });

  it('does what it says: one lease is Funded and payable once, one will be on its day', async () => {
    const lease = leases.expectStatus(await bestsofa.get(`/v1/leases/${five.ana}`), 200).body;
    expect(lease).toMatchObject({ status: 'funded', deliveredOn: today });
    const { body } = leases.expectStatus(await bestsofa.get(`/v1/fundings?leaseId=${five.ana}`), 200);
    expect(body.data).toMatchObject([{ kind: 'funding', netCents: 100_000 }]);
    const pat = leases.expectStatus(await bestsofa.get(`/v1/leases/${five.pat}`), 200).body;
    expect(pat).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: plusDays(today, 6) });
    const types = await leases.timeline(bestsofa, five.ana);
    expect(types.find(({ type }: { type: string }) => type === 'delivery.confirmed')).toMatchObject({
      actor: `file:${name}`,
      channel: 'file',
    });
  });

  it('is answered by a report of all that was received, with totals that add up', () => {
    const [header = [], ...lines] = linesOf(report);
    expect(header.slice(0, 7)).toEqual(HEADER.split(','));
    expect(header.slice(7, 10)).toEqual(['row', 'result', 'code']);
    expect(lines.at(-1)).toEqual(['#TOTALS', '7', '1', '1', '0', '5', '1000.00']);
    const [first = [], second = []] = lines;
    expect(first.slice(0, 10)).toEqual([
      ...['BestSofa Dallas', five.ana, 'Ruiz, Ana', '1,000.00', today, 'A-17', "'=1+1"],
      ...['1', 'accepted', 'FUNDED'],
    ]);
    expect(first.slice(12, 14)).toEqual(['funded', '1000.00']);
    expect(first[14]).toMatch(/^FRUN-\d{4}-\d\d-\d\d$/);
    expect(second[6]).toBe('two\nlines, "quoted"');
    expect(lines).toHaveLength(8);
  });

  it('sent again is the same file: the same report, and no money moves', async () => {
    const again = leases.expectStatus(await send(name, workedFile(five)), 201);
    expect(again.body.fileId).toBe(file.fileId);
    expect(await reportOf(file.fileId)).toBe(report);
    const renamed = await processed(newName(), workedFile(five));
    expect(renamed).toMatchObject({ repeatsFileId: file.fileId, counts: file.counts });
    expect(await reportOf(renamed.fileId)).toBe(report);
    const { body } = leases.expectStatus(await bestsofa.get(`/v1/fundings?leaseId=${five.ana}`), 200);
    expect(body.data).toHaveLength(1);
  });

  it('with one changed byte under its name is refused, and the first report stays', async () => {
    const changed = workedFile(five).replace('1199.98', '1199.99');
    const refused = await processed(name, changed);
    expect(refused).toMatchObject({ state: 'rejected', code: 'NAME_REUSED' });
    expect(refused.fileId).not.toBe(file.fileId);
    expect(await reportOf(file.fileId)).toBe(report);
    expect((await bestsofa.get(`/v1/leases/${five.kim}`)).body.status).toBe('lease_accepted');
  });

  it('mended under a new name funds what was wrong, moves a date that lies ahead, and repeats what was funded', async () => {
    const next = await processed(
      newName(),
      [
        HEADER,
        `BestSofa Dallas,${five.pat},"O'Brien, Pat",450.25,${plusDays(today, 8)},,`,
        `BestSofa Dallas,${five.kim},"Lee, Kim",1199.99,${usDate(today)},,`,
        `BestSofa Dallas,${five.ana},"Ruiz, Ana",1000.00,${today},,`,
        '#TRAILER,3,2650.24',
      ].join('\n'),
    );
    expect(codesOf(next)).toEqual(['SCHEDULED', 'FUNDED', 'ALREADY_FUNDED']);
    expect(next.counts).toEqual({ rows: 3, accepted: 1, scheduled: 1, repeats: 1, rejected: 0 });
    expect((await bestsofa.get(`/v1/leases/${five.pat}`)).body.fundingScheduledFor).toBe(plusDays(today, 8));
  });
});

describe('a row', () => {
  it("for another retailer's lease is answered as if there were none", async () => {
    const theirs = await leases.accepted(acme, customer, { storeId: 'sto_albany' });
    const row = (id: string): string => `BestSofa Dallas,${id},"Ruiz, Ana",1000.00,${today},,`;
    const file = await processed(newName(), [HEADER, row(theirs.leaseId), row('1999999998')].join('\n'));
    const [other, unknown] = file.rows;
    expect(other).toMatchObject({ code: 'LEASE_NOT_FOUND', leaseStatusAfter: null });
    expect({ ...other, row: 2, leaseId: unknown.leaseId }).toEqual(unknown);
    expect((await acme.get(theirs.path)).body.status).toBe('lease_accepted');
    expectProblem(await acme.get(`/v1/funding-files/${file.fileId}`), 404, 'NOT_FOUND');
  });

  it('of the sofa alone is a partial delivery, and of a refused card not OK to deliver', async () => {
    const [whole, unpaid] = await Promise.all([leases.accepted(bestsofa, customer), leases.contracts(bestsofa)]);
    expectProblem(await leases.sign(customer, unpaid, { cardToken: 'tok_declined' }), 402, 'CARD_DECLINED');
    const file = await processed(
      newName(),
      [
        HEADER,
        `BestSofa Dallas,${whole.leaseId},"Ruiz, Ana",700.00,${today},,`,
        `BestSofa Dallas,${unpaid.leaseId},"Ruiz, Ana",1000.00,${today},,`,
        `BestSofa Dallas,4.82191E+09,"Ruiz, Ana",1000.00,${today},,`,
      ].join('\n'),
    );
    expect(codesOf(file)).toEqual(['PARTIAL_DELIVERY', 'NOT_OK_TO_DELIVER', 'INVALID_LEASE_ID']);
    expect((await bestsofa.get(whole.path)).body.status).toBe('lease_accepted');
    expect((await bestsofa.get(unpaid.path)).body.status).toBe('contracts');
  });
});

describe('a whole file is refused, and no row of it is acted on', () => {
  const good = (): string => `BestSofa Dallas,1999999998,"Ruiz, Ana",1000.00,${today},,`;

  it.each<[string, string | Buffer]>([
    ['MISSING_COLUMN', `store_name,lease_id,customer_name,delivery_date\nBestSofa Dallas,1999999998,Ruiz,${today}`],
    ['DUPLICATE_COLUMN', `${HEADER},lease_id\n${good()},1`],
    ['EMPTY', `${HEADER}\n`],
    ['TRAILER_MISMATCH', `${HEADER}\n${good()}\n#TRAILER,2,1000.00`],
    ['TRAILER_MISMATCH', `${HEADER}\n${good()}\n#TRAILER,1,1000.01`],
    ['NOT_CSV', Buffer.from(`${HEADER}\nBestSofa Dallas,1999999998,Pe\xf1a,1000.00,${today},,`, 'latin1')],
  ])('%s', async (code, content) => {
    const file = await processed(newName(), content);
    expect(file).toMatchObject({ state: 'rejected', code, rows: [], fundedCents: 0 });
    const [, line = [], totals] = linesOf(await reportOf(file.fileId));
    expect(line).toContain(code);
    expect(totals).toEqual(['#TOTALS', '0', '0', '0', '0', '0', '0.00']);
  });

  it('whose name is another merchant’s, or no name of a file', async () => {
    const refused = await processed(newName('mer_acme'), `${HEADER}\n${good()}`);
    expect(refused).toMatchObject({ state: 'rejected', code: 'MERCHANT_MISMATCH' });
    expect(await processed('deliveries.csv', `${HEADER}\n${good()}`)).toMatchObject({ code: 'BAD_FILE_NAME' });
  });
});

/** `2026-11-24` as `11-24-2026`. */
function usDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}-${day}-${year}`;
}
