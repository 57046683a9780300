import { cents } from '../../../domain/cents';
import { refundSources } from '../../../domain/returns/refund-sources';

const source = (paymentId: string, number: number, amountCents: number) => ({
  paymentId,
  number,
  amountCents: cents(amountCents),
});
const back = (number: number, amountCents: number) => ({ number, amountCents: cents(amountCents) });

describe('where a refund comes from', () => {
  it('is the money that came last, then what came before it', () => {
    const paid = [source('PAY-card', 3, 2_000), source('PAY-bank', 3, 1_275), source('PAY-old', 2, 3_275)];
    expect(refundSources([back(3, 2_339)], paid)).toEqual([source('PAY-card', 3, 2_000), source('PAY-bank', 3, 339)]);
    expect(refundSources([back(3, 500)], paid)).toEqual([source('PAY-card', 3, 500)]);
    expect(refundSources([back(2, 3_275), back(3, 2_000)], paid)).toEqual([
      source('PAY-old', 2, 3_275),
      source('PAY-card', 3, 2_000),
    ]);
  });

  it('is never more than was paid', () => {
    expect(() => refundSources([back(3, 3_276)], [source('PAY-bank', 3, 3_275)])).toThrow('never got');
  });
});
