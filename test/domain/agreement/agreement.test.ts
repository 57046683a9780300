import fc from 'fast-check';
import { type Agreement, type AgreementInput, renderAgreement } from '../../../domain/agreement/agreement';
import { canonicalJson } from '../../../domain/agreement/canonical-json';
import { moneyText } from '../../../domain/agreement/money-text';
import { type Cents, cents, sumCents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { lateFeeCents, lateFeeRule } from '../../../domain/late-fee-rules';
import { PAY_FREQUENCIES } from '../../../domain/program';
import { agreementInput, everyAgreementInput, STATES } from './agreement-fixture';

const EVERY_INPUT = everyAgreementInput();

/** Every sentence the customer reads, one string for each place. */
const texts = (agreement: Agreement): string[] => [
  agreement.payments.description,
  ...agreement.disclosures.map(({ text }) => text),
  ...agreement.consents.map(({ text }) => text),
];

const amountsIn = (text: string): string[] => text.match(/\$[\d,]+\.\d\d/g) ?? [];

describe('the figures of the agreement', () => {
  it('show every amount of the price, exactly, in words and as data', () => {
    for (const input of EVERY_INPUT) {
      const agreement = renderAgreement(input);
      const shown = texts(agreement).flatMap(amountsIn);
      const { payFrequency: _payFrequency, numberOfPayments, ...amounts } = input.pricing;
      for (const amount of Object.values(amounts)) expect(shown).toContain(moneyText(amount));
      expect(agreement.payments.description).toContain(String(numberOfPayments));
      expect(agreement.amounts).toEqual(input.pricing);
    }
  });

  it('stand under their own heading', () => {
    for (const input of EVERY_INPUT) {
      const { disclosures } = renderAgreement(input);
      const firstAmount = (id: string) => amountsIn(disclosures.find((one) => one.id === id)?.text ?? '')[0];
      expect(firstAmount('cashPrice')).toBe(moneyText(input.pricing.cashPriceCents));
      expect(firstAmount('costOfLease')).toBe(moneyText(input.pricing.costOfLeaseCents));
      expect(firstAmount('initialPayment')).toBe(moneyText(input.pricing.initialPaymentCents));
      expect(firstAmount('ownership')).toBe(moneyText(input.pricing.totalToOwnCents));
      expect(firstAmount('earlyPurchaseFirst')).toBe(moneyText(input.pricing.ninetyDayBuyoutCents));
    }
  });

  it('show no amount that is neither of the price nor of the late fee of the state', () => {
    for (const input of EVERY_INPUT) {
      const known = knownAmounts(input);
      expect(
        texts(renderAgreement(input))
          .flatMap(amountsIn)
          .filter((amount) => !known.has(amount)),
      ).toEqual([]);
    }
  });

  it('never show what the customer pays without the total to own beside it', () => {
    for (const input of EVERY_INPUT) {
      const { totalToOwnCents, paymentCents, lastPaymentCents, initialPaymentCents } = input.pricing;
      const payments = [paymentCents, lastPaymentCents, initialPaymentCents].map(moneyText);
      const naming = texts(renderAgreement(input)).filter((text) => amountsIn(text).some((a) => payments.includes(a)));
      expect(naming.length).toBeGreaterThanOrEqual(7);
      for (const text of naming) expect(amountsIn(text)).toContain(moneyText(totalToOwnCents));
    }
  });

  it('add up: the initial payment and the listed payments are the total to own, for any price and frequency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5_000, max: 10_000_000 }),
        fc.integer({ min: 0, max: 4_900 }),
        fc.constantFrom(...PAY_FREQUENCIES),
        fc.constantFrom(...STATES),
        (cashPriceCents, initialPaymentCents, payFrequency, governingState) => {
          const input = inputOrSkip({ cashPriceCents, initialPaymentCents, payFrequency, governingState });
          const { amounts, payments, disclosures } = renderAgreement(input);
          const sum = sumCents([amounts.initialPaymentCents, ...payments.estimated.map((p) => p.amountCents)]);
          expect(sum).toBe(amounts.totalToOwnCents);
          const shown = disclosures.find(({ id }) => id === 'totalToOwn')?.text ?? '';
          expect(amountsIn(shown)[0]).toBe(moneyText(sum));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('name the level payments once and the smaller last one apart', () => {
    expect(renderAgreement(agreementInput()).payments.description).toBe(
      'You make 26 lease payments, every two weeks: 25 lease payments of $75.04 and a last one of $75.00. ' +
        'With the initial payment of $49.00 the total to own is $2,000.00.',
    );
    expect(renderAgreement(agreementInput({ language: 'es' })).payments.description).toBe(
      'Usted hace 26 pagos de arrendamiento, cada dos semanas: 25 pagos de arrendamiento de $75.04 y un último ' +
        'pago de $75.00. Con el pago inicial de $49.00, el costo total para ser propietario es de $2,000.00.',
    );
  });

  it.each([
    [{ initialPaymentCents: 8_000 }, '12 lease payments of $160.00.'],
    [{ initialPaymentCents: 8_000, language: 'es' }, 'cada mes: 12 pagos de arrendamiento de $160.00.'],
    [{ termMonths: 1, language: 'es' }, '1 pago de arrendamiento, cada mes: un pago de arrendamiento de $1,951.00.'],
    [{ termMonths: 1 }, 'You make 1 lease payment, every month: one lease payment of $1,951.00.'],
    [{ termMonths: 2, initialPaymentCents: 4_901 }, 'one lease payment of $975.50 and a last one of $975.49.'],
  ] as const)('read well for unusual counts: %j', (choice, expected) => {
    const { payments } = renderAgreement(agreementInput({ payFrequency: 'monthly', ...choice }));
    expect(payments.description).toContain(expected);
  });
});

describe('the dates of the agreement', () => {
  it('list every estimated due date with its amount, and say that delivery decides them', () => {
    const agreement = renderAgreement(agreementInput());
    expect(agreement.payments.estimated).toHaveLength(26);
    expect(agreement.payments.estimated[0]).toEqual({ number: 1, dueOn: '2026-12-04', amountCents: 7_504 });
    expect(agreement.payments.estimated[25]).toEqual({ number: 26, dueOn: '2027-11-19', amountCents: 7_500 });
    const text = agreement.disclosures.find(({ id }) => id === 'payments')?.text ?? '';
    expect(text).toContain('estimate');
    expect(text).toContain('November 25, 2026');
    expect(text).toContain('December 4, 2026');
    expect(text).toContain('November 19, 2027');
  });

  it('carry the day of the agreement and the instant signing ends', () => {
    expect(renderAgreement(agreementInput()).dates).toEqual({
      agreementOn: '2026-11-25',
      signByAt: '2027-01-25T06:00:00.000Z',
    });
  });
});

describe('the consents', () => {
  it('ask for automatic payments as a choice, never as a condition', () => {
    for (const input of EVERY_INPUT) {
      expect(renderAgreement(input).consents.map(({ id, required }) => [id, required])).toEqual([
        ['initialPayment', true],
        ['recurringPayment', false],
        ['electronicSignature', true],
      ]);
    }
  });
});

describe('the agreement as data', () => {
  it('survives JSON unchanged, so what was hashed is what is stored and shown', () => {
    for (const input of EVERY_INPUT) {
      const agreement = renderAgreement(input);
      expect(JSON.parse(canonicalJson(agreement))).toEqual(agreement);
    }
  });

  it('is the same for the same input and another for any other round, price, date, state or language', () => {
    const base = agreementInput();
    const spelling = (input: AgreementInput) => canonicalJson(renderAgreement(input));
    expect(spelling(agreementInput())).toBe(spelling(base));
    const others = [
      { ...base, round: 2 },
      { ...base, signByAt: agreementInput().signByAt.replace('2027', '2028') as typeof base.signByAt },
      agreementInput({ governingState: 'UT' }),
      agreementInput({ language: 'es' }),
      agreementInput({ cashPriceCents: 100_001 }),
      agreementInput({ payFrequency: 'weekly' }),
    ].map(spelling);
    expect(new Set([spelling(base), ...others]).size).toBe(7);
  });

  it('leaves the lessor without an address readable', () => {
    const agreement = renderAgreement({ ...agreementInput(), lessor: { name: 'Ownward' } });
    expect(agreement.disclosures.find(({ id }) => id === 'contact')?.text).toContain('Write to Ownward, and give');
  });
});

function knownAmounts(input: AgreementInput): Set<string> {
  const { pricing } = input;
  const { payFrequency, numberOfPayments: _numberOfPayments, ...amounts } = pricing;
  const less = cents(pricing.cashPriceCents - pricing.initialPaymentCents);
  const rule = lateFeeRule(input.governingState);
  const fees: Cents[] =
    rule === undefined
      ? []
      : [
          rule.minCents[payFrequency],
          ...(rule.capCents === undefined ? [] : [rule.capCents]),
          ...[pricing.paymentCents, pricing.lastPaymentCents].map((p) => lateFeeCents(rule, payFrequency, p)),
        ];
  return new Set([...Object.values(amounts), less, ...fees].map(moneyText));
}

/** A price too small to split is refused by pricing and never reaches an agreement. */
function inputOrSkip(choice: Parameters<typeof agreementInput>[0]): AgreementInput {
  try {
    return agreementInput(choice);
  } catch (error) {
    fc.pre(!(error instanceof LeaseError));
    throw error;
  }
}
