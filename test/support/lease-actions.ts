import fc from 'fast-check';
import type { InvoiceFault, ModelReport, SqlAnswer } from './lease-model-reports';

/** A report as it is drawn: dates and rounds count from the moment at which it is sent. */
export type Drawn =
  | Exclude<ModelReport, { event: 'agreementSigned' | `shipment${string}` | 'deliveryConfirmed' | 'returnSubmitted' }>
  | { event: 'agreementSigned'; isStale: boolean; isOther: boolean }
  | { event: 'deliveryConfirmed'; daysAhead: number; lines: 'absent' | 'whole' | 'part' }
  | { event: 'shipmentReported'; parts: readonly number[]; daysAhead: number }
  | { event: 'shipmentDelivered'; number: number; daysAhead: number }
  | { event: 'returnSubmitted'; daysAhead: number; runDaysAhead: number };

export type Action =
  | { do: 'report'; id: number; report: Drawn }
  | { do: 'answer'; card: 'captured' | 'CARD_DECLINED' | 'CARD_TYPE_NOT_ACCEPTED'; sql: SqlAnswer }
  | { do: 'render'; isStale: boolean }
  | { do: 'pass'; days: number }
  | { do: 'continueAsNew' };

/** Faults of an invoice, each with an example in real-lease.ts. */
export const FAULTS = [
  'INVOICE_TOTAL_MISMATCH',
  'ITEM_NOT_LEASABLE',
  'STATE_NOT_SERVED',
  'BELOW_MINIMUM',
] as const satisfies InvoiceFault[];

const anInvoice = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(50_000, 100_000)
      .map((amountCents) => ({ event: 'invoiceSubmitted', amountCents }) as const),
  },
  fc.constantFrom(...FAULTS).map((fault) => ({ event: 'invoiceSubmitted', amountCents: 50_000, fault }) as const),
);
const aSignature = fc.record({
  event: fc.constant('agreementSigned' as const),
  isStale: fc.nat(5).map((chance) => chance === 0),
  isOther: fc.nat(5).map((chance) => chance === 0),
});
const aDelivery = fc.record({
  event: fc.constant('deliveryConfirmed' as const),
  daysAhead: fc.constantFrom(-31, -30, -3, -1, 0, 0, 1, 5, 30, 31),
  lines: fc.constantFrom('absent' as const, 'whole' as const, 'part' as const),
});
/** Of an order of two lines; `Infinity`: on its way. */
const aShipment = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant('shipmentReported' as const),
      parts: fc.constantFrom([1], [1], [2], [2], [1, 2], [1, 1], [3]),
      daysAhead: fc.constantFrom(Infinity, Infinity, 0, 0, -1, 2, 31),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      event: fc.constant('shipmentDelivered' as const),
      number: fc.constantFrom(1, 1, 2, 3),
      daysAhead: fc.constantFrom(-31, -1, 0, 0, 0, 3),
    }),
  },
);
const aDecision = fc.record(
  {
    event: fc.constantFrom('reviewClosed' as const, 'documentsReceived' as const),
    decision: fc.constantFrom('approved' as const, 'denied' as const),
    limitCents: fc.constantFrom(90_000, 150_000),
  },
  { requiredKeys: ['event', 'decision'] },
);
const aBareReport = fc
  .constantFrom('contractCancelled' as const, 'reviewOpened' as const, 'reinstated' as const, 'approvalMoved' as const)
  .map((event) => ({ event }));

const aReturn = fc.record({
  event: fc.constant('returnSubmitted' as const),
  daysAhead: fc.constantFrom(-30, -1, 0, 0, 1, 10),
  runDaysAhead: fc.constantFrom(-5, 0, 1, 10),
});
const aServicingReport = fc.oneof(
  { weight: 3, arbitrary: aReturn },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        'returnAuthorizationRequested' as const,
        'paymentSubmitted' as const,
        'paymentSubmitted' as const,
        'paymentCancelled' as const,
      )
      .map((event) => ({ event })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('purchaseAccepted' as const, 'paidOff' as const).map((event) => ({ event })),
  },
);

/** Few ids for many reports: a third of them are repeats, early, late or with other content. */
const IDS = 13;
const aReport = fc.record({
  do: fc.constant('report' as const),
  id: fc.nat(IDS),
  report: fc.oneof(
    { weight: 4, arbitrary: anInvoice },
    { weight: 5, arbitrary: aSignature },
    { weight: 5, arbitrary: aDelivery },
    { weight: 5, arbitrary: aShipment },
    { weight: 2, arbitrary: aDecision },
    { weight: 3, arbitrary: aBareReport },
    { weight: 4, arbitrary: aServicingReport },
  ),
});
const anAnswer = fc.record({
  do: fc.constant('answer' as const),
  card: fc.constantFrom(
    'captured' as const,
    'captured' as const,
    'CARD_DECLINED' as const,
    'CARD_TYPE_NOT_ACCEPTED' as const,
  ),
  sql: fc.constantFrom('some' as const, 'some' as const, 'some' as const, 'last' as const, 'refused' as const),
});
export const anAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: aReport },
  { weight: 4, arbitrary: anAnswer },
  { weight: 4, arbitrary: fc.nat(6).map((chance) => ({ do: 'render' as const, isStale: chance === 0 })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 1, 10, 29, 30, 31, 60, 91).map((days) => ({ do: 'pass' as const, days })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'continueAsNew' as const }) },
);
export interface Beginning {
  isDownFirst: boolean;
  customerTakesGoods: boolean;
  isWebStore: boolean;
  outcome: 'approved' | 'denied' | 'pre_approved';
  hasProposal: boolean;
  refusedCards: number;
  /** the story goes on from there */
  isDelivered: boolean;
}

export const aBeginning: fc.Arbitrary<Beginning> = fc.record({
  isDownFirst: fc.boolean(),
  customerTakesGoods: fc.nat(7).map((chance) => chance === 0),
  isWebStore: fc.nat(3).map((chance) => chance === 0),
  outcome: fc.constantFrom('approved', 'approved', 'approved', 'denied', 'pre_approved'),
  hasProposal: fc.boolean(),
  refusedCards: fc.constantFrom(0, 0, 0, 0, 1, 3, 4),
  isDelivered: fc.nat(2).map((chance) => chance === 0),
});
