import { calendarDate } from '../../../domain/calendar-date';
import { cents, ZERO_CENTS } from '../../../domain/cents';
import { cancellationLetter } from '../../../domain/letters/cancellation-letter';
import { expiryWarning } from '../../../domain/letters/expiry-warning';
import { fundedNotice } from '../../../domain/letters/funded-notice';
import { initialPaymentReceipt } from '../../../domain/letters/initial-payment-receipt';
import { buyoutNotice, ownershipLetter } from '../../../domain/letters/ownership-letters';
import { receiptTotals } from '../../../domain/letters/receipt-totals';
import { returnReceipt } from '../../../domain/letters/return-receipt';
import { factsOf, headOf, wholeText } from './letter-fixture';

describe('a receipt for the initial payment', () => {
  const receipt = (governingState: string) =>
    wholeText(initialPaymentReceipt(factsOf('initial_payment_receipt', { governingState })));

  it('says how much, when, by what and for what, with the total to own beside it', () => {
    const text = receipt('TX');
    for (const part of ['Amount\n$79.00', 'November 24, 2026', 'Card', 'Initial payment of lease 1002003001']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Total to own\n$2,404.98\nPaid so far\n$79.00');
    expect(text).toContain('every payment\n$2,325.98');
    expect(text).not.toContain('early purchase');
  });

  it('shows in New York what is left to own the goods both ways', () => {
    expect(receipt('NY')).toContain('every payment\n$2,325.98\nOr to own them at once by early purchase');
    expect(receipt('NY')).toContain('on this day\n$1,299.99');
  });

  it('says in Michigan that it is rent and no processing fee', () => {
    expect(receipt('MI')).toContain('It is your first lease payment and not a processing fee.');
    expect(receipt('TX')).not.toContain('processing fee');
  });

  it('never shows an early purchase above the payments that remain', () => {
    const { pricing } = factsOf('initial_payment_receipt');
    const totals = { paidCents: cents(240_000), earlyPurchaseCents: cents(129_999) };
    const block = receiptTotals(pricing, totals, { state: 'NY', language: 'en' });
    expect(JSON.stringify(block).match(/\$4\.98/g)).toHaveLength(2);
  });
});

describe('a warning that something runs out', () => {
  const facts = factsOf('expiry_warning');

  it('says of an approval until when, up to how much, and that letting it expire costs nothing', () => {
    const text = wholeText(expiryWarning(facts));
    expect(text).toContain('for 7 more days, until the end of December 1, 2026');
    expect(text).toContain('up to $1,313.13');
    expect(text).toContain('costs you nothing');
  });

  it('counts one day as one, and names no limit where there is none or where it is about a signature', () => {
    expect(wholeText(expiryWarning({ ...facts, daysLeft: 1 }))).toContain('for 1 more day,');
    expect(wholeText(expiryWarning({ ...facts, head: headOf({ language: 'es' }), daysLeft: 1 }))).toContain(
      '1 día más',
    );
    expect(wholeText(expiryWarning({ ...facts, approvalLimitCents: null }))).not.toContain('up to');
    const contract = wholeText(expiryWarning({ ...facts, of: 'contract' }));
    expect(contract).toContain('waiting for your signature');
    expect(contract).not.toContain('$1,313.13');
  });
});

describe('the notice that a lease has started', () => {
  const notice = (governingState: string, more = {}) =>
    wholeText(fundedNotice({ ...factsOf('funded_notice', { governingState }), ...more }));

  it('has the whole schedule with dates, and the total to own', () => {
    const text = notice('TX');
    expect(text).toContain('1\nDecember 4, 2026\n$89.47');
    expect(text).toContain('26\nNovember 19, 2027\n$89.23');
    expect(text).toContain('Total to own\n$2,404.98');
    expect(text).toContain('delivered on November 25, 2026');
  });

  it('counts the first price of early purchase from the delivery, 90 days', () => {
    expect(notice('TX')).toContain('Until the end of February 23, 2027 you may buy the goods for $1,299.99');
    expect(notice('TX')).not.toContain('the price described next');
    expect(notice('NY')).toContain('If the price described next is lower');
  });

  it('counts it in California from the signature, three months, the initial payment taken off', () => {
    expect(notice('CA')).toContain('Until the end of February 20, 2027 you may buy the goods for $1,220.99');
  });

  it('speaks of late fees only where the state has them', () => {
    expect(notice('TX')).toContain('plus any late fee you owe');
    expect(notice('UT')).toContain('We charge no late fee.');
    expect(notice('UT')).not.toContain('any late fee you owe');
  });

  it('says whether we debit, and that the customer need not let us', () => {
    expect(notice('TX')).toContain('You have allowed automatic payments');
    expect(notice('TX', { isAutopay: false })).toContain('You have not allowed automatic payments, and need not');
  });
});

describe('a receipt for a return', () => {
  const facts = factsOf('return_receipt');
  const { payments: _, ...withoutDates } = facts;

  it('lists what came back and adds it up, says the refund, and gives the new schedule', () => {
    const text = wholeText(returnReceipt(facts));
    expect(text).toContain('Mesa\n1\n$300.01\nSilla\n\n$0.11\nTotal\n\n$300.12');
    expect(text).toContain('We refund you $12.34');
    expect(text).toContain('Total to own\n$2,404.98');
    expect(text).toContain('26\nNovember 19, 2027\n$89.23');
  });

  it('gives amounts without dates where there is no schedule yet', () => {
    const text = wholeText(returnReceipt({ ...withoutDates, isFunded: false, refundCents: ZERO_CENTS }));
    expect(text).toContain(
      'There are 26 lease payments of $89.47, the last one of $89.23. The total to own is $2,404.98.',
    );
    expect(text).toContain('You do not have to sign again');
    expect(text).toContain('No payment of yours has to be refunded');
  });

  it('says that the lease has ended when everything came back, and that ending it costs nothing', () => {
    const text = wholeText(returnReceipt({ ...facts, isWhole: true }));
    expect(text).toContain('your lease has ended');
    expect(text).toContain('no charge for ending it');
    expect(text).not.toContain('Total to own');
    expect(wholeText(returnReceipt({ ...facts, isWhole: true, isFunded: false }))).toContain('has been cancelled');
  });

  it('speaks of a lower price where no goods came back', () => {
    expect(wholeText(returnReceipt({ ...facts, kind: 'price_adjusted' }))).toContain('has lowered the price');
  });
});

describe('letters of ownership', () => {
  it('say after an early purchase what it does to the payment history, and that nothing is reported', () => {
    const text = wholeText(buyoutNotice(factsOf('buyout_notice')));
    expect(text).toContain('Price of the early purchase\n$549.76');
    expect(text).toContain('completed by early purchase');
    expect(text).toContain('is not erased');
    expect(text).toContain('We report nothing about this lease');
    expect(text).toContain('2 × Sofá\n1 × Mesa');
  });

  it('pass the title in writing after the last payment', () => {
    const text = wholeText(ownershipLetter(factsOf('ownership_letter')));
    expect(text).toContain('Since November 24, 2026 the goods named in this letter are your property.');
    expect(text).toContain('You owe nothing under it');
    expect(text).not.toContain('early purchase');
  });

  it('say the other thing where the lessor reports', () => {
    const facts = { ...factsOf('ownership_letter'), isReported: true };
    expect(wholeText(ownershipLetter(facts))).toContain('We report to consumer reporting agencies');
    expect(wholeText(ownershipLetter(facts))).not.toContain('report nothing');
  });
});

describe('a letter of cancellation', () => {
  const facts = factsOf('cancellation_letter');

  it('says that nothing is owed, what goes back, and until when the approval can be used', () => {
    const text = wholeText(cancellationLetter(facts));
    expect(text).toContain('returning your whole initial payment of $79.00');
    expect(text).toContain('another order until the end of February 22, 2027');
  });

  it('promises no refund where nothing was paid, and no approval that is over', () => {
    const text = wholeText(cancellationLetter({ ...facts, refundCents: ZERO_CENTS, approvalUntilOn: null }));
    expect(text).toContain('there is nothing to return');
    expect(text).not.toContain('approval');
    expect(calendarDate('2027-02-22')).toBe(facts.approvalUntilOn);
  });
});
