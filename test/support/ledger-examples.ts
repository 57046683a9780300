import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, merchantId, type LeaseId } from '../../domain/ids';
import type { JournalEntry, MovementKind } from '../../domain/ledger';
import { initialPaymentCaptured, leaseFunded } from '../../domain/ledger-entries';
import { movement } from '../../domain/ledger-movements';

const MERCHANT = merchantId('M-1');
const LEASE = leaseId('1002003001');
const occurredAt = '2026-11-24T20:14:38.000Z' as Instant;
const about = { leaseId: LEASE, merchantId: MERCHANT, occurredAt };

interface Terms {
  invoiceCents: number;
  totalCents: number;
  initialCents: number;
}

/** domain.md 3.1 */
const TERMS_A: Terms = { invoiceCents: 100_000, totalCents: 200_000, initialCents: 4_900 };

const signedAndFunded = ({ invoiceCents, totalCents, initialCents }: Terms): JournalEntry[] => [
  initialPaymentCaptured({ ...about, round: 1, amountCents: cents(initialCents) }),
  ...leaseFunded({
    ...about,
    invoiceTotalCents: cents(invoiceCents),
    totalToOwnCents: cents(totalCents),
    initialPaymentCents: cents(initialCents),
  }),
];

const move = (kind: MovementKind, key: string, amountCents: number): JournalEntry =>
  movement(kind, { ...about, key, amountCents: cents(amountCents) });

const traceOf = (number: number): string => `07100001${String(number).padStart(7, '0')}`;

/** Debits that were filed and settled one after the other, under the trace numbers 1, 2, … */
const paidByDebit = (count: number, amountCents: number): JournalEntry[] =>
  Array.from({ length: count }, (_, index) => traceOf(index + 1)).flatMap((trace) => [
    move('DebitFiled', `file-debit:${trace}`, amountCents),
    move('DebitSettled', `settle-debit:${trace}`, amountCents),
  ]);

const boughtFor = (lease: LeaseId, invoiceCents: number): JournalEntry =>
  leaseFunded({
    leaseId: lease,
    merchantId: MERCHANT,
    occurredAt,
    invoiceTotalCents: cents(invoiceCents),
    totalToOwnCents: cents(2 * invoiceCents),
    initialPaymentCents: cents(0),
  })[0];

const leaseNumber = (number: number): LeaseId => leaseId(`100200300${number}`);

/** domain.md 3.10: three days of one merchant. Nothing is posted on the second day: what is owed is the carry. */
const netting: JournalEntry[] = [
  ...[100_000, 45_025, 234_999].map((invoiceCents, index) => boughtFor(leaseNumber(index + 1), invoiceCents)),
  move('MerchandiseReturned', 'return-goods:RET-1002003001-1', 30_000),
  move('PriceAdjusted', 'adjust-price:RET-1002003003-1', 5_000),
  move('MerchantPaid', 'pay-merchant:FRUN-2026-11-24:M-1', 345_024),
  boughtFor(leaseNumber(4), 20_000),
  move('MerchandiseReturned', 'return-goods:RET-1002003001-2', 70_000),
  boughtFor(leaseNumber(5), 120_000),
  move('MerchantPaid', 'pay-merchant:FRUN-2026-11-27:M-1', 70_000),
];

/** domain.md 3.9 E: four of 26 payments made, then goods of 300.00 out of 1,000.00 go back. */
const partialReturn: JournalEntry[] = [
  ...signedAndFunded(TERMS_A),
  ...paidByDebit(4, 7_504),
  move('MerchandiseReturned', 'return-goods:RET-1002003001-1', 30_000),
  move('RentReduced', 'reduce-rent:RET-1002003001-1', 165_084 - 115_559),
];

/** domain.md 3.9 F: one payment made, ten of the fourteen days it paid for given back with the goods. */
const wholeReturn: JournalEntry[] = [
  ...signedAndFunded({ invoiceCents: 45_025, totalCents: 90_050, initialCents: 4_900 }),
  ...paidByDebit(1, 3_275),
  move('MerchandiseReturned', 'return-goods:RET-1002003001-1', 45_025),
  move('RentReduced', 'reduce-rent:RET-1002003001-1', 90_050 - 4_900 - 3_275 + 2_339),
  move('RefundOwed', 'owe-refund:PAY-RET-1002003001-1-refund', 2_339),
  move('RentEarned', 'earn-rent:1002003001', 4_900 + 3_275 - 2_339),
  move('RefundFiled', `file-refund:${traceOf(2)}`, 2_339),
];

/** A payment that the bank sends back before it settled, again after it had; a fee for the time between, waived later. */
const debitThatComesBack: JournalEntry[] = [
  move('DebitFiled', `file-debit:${traceOf(1)}`, 7_504),
  move('DebitReturned', `return-debit:${traceOf(1)}`, 7_504),
  move('DebitFiled', `file-debit:${traceOf(2)}`, 7_504),
  move('DebitSettled', `settle-debit:${traceOf(2)}`, 7_504),
  move('SettledDebitReturned', `return-debit:${traceOf(2)}`, 7_504),
  move('LateFeeAssessed', 'assess-late-fee:FEE-1002003001-1', 375),
  move('LateFeeWaived', 'waive-late-fee:FEE-1002003001-1', 375),
];

/** domain.md 3.4 C, contract state: six of 26 payments made, then the goods are bought for 549.76. */
const buyout: JournalEntry[] = [
  ...signedAndFunded(TERMS_A),
  ...paidByDebit(6, 7_504),
  move('CardPaymentTaken', 'take-payment:PAY-1002003001-k3b7q2xd', 54_976),
  move('RentForgone', 'forgo-rent:1002003001', 200_000 - 4_900 - 6 * 7_504 - 54_976),
  move('RentEarned', 'earn-rent:1002003001', 4_900 + 6 * 7_504 + 54_976),
  move('MerchandiseExpensed', 'expense-merchandise:1002003001', 100_000),
];

/** The worked examples of docs/LEDGER.md, by the heading of their section. */
export const LEDGER_EXAMPLES: Readonly<Record<string, readonly JournalEntry[]>> = {
  'Worked example A': signedAndFunded(TERMS_A),
  'Worked example G': netting,
  'Worked example E': partialReturn,
  'Worked example F': wholeReturn,
  'Worked example: a debit that comes back': debitThatComesBack,
  'Worked example C': buyout,
};
