import { feesCsv, feesPdf } from '../../../api/files/fee-statement';
import { paymentsCsv, paymentsPdf } from '../../../api/files/payment-statement';
import type {
  FeeBreakdown,
  FeeLine,
  PaymentHistory,
  PaymentLine,
  StatementHead,
} from '../../../api/money/payments-port';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { leaseId } from '../../../domain/ids';
import { pdfPages } from './pdf-text';

const DAY = calendarDate('2027-01-04');
const head = (language: 'en' | 'es'): StatementHead => ({
  ...{ leaseId: leaseId('1002003001'), language, payFrequency: 'biWeekly', cutOffOn: DAY },
});

const line = (number: number, over: Partial<PaymentLine> = {}): PaymentLine => ({
  ...{ paymentId: `PAY-1002003001-${number}`, kind: 'scheduled', number, dueOn: DAY, postedOn: DAY, effectiveOn: DAY },
  ...{ amountCents: cents(7_504), method: { type: 'bank_account', last4: '4321' }, state: 'posted' },
  ...{ balanceAfterCents: cents(195_100 - number * 7_504), reference: '071000010000001' },
  ...over,
});
const history = (data: PaymentLine[]): PaymentHistory => ({
  ...{ data, cutOffOn: DAY, totalPaidCents: cents(1_234_567), remainingCents: cents(100), feesDueCents: cents(5) },
});
const fee = (over: Partial<FeeLine> = {}): FeeLine => ({
  ...{ feeId: 'FEE-1', paymentNumber: 2, dueOn: DAY, assessedOn: DAY, daysLate: 4, state: 'TX', rule: '5 % of it' },
  ...{ capCents: cents(500), amountCents: cents(375), waivedCents: cents(75), waivedReason: null },
  ...over,
});
const fees = (data: FeeLine[]): FeeBreakdown => ({
  ...{ data, assessedCents: cents(375), waivedCents: cents(75), totalCents: cents(300) },
});

const csvRows = (text: string): string[] => text.split('\r\n').slice(0, -1);

describe('a history for a spreadsheet', () => {
  it('has a line a payment under the names of the JSON fields, and what it adds up to', () => {
    const card = line(3, { kind: 'one_time', number: null, method: { type: 'card', last4: null }, reference: null });
    expect(csvRows(paymentsCsv(history([line(1), card])))).toEqual([
      'paymentId,kind,number,dueOn,postedOn,effectiveOn,amountCents,method,last4,state,balanceAfterCents,reference',
      'PAY-1002003001-1,scheduled,1,2027-01-04,2027-01-04,2027-01-04,7504,bank_account,4321,posted,187596,071000010000001',
      'PAY-1002003001-3,one_time,,2027-01-04,2027-01-04,2027-01-04,7504,card,,posted,172588,',
      'TOTAL_PAID,,,,,,1234567,,,,,',
      'REMAINING,,,,,,100,,,,,',
      'FEES_DUE,,,,,,5,,,,,',
      'CUT_OFF,,,2027-01-04,,,,,,,,',
    ]);
  });

  it('keeps a balance below zero a number', () => {
    expect(paymentsCsv(history([line(1, { balanceAfterCents: cents(-12) })]))).toContain(',posted,-12,');
  });
});

describe('fees for a spreadsheet', () => {
  it('end with what was assessed and waived, and with what is left', () => {
    expect(csvRows(feesCsv(fees([fee()]))).slice(-2)).toEqual(['ASSESSED,,,,,,,,375,75,', 'TOTAL,,,,,,,,300,,']);
  });

  it.each(['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    'run nothing when they are opened: %j is text',
    (waivedReason) => {
      const [, row = ''] = feesCsv(fees([fee({ waivedReason })])).split(/\r\n(?=FEE|ASSESSED)/);
      expect(row).toMatch(/,75,"?'/);
    },
  );

  it('keep a comma and a quote inside their cell', () => {
    expect(feesCsv(fees([fee({ waivedReason: 'asked, "kindly"' })]))).toContain(',"asked, ""kindly"""\r\n');
  });
});

describe('a history on paper', () => {
  const many = history(Array.from({ length: 100 }, (_, index) => line(index + 1)));

  it('is a PDF with every payment once, the heading on each page, and the pages numbered', async () => {
    const bytes = await paymentsPdf(many, head('en'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdfPages(bytes);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain('Balance');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    const told = pages.join('\n').split('\n');
    expect(told.filter((text) => /^Lease payment \d+$/.test(text))).toEqual(
      many.data.map(({ number }) => `Lease payment ${number ?? ''}`),
    );
  });

  it('says the lease, the next cut-off and the totals', async () => {
    const text = pdfPages(await paymentsPdf(history([line(1)]), head('en'))).join('\n');
    for (const part of [
      'Payment history',
      'Lease 1002003001',
      'Next cut-off for changes: 2027-01-04, 17:00 New York',
      'Bank account ending in 4321',
      '$75.04',
      '$1,875.96',
      'Paid in total: $12,345.67',
      'Rent still to pay: $1.00',
      'Fees due: $0.05',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is in Spanish for a customer who applied in Spanish, accents and all', async () => {
    const lines = [line(1), line(2, { kind: 'reversal', state: 'posted' })];
    const text = pdfPages(await paymentsPdf(history(lines), head('es'))).join('\n');
    for (const part of ['Historial de pagos', 'Próxima hora límite', 'Pago del arrendamiento 1', 'terminada en 4321']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Devuelto por el banco 2\nCuenta bancaria terminada en 4321\nRegistrado\n-$75.04');
    expect(text).toContain('Página 1 de 1');
    expect(text).not.toContain('Payment');
  });

  it('says so when there is nothing to tell', async () => {
    const empty = pdfPages(await paymentsPdf(history([]), head('en'))).join('\n');
    expect(empty).toContain('No payments in this period.');
  });

  it('is the same bytes for the same data, and others when a cent changes', async () => {
    const once = await paymentsPdf(many, head('es'));
    expect((await paymentsPdf(many, head('es'))).equals(once)).toBe(true);
    const other = history([...many.data.slice(1), line(1, { amountCents: cents(7_505) })]);
    expect((await paymentsPdf(other, head('es'))).equals(once)).toBe(false);
  });
});

describe('fees on paper', () => {
  it('say by which rule of which state, what was waived, and the sums', async () => {
    const text = pdfPages(await feesPdf(fees([fee()]), head('en'))).join('\n');
    for (const part of ['Fee breakdown', 'TX: 5 % of it', '$3.75', '$0.75', 'Fees in total: $3.00']) {
      expect(text).toContain(part);
    }
  });

  it('are in Spanish too, the rule itself included, and what is long goes on below', async () => {
    const text = pdfPages(await feesPdf(fees([fee()]), head('es'))).join('\n');
    for (const part of ['Desglose de cargos por mora', 'Días de mora', 'Total de cargos: $3.00']) {
      expect(text).toContain(part);
    }
    expect(text.replace(/\s+/g, ' ')).toContain(
      'TX: 5% del pago, mínimo $2.00, máximo $5.00, desde 4 días de mora: Texas Business and Commerce Code 92.055',
    );
  });

  it('keep the rule as it was written down where we know no other words for it', async () => {
    const text = pdfPages(await feesPdf(fees([fee({ state: 'ZZ' })]), head('es'))).join('\n');
    expect(text).toContain('ZZ: 5 % of it');
  });
});
