import type { SandboxRetailer } from '../local/sandbox-file';

/** A file, and what must become of its rows. */
export interface FileShare {
  name: string;
  text: string;
  expected: { counts: object; fundedCents: number };
}

const HEADER = 'store_name,lease_id,customer_name,invoice_amount,delivery_date,merchant_ref';
const INVOICE = '1000.00';
const DELIVERED_ON = '2026-10-02';

/**
 * Files of a mix that is said out loud: 1 % fund; 30 % were funded before, 10 % have another amount and 10 % another
 * customer; 41 % name leases that do not exist; 5 % cannot be read; 3 % are named twice.
 */
export class FileOfRows {
  private takenPlanted = 0;
  private takenReady = 0;
  private fileCount = 0;

  constructor(
    private readonly retailer: SandboxRetailer,
    private readonly planted: readonly string[],
    private readonly ready: readonly string[],
  ) {}

  share(rowCount: number, fundingCount: number): FileShare {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: this.store.timeZone }).format(new Date());
    const funding = this.ready.slice(this.takenReady, (this.takenReady += fundingCount));
    const repeats = this.nextPlanted(rowCount * 0.3);
    const parts = [
      funding.map((leaseId) => this.row(leaseId, { on: today })),
      repeats.map((leaseId) => this.row(leaseId)),
      this.nextPlanted(rowCount * 0.1).map((leaseId) => this.row(leaseId, { amount: '999.99' })),
      this.nextPlanted(rowCount * 0.1).map((leaseId) => this.row(leaseId, { customer: '"Nobody, Known"' })),
      rows(rowCount * 0.41, (index) => this.row(String(7_000_000_000 + index))),
      rows(rowCount * 0.05, () => this.row('4.82E+09')),
      repeats.slice(0, rowCount * 0.03).map((leaseId) => this.row(leaseId)),
    ].flat();
    const counts = { rows: rowCount, accepted: fundingCount, scheduled: 0, repeats: repeats.length };
    const rejected = rowCount - fundingCount - repeats.length;
    if (parts.length !== rowCount) throw new Error(`the mix has ${parts.length} rows`);
    return {
      name: `FUND_${this.retailer.merchantId}_20261125_${(this.fileCount += 1)}.csv`,
      text: [HEADER, ...parts, ''].join('\r\n'),
      expected: { counts: { ...counts, rejected }, fundedCents: fundingCount * 100_000 },
    };
  }

  private get store() {
    const [store] = this.retailer.stores;
    if (!store) throw new Error('the retailer has no store');
    return store;
  }

  private nextPlanted(count: number): readonly string[] {
    return this.planted.slice(this.takenPlanted, (this.takenPlanted += count));
  }

  private row(leaseId: string, more: { on?: string; amount?: string; customer?: string } = {}): string {
    const { on = DELIVERED_ON, amount = INVOICE, customer = '"Ruiz, Ana"' } = more;
    return [this.store.name, leaseId, customer, amount, on, `order-${leaseId}`].join(',');
  }
}

const rows = (count: number, row: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => row(index));
