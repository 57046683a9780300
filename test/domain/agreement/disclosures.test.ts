import { renderAgreement } from '../../../domain/agreement/agreement';
import type { DisclosureId } from '../../../domain/agreement/agreement-words';
import { agreementInput, STATES } from './agreement-fixture';

type Choice = NonNullable<Parameters<typeof agreementInput>[0]>;

const ids = (choice: Choice) => renderAgreement(agreementInput(choice)).disclosures.map(({ id }) => id);

function textOf(id: DisclosureId, choice: Choice): string {
  const disclosure = renderAgreement(agreementInput(choice)).disclosures.find((one) => one.id === id);
  if (disclosure === undefined) throw new Error(`${id} is not disclosed`);
  return disclosure.text;
}

describe('what is disclosed', () => {
  it.each(STATES)('is the same in English and Spanish in %s', (governingState) => {
    expect(ids({ governingState, language: 'es' })).toEqual(ids({ governingState, language: 'en' }));
  });

  it('covers the list of the statutes in every state (domain.md 3.7)', () => {
    for (const governingState of STATES) {
      expect(ids({ governingState })).toEqual(
        expect.arrayContaining([
          'lease', 'goods', 'cashPrice', 'initialPayment', 'payments', 'totalToOwn', 'costOfLease', 'otherCharges',
          'ownership', 'renewal', 'earlyPurchaseFirst', 'earlyPurchaseLater', 'lateFees', 'reinstatement',
          'endingEarly', 'cancelBeforeDelivery', 'automaticPayments', 'lossAndDamage', 'maintenance', 'copy',
          'governingLaw', 'contact',
        ]), // prettier-ignore
      );
    }
  });

  it('adds the 48-hour review and the hardship right in New York, and nowhere else', () => {
    for (const governingState of STATES) {
      const extras = ids({ governingState }).filter((id) => id === 'hardship' || id === 'timeToReview');
      expect(extras).toEqual(governingState === 'NY' ? ['hardship', 'timeToReview'] : []);
    }
  });

  it('gives a state without rules, and a code that is none, the terms of the contract', () => {
    for (const governingState of ['UT', 'ZZ', 'toString']) {
      expect(textOf('lateFees', { governingState })).toBe('We charge no late fee.');
      expect(textOf('earlyPurchaseLater', { governingState })).toContain('75% of the lease payments');
    }
  });
});

describe('early purchase', () => {
  it('costs the cash price less lease payments until day 90 after delivery, by contract', () => {
    const text = textOf('earlyPurchaseFirst', { governingState: 'TX' });
    expect(text).toContain('Until 90 days after delivery you may buy the goods for $1,000.00, less the lease payments');
    expect(text).toContain('The initial payment is not subtracted.');
    expect(text).toContain('the last day is February 23, 2027');
  });

  it('counts everything paid and runs three months from the signature in California', () => {
    const text = textOf('earlyPurchaseFirst', { governingState: 'CA' });
    expect(text).toContain('less the initial payment and every lease payment you have made');
    expect(text).toContain('On the day you sign that is $951.00.');
    expect(text).toContain('the last day is February 25, 2027');
    expect(text).toContain('Within 10 days of signing');
    expect(text).not.toContain('not subtracted');
  });

  it.each([
    ['TX', '75% of the lease payments not yet made'],
    [
      'CA',
      'cash price of $1,000.00 multiplied by the number of lease payments neither made nor due yet and divided by 26',
    ],
    ['NY', 'The price is at least one lease payment.'],
    ['OH', 'less half of all the payments you have made, the initial payment included'],
    ['MI', 'If Michigan law counts enough of your payments'],
  ])('follows the formula of %s afterwards', (governingState, expected) => {
    const text = textOf('earlyPurchaseLater', { governingState });
    expect(text).toContain(expected);
    expect(text).toContain('never more than the lease payments that remain');
  });

  it('gives the lower of contract and statute in the first 90 days where the state has a price of its own', () => {
    const lower = (governingState: string) => textOf('earlyPurchaseFirst', { governingState }).includes('is lower');
    expect(STATES.filter(lower)).toEqual(['NY', 'OH', 'MI']);
  });
});

describe('late fees', () => {
  it.each([
    ['TX', 'biWeekly', '4 or more days late', '$3.75'],
    ['CA', 'biWeekly', '7 or more days late', '$3.75'],
    ['NY', 'biWeekly', '8 or more days late', '$7.50'],
    ['CA', 'weekly', '3 or more days late', '$2.00'],
    ['NY', 'weekly', '4 or more days late', '$3.75'],
    ['CA', 'monthly', '7 or more days late', '$5.00'],
    ['NY', 'monthly', '8 or more days late', '$16.25'],
  ] as const)('in %s, %s: start %s and are %s', (governingState, payFrequency, start, amount) => {
    const text = textOf('lateFees', { governingState, payFrequency });
    expect(text).toContain(start);
    expect(text).toContain(`the late fee is ${amount}.`);
  });

  it('name a last payment with another fee apart', () => {
    const text = textOf('lateFees', { governingState: 'NY', payFrequency: 'semiMonthly', cashPriceCents: 50_000 });
    expect(text).toContain('For your payment of $39.63 the late fee is $3.96.');
    expect(text).toContain('For the last payment of $39.51 it is $3.95.');
  });

  it.each(['OH', 'FL', 'MI', 'UT'])(
    'are none in %s, in both languages, and no other text speaks of one',
    (governingState) => {
      for (const language of ['en', 'es'] as const) {
        const { disclosures } = renderAgreement(agreementInput({ governingState, language }));
        const naming = disclosures.filter(({ text }) => /late fee|cargos? por pago atrasado/.test(text));
        expect(naming.map(({ id }) => id)).toEqual(['lateFees']);
      }
      expect(textOf('lateFees', { governingState })).toBe('We charge no late fee.');
      expect(textOf('lateFees', { governingState, language: 'es' })).toBe(
        'No cobramos ningún cargo por pago atrasado.',
      );
    },
  );
});

describe('reinstatement', () => {
  it.each([
    ['CA', 'weekly', 'still missing 7 days after'],
    ['CA', 'monthly', 'still missing 10 days after'],
    ['CA', 'monthly', 'within one year'],
    ['TX', 'weekly', 'within 7 days after the due date'],
    ['TX', 'semiMonthly', 'within 8 days after the due date'],
    ['TX', 'monthly', 'within 16 days after the due date'],
    ['OH', 'weekly', 'more than 2 days late'],
    ['OH', 'biWeekly', 'more than 5 days late'],
    ['OH', 'monthly', 'within three payment periods'],
    ['FL', 'monthly', 'within 60 days after the last period you paid for'],
    ['NY', 'monthly', 'that New York law gives you'],
    ['MI', 'monthly', 'Nothing is charged for any period that begins after you have returned the goods.'],
    ['UT', 'monthly', 'as long as you have the goods'],
  ] as const)('in %s, %s: %s', (governingState, payFrequency, expected) => {
    const text = textOf('reinstatement', { governingState, payFrequency });
    expect(text).toContain(expected);
    expect(text).toContain('We charge no fee for reinstating the lease.');
  });
});

describe('the promises of every state', () => {
  it.each([
    ['endingEarly', 'There is no fee or penalty for ending it early.'],
    ['cancelBeforeDelivery', 'We then refund your whole initial payment of $49.00'],
    ['automaticPayments', 'You do not have to allow automatic payments to get this lease'],
    ['automaticPayments', 'at least 3 business days'],
    ['automaticPayments', 'at least 10 days before'],
    ['lossAndDamage', 'You do not have to buy insurance.'],
    ['copy', 'You receive a complete copy when you sign.'],
    ['contact', '1002003001'],
  ] as const)('%s: %s', (id, expected) => {
    for (const governingState of STATES) expect(textOf(id, { governingState })).toContain(expected);
  });

  it('calls the initial payment a lease payment in Michigan, where a processing fee is forbidden', () => {
    expect(textOf('initialPayment', { governingState: 'MI' })).toContain('not a processing fee');
    expect(textOf('initialPayment', { governingState: 'TX' })).not.toContain('processing fee');
  });

  it('names the governing state in the language of the agreement', () => {
    expect(textOf('governingLaw', { governingState: 'NY' })).toContain('New York');
    expect(textOf('governingLaw', { governingState: 'NY', language: 'es' })).toContain('Nueva York');
  });
});
