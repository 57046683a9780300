import { cents } from '../../domain/cents';
import type { ServicingEvent } from '../../domain/lease/reports';
import type { ReturnFact, ServicingAnswer, ServicingFact } from '../../domain/lease/servicing-answer';
import type { Contract } from '../../domain/lease/state';
import { priceLease } from '../../domain/pricing';
import { at, ORIGIN } from './lease-fixture';

/** What SQL may answer to a report, and the words for what tells it from other answers. */
export interface PossibleAnswer {
  answer: ServicingAnswer;
  variant: string;
}

const refused = (
  code: 'RETURN_AUTHORIZATION_MISMATCH' | 'RETURN_EXCEEDS_LINE' | 'CARD_DECLINED' | 'QUOTE_EXPIRED',
): PossibleAnswer => ({
  answer: { outcome: 'refused', code, detail: 'SQL says no' },
  variant: code,
});

const accepted = (variant: string, fact: ServicingFact): PossibleAnswer => ({
  answer: { outcome: 'accepted', fact },
  variant,
});

/** An order of so many cents on the terms of example A. */
export function aContract(invoiceTotalCents: number): Contract {
  return {
    round: 1,
    invoiceTotalCents: cents(invoiceTotalCents),
    deliveryState: 'TX',
    pricing: priceLease(cents(invoiceTotalCents), ORIGIN.terms, ORIGIN.payFrequency),
    lines: [1, 2].map((lineNumber) => ({ lineNumber, quantity: 1 })),
    expiresAt: at('2026-05-02T05:00Z'),
    agreementSha256: null,
  };
}

/** A return that leaves so much of an order; amounts are examples, the lease does not look at them. */
export function returnFact(contract: Contract, kind: ReturnFact['kind'], leftCents: number, number = 1): ReturnFact {
  const { pricing, invoiceTotalCents } = contract;
  return {
    kind,
    number,
    isWhole: leftCents === 0,
    merchantDebitCents: cents(invoiceTotalCents - leftCents),
    customerRefundCents: cents(0),
    invoiceTotalCents: cents(leftCents),
    pricing: { ...pricing, cashPriceCents: cents(leftCents), totalToOwnCents: cents(leftCents * 2) },
    ...(kind === 'returned' ? { linesLeft: contract.lines.slice(0, leftCents === 0 ? 0 : 1) } : {}),
  };
}

/** Everything SQL can answer to one kind of report. */
export function servicingAnswers(event: ServicingEvent, contract: Contract): PossibleAnswer[] {
  const amountCents = cents(1_000);
  const halfCents = Math.ceil(contract.invoiceTotalCents / 2);
  switch (event) {
    case 'returnAuthorizationRequested':
      return [true, false].map((isReturnEligible) =>
        accepted(isReturnEligible ? 'authorized' : 'nothing left to return', {
          kind: 'return_authorized',
          isReturnEligible,
        }),
      );
    case 'returnSubmitted':
      return [
        accepted('part of the order', returnFact(contract, 'returned', halfCents)),
        accepted('a lower price', returnFact(contract, 'price_adjusted', halfCents)),
        accepted('all that is left', returnFact(contract, 'returned', 0)),
        refused('RETURN_AUTHORIZATION_MISMATCH'),
        refused('RETURN_EXCEEDS_LINE'),
      ];
    case 'paymentSubmitted':
      return [
        accepted('taken', { kind: 'payment_taken', amountCents, isPaidOff: false }),
        accepted('taken, the last', { kind: 'payment_taken', amountCents, isPaidOff: true }),
        accepted('kept for its day', { kind: 'payment_scheduled', amountCents }),
        refused('CARD_DECLINED'),
      ];
    case 'paymentCancelled':
      return [
        accepted('in time', { kind: 'payment_cancelled', amountCents }),
        {
          answer: { outcome: 'refused', code: 'ILLEGAL_TRANSITION', detail: 'it was taken' },
          variant: 'ILLEGAL_TRANSITION',
        },
      ];
    case 'purchaseAccepted':
      return [
        accepted('paid', { kind: 'bought_out', amountCents }),
        refused('QUOTE_EXPIRED'),
        refused('CARD_DECLINED'),
      ];
    case 'paidOff':
      return [
        accepted('paid', { kind: 'paid_off' }),
        {
          answer: { outcome: 'refused', code: 'ILLEGAL_TRANSITION', detail: 'rent is owed' },
          variant: 'ILLEGAL_TRANSITION',
        },
      ];
  }
}
