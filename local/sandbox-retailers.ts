import type { BankAccount } from '../domain/applicant';
import { cents } from '../domain/cents';
import type { ProgramTerms } from '../domain/program';

export interface DemoStore {
  storeId: string;
  name: string;
  kind: 'store' | 'web';
  state: string;
  timeZone: string;
}

export interface DemoRetailer {
  merchantId: string;
  name: string;
  /** where it is paid; invented, with digits that the simulated bank settles */
  bankAccount: BankAccount;
  stores: readonly DemoStore[];
}

/** Twice the cash price over a year, $49.00 at signing (design.md 7, domain.md 3.1). */
export const DEMO_PROGRAM: ProgramTerms = {
  totalToOwnBps: 20_000,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(5_000),
  maxInvoiceCents: cents(500_000),
  termMonths: 12,
};

export const DEMO_RETAILERS: readonly DemoRetailer[] = [
  {
    merchantId: 'mer_bestsofa',
    name: 'BestSofa',
    bankAccount: { routingNumber: '231380104', accountNumber: '7445678990', accountType: 'checking' },
    stores: [
      { storeId: 'sto_dallas', name: 'BestSofa Dallas', kind: 'store', state: 'TX', timeZone: 'America/Chicago' },
      {
        storeId: 'sto_fresno',
        name: 'BestSofa Fresno',
        kind: 'store',
        state: 'CA',
        timeZone: 'America/Los_Angeles',
      },
    ],
  },
  {
    merchantId: 'mer_acme',
    name: 'Acme Mattress',
    bankAccount: { routingNumber: '091000019', accountNumber: '55501234', accountType: 'savings' },
    stores: [
      { storeId: 'sto_albany', name: 'Acme Albany', kind: 'store', state: 'NY', timeZone: 'America/New_York' },
      { storeId: 'sto_acmeweb', name: 'Acme Online', kind: 'web', state: 'NY', timeZone: 'America/New_York' },
    ],
  },
];
