import { DeliveryBody } from '../../../api/schemas/delivery';
import { LeaseQuery } from '../../../api/schemas/lease';
import { LookupBody } from '../../../api/schemas/lookup';
import { ClockBody } from '../../../api/schemas/sandbox';
import { SignatureBody } from '../../../api/schemas/signing';
import { DocumentsBody, ReviewDecisionBody } from '../../../api/schemas/support';
import { OneTimePaymentBody } from '../../../api/schemas/one-time-payment';
import { PurchaseAcceptanceBody } from '../../../api/schemas/purchase';
import { ReturnBody } from '../../../api/schemas/return-report';
import { DECISION, DELIVERY, DOCUMENTS, PAYMENT, PURCHASE, RETURN, SIGNATURE } from '../support/bodies';
import { judged } from '../support/judged';

describe('a look-up', () => {
  it.each([
    [{ last4Ssn: '6789', leaseId: '4821907735' }, 'ok'],
    [{ last4Ssn: '6789', mobilePhone: '2145550134' }, 'ok'],
    [{ last4Ssn: '6789', lastName: 'Peña', birthYear: 1990, birthMonth: 2 }, 'ok'],
    [{ last4Ssn: '678', leaseId: '4821907735' }, ['/last4Ssn wrong_format']],
    [{ last4Ssn: '6789', lastName: 'Peña', birthYear: 1990, birthMonth: 13 }, ['/birthMonth too_big']],
    [{ last4Ssn: '6789', lastName: 'Peña', birthYear: 1990 }, ['/birthMonth required']],
    [{ last4Ssn: '6789', leaseId: '4821907735', colour: 'red' }, ['/colour unknown_field']],
    [{ leaseId: '4821907735' }, ['/last4Ssn required']],
  ])('by %j: %j', (body, verdict) => {
    expect(judged(LookupBody, body)).toEqual(verdict);
  });
});

describe('a return', () => {
  const adjustment = { ...RETURN, actionType: 'price_adjustment' };
  it.each([
    [RETURN, 'ok'],
    [{ ...RETURN, creditInvoiceNumber: 'CR-1', lines: [{ lineNumber: 1 }] }, 'ok'],
    [{ ...RETURN, lines: [{ lineNumber: 1, quantity: 2, amountCents: 500 }] }, 'ok'],
    [{ ...RETURN, lines: [] }, ['/lines too_small']],
    [{ ...RETURN, lines: [{ lineNumber: 1, quantity: 0 }] }, ['/lines/0/quantity too_small']],
    [{ ...RETURN, lines: [{ lineNumber: 1, amountCents: 5.5 }] }, ['/lines/0/amountCents wrong_type']],
    [{ ...RETURN, lines: [{ lineNumber: 1, price: 5 }] }, ['/lines/0/price unknown_field']],
    [{ ...RETURN, returnedOn: '2026-02-30' }, ['/returnedOn wrong_format']],
    [{ ...RETURN, actionType: 'exchange' }, ['/actionType not_allowed']],
    [{ ...RETURN, authorizationCode: undefined }, ['/authorizationCode required']],
  ])('%#: %j is %j', (body, verdict) => {
    expect(judged(ReturnBody, body)).toEqual(verdict);
  });

  it.each([
    [{ ...adjustment, lines: [{ lineNumber: 1, amountCents: 500 }] }, 'ok'],
    // Well formed: that a price may not go up is for the rules to say.
    [{ ...adjustment, lines: [{ lineNumber: 1, amountCents: -500 }] }, 'ok'],
    [adjustment, ['/lines required']],
    [{ ...adjustment, lines: [{ lineNumber: 1 }] }, ['/lines/0/amountCents required']],
  ])('of a price alone names lines and reductions, %#: %j is %j', (body, verdict) => {
    expect(judged(ReturnBody, body)).toEqual(verdict);
  });
});

describe('a payment by hand', () => {
  it.each([
    [PAYMENT, 'ok'],
    [{ ...PAYMENT, payOn: '2026-12-01' }, 'ok'],
    [{ ...PAYMENT, amountCents: 0 }, ['/amountCents too_small']],
    [{ ...PAYMENT, amountCents: 10.5 }, ['/amountCents wrong_type']],
    [{ ...PAYMENT, cardToken: '4111111111111111' }, ['/cardToken card_number']],
    [{ amountCents: 1 }, ['/cardToken required']],
  ])('of %j: %j', (body, verdict) => {
    expect(judged(OneTimePaymentBody, body)).toEqual(verdict);
  });

  it('for a quote names it, and its card by a token', () => {
    expect(judged(PurchaseAcceptanceBody, PURCHASE)).toBe('ok');
    expect(judged(PurchaseAcceptanceBody, { ...PURCHASE, amountCents: 1 })).toEqual(['/amountCents unknown_field']);
    expect(judged(PurchaseAcceptanceBody, { ...PURCHASE, cardToken: '4111 1111 1111 1111' })).toEqual([
      '/cardToken card_number',
    ]);
  });
});

describe('a clock move', () => {
  it.each([
    [{ advanceDays: 1 }, 'ok'],
    [{ advanceDays: 3_660 }, 'ok'],
    [{ advanceTo: '2027-01-01T06:00:00.000Z' }, 'ok'],
    [{ advanceTo: '2027-01-01T06:00:00Z' }, 'ok'],
    [{ advanceDays: 0 }, ['/advanceDays too_small']],
    [{ advanceDays: 3_661 }, ['/advanceDays too_big']],
    [{ advanceDays: 1.5 }, ['/advanceDays wrong_type']],
    [{ advanceTo: '2027-02-30T06:00:00Z' }, ['/advanceTo wrong_format']],
    [{ advanceTo: '2027-01-01T25:00:00Z' }, ['/advanceTo wrong_format']],
    [{ advanceTo: '2027-01-01T06:00:00+01:00' }, ['/advanceTo wrong_format']],
    [{ advanceTo: '9999-01-01T00:00:00Z' }, ['/advanceTo wrong_format']],
  ])('by %j: %j', (body, verdict) => {
    expect(judged(ClockBody, body)).toEqual(verdict);
  });

  it('by both or neither is refused', () => {
    expect(judged(ClockBody, {})).not.toBe('ok');
    expect(judged(ClockBody, { advanceDays: 1, advanceTo: '2027-01-01T06:00:00Z' })).not.toBe('ok');
  });
});

describe('a signature', () => {
  const consents = SIGNATURE.consents;
  it.each([
    [SIGNATURE, 'ok'],
    [{ ...SIGNATURE, consents: { ...consents, recurringPayment: false } }, 'ok'],
    [{ ...SIGNATURE, consents: { ...consents, initialPayment: false } }, ['/consents/initialPayment not_allowed']],
    [
      { ...SIGNATURE, consents: { initialPayment: true, recurringPayment: true } },
      ['/consents/electronicSignature required'],
    ],
    [
      { ...SIGNATURE, consents: { ...consents, electronicSignature: false } },
      ['/consents/electronicSignature not_allowed'],
    ],
    [{ ...SIGNATURE, agreementSha256: 'A'.repeat(64) }, ['/agreementSha256 wrong_format']],
    [{ ...SIGNATURE, cardToken: '4111111111111111' }, ['/cardToken card_number']],
    [{ ...SIGNATURE, signedName: 'Ana 4111-1111-1111-1111' }, ['/signedName card_number']],
  ])('%# is judged', (body, verdict) => {
    expect(judged(SignatureBody, body)).toEqual(verdict);
  });
});

describe('a delivery', () => {
  it.each([
    [DELIVERY, 'ok'],
    [
      { ...DELIVERY, lines: [{ lineNumber: 1, quantity: 1 }], carrier: 'UPS', trackingNumber: '1Z999AA10123456784' },
      'ok',
    ],
    [{ deliveredOn: '2026-02-29' }, ['/deliveredOn wrong_format']],
    [{ deliveredOn: '2026-11-24T00:00:00Z' }, ['/deliveredOn wrong_format']],
    [{ ...DELIVERY, lines: [] }, ['/lines too_small']],
    [{ ...DELIVERY, lines: [{ lineNumber: 1, quantity: 0 }] }, ['/lines/0/quantity too_small']],
  ])('%# is judged', (body, verdict) => {
    expect(judged(DeliveryBody, body)).toEqual(verdict);
  });
});

describe('support’s decisions', () => {
  it.each([
    [ReviewDecisionBody, DECISION, 'ok'],
    [ReviewDecisionBody, { ...DECISION, approvalLimitCents: 1 }, 'ok'],
    [ReviewDecisionBody, { ...DECISION, approvalLimitCents: 0 }, ['/approvalLimitCents too_small']],
    [ReviewDecisionBody, { ...DECISION, decision: 'maybe' }, ['/decision not_allowed']],
    [DocumentsBody, DOCUMENTS, 'ok'],
    [DocumentsBody, { ...DOCUMENTS, documents: [] }, ['/documents too_small']],
  ])('%# are judged', (schema, body, verdict) => {
    expect(judged(schema, body)).toEqual(verdict);
  });
});

describe('filters of the list', () => {
  it.each([
    [{}, 'ok'],
    [{ limit: '1', status: 'approved', updatedSince: '2026-11-24T00:00:00Z' }, 'ok'],
    [{ limit: '100' }, 'ok'],
    [{ limit: '0' }, ['/limit wrong_format']],
    [{ limit: '101' }, ['/limit wrong_format']],
    [{ limit: '1e1' }, ['/limit wrong_format']],
    [{ limit: ['1', '2'] }, ['/limit wrong_type']],
    [{ status: 'Approved' }, ['/status not_allowed']],
    [{ cursor: 'a b' }, ['/cursor wrong_format']],
    [{ colour: 'red' }, ['/colour unknown_field']],
  ])('%j: %j', (query, verdict) => {
    expect(judged(LeaseQuery, query)).toEqual(verdict);
  });
});
