import { cents } from '../../../domain/cents';
import type { FoundLease } from '../../../domain/funding-file/found-lease';
import { beforeTelling } from '../../../domain/funding-file/judge-row';
import { afterVerdict } from '../../../domain/funding-file/judge-verdict';
import { isRowFault, readRow } from '../../../domain/funding-file/read-row';
import { ROW_OUTCOMES, type RowResult, rowResult } from '../../../domain/funding-file/row-result';
import { rowText } from '../../../domain/funding-file/row-words';
import { findNamedStore, storeDirectory } from '../../../domain/funding-file/store-names';
import { storeId } from '../../../domain/ids';
import type { LeaseState } from '../../../domain/lease/state';
import { localDate } from '../../../domain/store-clock';
import {
  approved,
  at,
  card,
  CHICAGO,
  invoiceOf,
  line,
  lived,
  meet,
  rendered,
  signed,
} from '../../support/lease-fixture';
import { headerOf } from './rows';

const SIGNED_AT = at('2026-09-20T18:00Z');
const PROCESSED_AT = at('2026-11-25T20:00Z');

const contracts = (priceCents: number): LeaseState => {
  const invoice = invoiceOf([line(1, priceCents)]);
  const before = approved(SIGNED_AT, { terms: { ...approved(SIGNED_AT).origin.terms, minInvoiceCents: cents(1) } });
  const roomy = { ...before, approval: before.approval && { ...before.approval, limitCents: cents(300_000) } };
  return lived(roomy, SIGNED_AT, { event: 'invoiceSubmitted', invoice }, rendered(1));
};

const accepted = (priceCents: number): LeaseState =>
  lived(contracts(priceCents), SIGNED_AT, signed(1), card('captured'), { event: 'acceptancePassed' });

interface Lease {
  lastName: string;
  state: LeaseState;
}

/** The merchant's leases before the file (domain.md 4.6). */
const LEASES: ReadonlyMap<string, Lease> = new Map([
  ['1002003001', { lastName: 'Ruiz', state: accepted(100_000) }],
  ['1002003002', { lastName: 'OBRIEN', state: accepted(45_025) }],
  ['1002003003', { lastName: 'Lee', state: accepted(234_999) }],
  ['1002003006', { lastName: 'Pena', state: contracts(80_000) }],
  ['1002003007', { lastName: 'Fox', state: accepted(70_000) }],
]);

const FILE = [
  ['Dallas', '1002003001', 'Ruiz, Ana', '1000.00', '2026-11-24'],
  ['Dallas', '1002003002', "O'Brien, Pat", '450.25', '2026-12-01'],
  ['Dallas', '1002003003', 'Lee, Kim', '2349.98', '2026-11-24'],
  ['Dallas', '1002003001', 'Ruiz, Ana', '1000.00', '2026-11-24'],
  ['Dallas', '12345', 'Diaz, Eva', '99.00', '2026-11-24'],
  ['Dallas', '1002003006', 'Peña, José', '800.00', '2026-11-24'],
  ['Dallas', '1002003007', 'Fox, Al', '700.00', '2026-10-01'],
];

const HEADER = headerOf(['store_name', 'lease_id', 'customer_name', 'invoice_amount', 'delivery_date']);
const STORES = storeDirectory([{ storeId: storeId('sto_dallas'), name: 'Dallas' }]);

function found({ lastName, state }: Lease, storeName: string): FoundLease {
  return {
    storeId: storeId('sto_dallas'),
    namedStoreId: findNamedStore(STORES, storeName),
    customer: { lastName },
    status: state.status,
    servicingState: null,
    isBlocked: state.isBlocked,
    invoiceTotalCents: state.contract?.invoiceTotalCents ?? null,
    lineTotals: [],
    deliveredOn: state.deliveredOn,
    wasCancelled: false,
    isCardRefused: false,
  };
}

/** What a file does, without SQL and Temporal: reads a row, asks the lease itself, keeps what it has become. */
function processed(leases: Map<string, Lease>, rows: readonly string[][]): RowResult[] {
  const seen = new Set<string>();
  return rows.map((cells) => {
    const row = readRow(HEADER, cells);
    if (row.leaseId !== null && seen.has(row.leaseId)) return rowResult('DUPLICATE_IN_FILE');
    if (row.leaseId !== null) seen.add(row.leaseId);
    if (isRowFault(row)) return row.result;

    const lease = leases.get(row.leaseId);
    const before = lease && found(lease, row.storeName);
    const unasked = beforeTelling(row, before);
    if (unasked !== 'tell' || !lease || !before) return unasked === 'tell' ? rowResult('HELD') : unasked;
    const { deliveredOn } = row;
    const judgement = meet(lease.state, { event: 'deliveryConfirmed', deliveredOn }, PROCESSED_AT);
    leases.set(row.leaseId, { ...lease, state: judgement.lease });
    if (judgement.outcome === 'noted') throw new Error('a delivery is accepted or refused');
    const verdict = {
      outcome: judgement.outcome,
      code: judgement.outcome === 'refused' ? judgement.code : null,
      from: lease.state.status,
      status: judgement.lease.status,
      judgedOn: localDate(CHICAGO, PROCESSED_AT),
    };
    return afterVerdict(row, verdict, before, judgement.lease);
  });
}

const codes = (results: RowResult[]): string[] => results.map(({ code }) => code);

describe('the worked file of domain.md 4.6', () => {
  it('has exactly these seven results', () => {
    const results = processed(new Map(LEASES), FILE);
    expect(codes(results)).toEqual([
      'FUNDED',
      'SCHEDULED',
      'AMOUNT_MISMATCH',
      'DUPLICATE_IN_FILE',
      'INVALID_LEASE_ID',
      'NOT_SIGNED',
      'DELIVERY_DATE_OUT_OF_WINDOW',
    ]);
    expect(results.map(({ code }) => ROW_OUTCOMES[code]).filter((outcome) => outcome === 'rejected')).toHaveLength(5);
    const texts = results.map((result) => rowText(result, 'en'));
    expect(texts[2]).toContain('$2,349.99');
    expect(texts[6]).toBe('The delivery date is 55 days ago; the oldest allowed is 2026-10-26.');
  });

  it('sent again under another day changes nothing: what funded is a repeat, what is scheduled stays so', () => {
    const leases = new Map(LEASES);
    processed(leases, FILE);
    const again = processed(leases, FILE);
    expect(codes(again).slice(0, 2)).toEqual(['ALREADY_FUNDED', 'SCHEDULED']);
    expect(leases.get('1002003002')?.state.fundingScheduledFor).toBe('2026-12-01');
    expect(leases.get('1002003001')?.state.status).toBe('funded');
  });

  it('gives each row the same result in any order, but for the rows of one lease', () => {
    const reversed = processed(new Map(LEASES), [...FILE].reverse());
    expect(codes(reversed).reverse()).toEqual([
      'DUPLICATE_IN_FILE',
      'SCHEDULED',
      'AMOUNT_MISMATCH',
      'FUNDED',
      'INVALID_LEASE_ID',
      'NOT_SIGNED',
      'DELIVERY_DATE_OUT_OF_WINDOW',
    ]);
  });
});
