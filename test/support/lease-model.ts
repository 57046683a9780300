import type { ErrorCode } from '../../domain/errors';
import type { LeaseStatus } from '../../domain/lease-status';
import {
  arrivalFault,
  arrived,
  delivery,
  deliveryFault,
  FUNDED,
  NEVER,
  parcel,
  parcelFault,
  sentOff,
} from './lease-model-deliveries';
import type { ModelReport, ServicingReport, SqlAnswer } from './lease-model-reports';

/**
 * A second lease, written from domain.md 1 and api.md alone and in another shape: whole days instead of instants, one
 * table of rows instead of functions, one queue. Where it and the real one differ, one of them is wrong.
 */
export interface Model {
  status: LeaseStatus;
  version: number;
  day: number;
  hasProposal: boolean;
  customerTakesGoods: boolean;
  isWebStore: boolean;
  limitCents: number;
  /** the first day on which each is over */
  approvalEndsOn: number;
  contractEndsOn: number;
  denialEndsOn: number;
  round: number;
  isAgreementKnown: boolean;
  cardCalls: number;
  isBlocked: boolean;
  signedOn: number;
  scheduledFor: number;
  deliveredOn: number;
  isOverdue: boolean;
  /** parts of the order on their way, and the day each arrives */
  parcels: { parts: readonly number[]; arrivesOn: number }[];
  busy: 'card' | 'refund' | 'opening' | 'sql' | undefined;
  /** what SQL was asked */
  asked: ServicingReport['event'] | undefined;
  endedAs: 'returned' | 'owned_by_term' | 'owned_by_buyout' | undefined;
  inHand: number | undefined;
  queue: Waiting[];
  seen: Set<number>;
  verdicts: Record<number, string>;
}

export interface Heard {
  id: number;
  report: ModelReport;
}

interface Waiting extends Heard {
  heardOn: number;
}

export const newModel = (customerTakesGoods = false, isWebStore = false): Model => ({
  ...{ customerTakesGoods, isWebStore, asked: undefined, endedAs: undefined },
  ...{ status: 'pending', version: 0, day: 0, hasProposal: false, limitCents: 0, round: 0, cardCalls: 0 },
  ...{ approvalEndsOn: NEVER, contractEndsOn: NEVER, denialEndsOn: NEVER },
  ...{ signedOn: NEVER, scheduledFor: NEVER, deliveredOn: NEVER },
  ...{ isAgreementKnown: false, isBlocked: false, isOverdue: false, busy: undefined, inHand: undefined },
  ...{ parcels: [], queue: [], seen: new Set<number>(), verdicts: {} },
});

interface Row {
  rule: string;
  from: readonly LeaseStatus[];
  event: ModelReport['event'];
  /** the code of a refusal; none: the effect happens */
  refusal?: (model: Model, report: never) => ErrorCode | undefined;
  effect: (model: Model, report: never) => Partial<Model>;
}

const row = <Event extends ModelReport['event']>(
  rule: string,
  from: readonly LeaseStatus[],
  event: Event,
  effect: (model: Model, report: Extract<ModelReport, { event: Event }>) => Partial<Model>,
  refusal?: (model: Model, report: Extract<ModelReport, { event: Event }>) => ErrorCode | undefined,
): Row => ({ rule, from, event, effect, ...(refusal ? { refusal } : {}) });

const blocked = ({ isBlocked }: Model): ErrorCode | undefined => (isBlocked ? 'LEASE_BLOCKED' : undefined);

const approval = (model: Model, limitCents: number): Partial<Model> => ({
  ...{ status: 'approved', limitCents, approvalEndsOn: model.day + 91, denialEndsOn: NEVER },
});
const denial = ({ day }: Model): Partial<Model> => ({ status: 'denied', denialEndsOn: day + 761 });

type Decision = Extract<ModelReport, { decision: string }>;
const decision = (model: Model, { decision: made, limitCents }: Decision): Partial<Model> =>
  made === 'denied' ? denial(model) : approval(model, limitCents ?? 120_000);
const noLimit = (model: Model, { decision: made, limitCents }: Decision): ErrorCode | undefined =>
  made === 'approved' && limitCents === undefined && !model.hasProposal ? 'VALIDATION_FAILED' : undefined;

const contracts = (model: Model): Partial<Model> => ({
  ...{ status: 'contracts', round: model.round + 1, isAgreementKnown: false },
  contractEndsOn: Math.min(model.day + 61, model.approvalEndsOn),
});
const invoiceFault = (model: Model, report: { amountCents: number; fault?: ErrorCode }): ErrorCode | undefined =>
  blocked(model) ?? report.fault ?? (report.amountCents > model.limitCents ? 'AMOUNT_EXCEEDS_APPROVAL' : undefined);

const calledOff: Partial<Model> = {
  parcels: [],
  ...{ status: 'approved', signedOn: NEVER, scheduledFor: NEVER, isOverdue: false },
};

/** domain.md 1.3, the rows that somebody reports. */
const TABLE: readonly Row[] = [
  row('T4', ['pre_approved'], 'documentsReceived', decision, noLimit),
  row('T6', ['denied'], 'reviewOpened', () => ({ status: 'in_process' })),
  row('T7', ['in_process'], 'reviewClosed', decision, noLimit),
  row('T8 T10', ['approved', 'contracts'], 'invoiceSubmitted', contracts, invoiceFault),
  row('T12', ['contracts_expired'], 'reinstated', () => ({ status: 'approved' }), blocked),
  row('T17', ['contracts'], 'contractCancelled', () => calledOff, blocked),
  row('T17', ['lease_accepted'], 'contractCancelled', () => ({ ...calledOff, busy: 'refund' }), sentOff),
  row('T20 T21 T22', ['lease_accepted'], 'shipmentReported', parcel, parcelFault),
  row('T20 T21 T22', ['lease_accepted'], 'shipmentDelivered', arrived, arrivalFault),
  row('T20 T21 T22', ['lease_accepted'], 'deliveryConfirmed', delivery, deliveryFault),
  row('T29', ['approved'], 'approvalMoved', () => ({ status: 'approval_expired' })),
];

const PAID: readonly LeaseStatus[] = ['contracts_received', 'lease_accepted', 'funded'];

/** api.md: the specific code where one exists, `ILLEGAL_TRANSITION` otherwise. */
function saysNo(status: LeaseStatus, event: ModelReport['event']): ErrorCode {
  if (event === 'returnAuthorizationRequested' || event === 'returnSubmitted') return 'RETURN_NOT_ELIGIBLE';
  if (status === 'approval_expired') return 'APPROVAL_EXPIRED';
  if (status === 'contracts_expired') return 'CONTRACTS_EXPIRED';
  const isDelivery = event === 'deliveryConfirmed' || event.startsWith('shipment');
  return isDelivery && !PAID.includes(status) ? 'NOT_OK_TO_DELIVER' : 'ILLEGAL_TRANSITION';
}

export function modelHears(model: Model, heard: Heard): void {
  if (model.seen.has(heard.id)) return;
  model.seen.add(heard.id);
  model.queue.push({ ...heard, heardOn: model.day });
  modelSettles(model);
}

/** Signing is a row of its own: its verdict is the card's (T14, T15, T30). */
function modelSigns(model: Model, id: number, report: Extract<ModelReport, { event: 'agreementSigned' }>): void {
  const refusal = signatureFault(model, report);
  if (refusal) {
    model.verdicts[id] = refusal;
  } else if (model.cardCalls === 4) {
    Object.assign(model, { isBlocked: true, version: model.version + 1 });
    model.verdicts[id] = 'CARD_ATTEMPTS_EXCEEDED';
  } else {
    Object.assign(model, { busy: 'card', inHand: id, signedOn: model.day });
  }
}

function signatureFault(model: Model, report: { round: number; isOther: boolean }): ErrorCode | undefined {
  if (model.status !== 'contracts') return 'SIGNING_LINK_DEAD';
  if (model.isBlocked) return 'CARD_ATTEMPTS_EXCEEDED';
  if (report.round !== model.round) return 'SIGNING_LINK_DEAD';
  return report.isOther ? 'AGREEMENT_CHANGED' : undefined;
}

const SERVICING = ['returnSubmitted', 'returnAuthorizationRequested', 'paymentSubmitted', 'paymentCancelled'];
const isServicing = (report: ModelReport): report is ServicingReport =>
  [...SERVICING, 'purchaseAccepted', 'paidOff'].includes(report.event);

/** T18, T24, T25, T27: goods and money of a Funded lease, goods of a web store before that; the verdict is SQL's. */
function modelAsks(model: Model, id: number, report: ServicingReport): void {
  const isWebOrder = model.isWebStore && model.status === 'lease_accepted' && report.event.startsWith('return');
  const isOpen = isWebOrder || (model.status === 'funded' && !model.endedAs);
  if (!isOpen) {
    model.verdicts[id] = saysNo(model.status, report.event);
  } else if (report.event === 'returnSubmitted' && isUndatable(model, report)) {
    model.verdicts[id] = 'RETURN_NOT_ELIGIBLE';
  } else {
    Object.assign(model, { busy: 'sql', inHand: id, asked: report.event });
  }
}

/** Before anything was delivered, or in days to come, unless a daily run has been there already. */
function isUndatable({ day, deliveredOn }: Model, report: { returnedOn: number; lastRunOn: number }): boolean {
  const isBefore = deliveredOn !== NEVER && report.returnedOn < deliveredOn;
  return isBefore || report.returnedOn > Math.max(day, report.lastRunOn);
}

function modelJudges(model: Model, { id, report }: Heard): void {
  if (report.event === 'agreementSigned') return modelSigns(model, id, report);
  if (isServicing(report)) return modelAsks(model, id, report);
  const isFinal = model.status === 'denied' && model.denialEndsOn === NEVER;
  const found = isFinal
    ? undefined
    : TABLE.find(({ from, event }) => event === report.event && from.includes(model.status));
  const refusal = found ? found.refusal?.(model, report as never) : saysNo(model.status, report.event);
  model.verdicts[id] = refusal ?? 'accepted';
  if (found && !refusal) Object.assign(model, found.effect(model, report as never), { version: model.version + 1 });
}

type Ending = [from: readonly LeaseStatus[], endsOn: number, effect: Partial<Model>];

/** Time alone: what came first happens first; what comes on one day, in the order of these rows. */
function modelFirstEnding(model: Model): Ending | undefined {
  const rows: Ending[] = [
    [['approved', 'contracts', 'contracts_expired'], model.approvalEndsOn, { status: 'approval_expired' }],
    [['contracts'], model.contractEndsOn, { status: 'contracts_expired' }],
    [['denied'], model.denialEndsOn, { denialEndsOn: NEVER }],
    [['lease_accepted'], model.scheduledFor, { ...FUNDED, deliveredOn: model.scheduledFor }],
    [['lease_accepted'], model.isOverdue ? NEVER : model.approvalEndsOn, { isOverdue: true }],
  ];
  const due = rows.filter(([from, endsOn]) => from.includes(model.status) && endsOn <= model.day);
  return due.sort(([, one], [, other]) => one - other)[0];
}

/**
 * Queue first, then deadlines, one after the other, for as long as no answer of the outside is awaited. A report that
 * came after a deadline which only an errand has held up is judged after it.
 */
function modelSettles(model: Model): void {
  if (model.busy) return;
  const ending = modelFirstEnding(model);
  const [head] = model.queue;
  const isEarly = head?.report.event === 'agreementSigned' && model.status === 'contracts' && !model.isAgreementKnown;
  if (head && !isEarly && !(ending && head.heardOn >= ending[1])) {
    model.queue.shift();
    modelJudges(model, head);
  } else if (ending) {
    // Being final is no news of status: it makes no version.
    Object.assign(model, ending[2], { version: model.version + Number(model.status !== 'denied') });
  } else {
    return;
  }
  modelSettles(model);
}

export function modelPassesDay(model: Model): void {
  model.day += 1;
  modelSettles(model);
}

export function modelIsDecided(
  model: Model,
  outcome: 'approved' | 'denied' | 'pre_approved',
  hasProposal: boolean,
): void {
  const effect = {
    approved: approval(model, 120_000),
    denied: denial(model),
    pre_approved: { status: 'pre_approved' },
  }[outcome];
  Object.assign(model, effect, { hasProposal, version: model.version + 1 });
}

export function modelLearnsAgreement(model: Model): void {
  if (model.status === 'contracts') model.isAgreementKnown = true;
  modelSettles(model);
}

const ENDS = { returnSubmitted: 'returned', paymentSubmitted: 'owned_by_term' } as const;

function sqlAnswers(model: Model, id: number, answer: SqlAnswer): void {
  const { asked } = model;
  Object.assign(model, { asked: undefined, inHand: undefined });
  if (answer === 'refused') {
    model.verdicts[id] = 'RETURN_EXCEEDS_LINE';
    return;
  }
  model.verdicts[id] = 'accepted';
  model.version += 1;
  if (asked === 'purchaseAccepted') model.endedAs = 'owned_by_buyout';
  if (asked === 'paidOff') model.endedAs = 'owned_by_term';
  if (answer !== 'last' || (asked !== 'returnSubmitted' && asked !== 'paymentSubmitted')) return;
  if (model.status === 'funded') model.endedAs = ENDS[asked];
  else Object.assign(model, calledOff, { busy: 'refund' });
}

/** The outside answers what the model waits for. */
export function modelIsAnswered(
  model: Model,
  card: 'captured' | 'CARD_DECLINED' | 'CARD_TYPE_NOT_ACCEPTED',
  sql: SqlAnswer,
): void {
  const { busy, inHand } = model;
  if (!busy) return;
  model.busy = undefined;
  if (busy === 'sql' && inHand !== undefined) sqlAnswers(model, inHand, sql);
  if (busy === 'card' && inHand !== undefined) {
    model.cardCalls += 1;
    model.inHand = undefined;
    model.verdicts[inHand] = card === 'captured' ? 'accepted' : card;
    if (card === 'captured') modelIsSigned(model);
    else model.signedOn = NEVER;
  }
  modelSettles(model);
}

/** T14 and T16: signed and paid, then accepted by itself; T23: funded at once where the goods are always taken along. */
function modelIsSigned(model: Model): void {
  Object.assign(model, { status: 'lease_accepted', version: model.version + 2 });
  if (!model.customerTakesGoods) return;
  Object.assign(model, FUNDED, { deliveredOn: model.signedOn, version: model.version + 1 });
}
