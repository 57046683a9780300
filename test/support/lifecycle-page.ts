import {
  APPROVAL_DAYS,
  CARD_ATTEMPTS_MAX,
  CONTRACTS_DAYS,
  DELIVERY_WINDOW_DAYS,
  DENIAL_REVIEW_DAYS,
} from '../../domain/lease-policy';
import { STATUS_LABELS } from '../../domain/lease-status';
import { fundingDueAt } from '../../domain/lease/deadline';
import type { ReportEvent } from '../../domain/lease/reports';
import { accepted, applied, approved, at, decided, type Fact, inContracts, lived, on } from './lease-fixture';
import {
  type Answers,
  ENDED,
  FINAL_DENIAL,
  type Findings,
  START,
  WAITS,
  type Way,
  WEB_ORDER,
} from './lifecycle-findings';

/** How the page calls each fact; a fact without words here would not compile. */
const WORDS: Readonly<Record<Fact['event'], string>> = {
  invoiceSubmitted: 'invoice',
  agreementSigned: 'signature',
  deliveryConfirmed: 'delivery confirmed',
  shipmentReported: 'shipment reported',
  shipmentDelivered: 'shipment delivered',
  contractCancelled: 'order cancelled',
  reviewOpened: 'review opened',
  reviewClosed: 'review decided',
  documentsReceived: 'documents decided',
  reinstated: 'reinstated by support',
  approvalMoved: 'approval moved to another channel',
  decided: 'decision engine answers',
  engineDown: 'decision engine is down',
  agreementRendered: 'agreement rendered',
  cardAnswered: 'signature, card answers',
  refunded: 'initial payment given back',
  acceptancePassed: 'acceptance passes',
  approvalRanOut: `day ${APPROVAL_DAYS} of the approval passes`,
  contractsRanOut: `day ${CONTRACTS_DAYS} passes unsigned`,
  expiryNeared: 'few days are left',
  denialBecameFinal: `day ${DENIAL_REVIEW_DAYS} of the denial passes`,
  deliveryOverdue: `day ${APPROVAL_DAYS} passes undelivered`,
  fundingFellDue: 'the scheduled day begins',
  goodsTaken: 'goods are always taken along',
  opened: 'payable and schedule written',
  returnAuthorizationRequested: 'return authorization asked for',
  returnSubmitted: 'return or lower price reported',
  paymentSubmitted: 'one-time payment',
  paymentCancelled: 'payment cancelled',
  purchaseAccepted: 'purchase at the quoted price',
  paidOff: 'rent is paid',
  servicingAnswered: 'return, payment or purchase is carried out',
};

const DEADLINES: readonly Fact['event'][] = [
  'approvalRanOut',
  'contractsRanOut',
  'denialBecameFinal',
  'deliveryOverdue',
  'fundingFellDue',
];

const REPORTS: Readonly<Record<ReportEvent, string>> = {
  invoiceSubmitted: '`POST …/invoice`',
  agreementSigned: '`POST /v1/signing/{token}/signature`',
  deliveryConfirmed: '`POST …/delivery-confirmation`',
  shipmentReported: '`POST …/shipments`',
  shipmentDelivered: '`PATCH …/shipments/{shipmentId}`',
  contractCancelled: '`DELETE …/contract`',
  reviewOpened: '`POST …/review`',
  reviewClosed: '`POST …/review/decision`',
  documentsReceived: '`POST …/documents`',
  reinstated: '`POST …/reinstatement`',
  approvalMoved: 'a checkout in the other channel',
  returnAuthorizationRequested: '`POST …/return-authorization`',
  returnSubmitted: '`POST …/returns`',
  paymentSubmitted: '`POST …/payments`',
  paymentCancelled: '`DELETE …/payments/{paymentId}`',
  purchaseAccepted: '`POST …/purchase-option/acceptance`',
  paidOff: 'the collection run',
};

const EVENTS = Object.keys(REPORTS) as ReportEvent[];
const PLACES = [START, ...Object.values(STATUS_LABELS), ENDED, FINAL_DENIAL];
const ANSWER_PLACES = [...PLACES, WEB_ORDER];
const inOrder = (one: string, other: string): number => ANSWER_PLACES.indexOf(one) - ANSWER_PLACES.indexOf(other);

/** What goes on before what is refused. */
const byOutcome = (one: string, other: string): number =>
  Number(one.startsWith('`')) - Number(other.startsWith('`')) || one.localeCompare(other);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The generated parts of docs/LIFECYCLE.md, by the name in their markers. */
export function lifecycleParts(findings: Findings): Readonly<Record<string, string>> {
  return {
    diagram: diagram(findings.ways),
    answers: answers(findings.answers),
    contents: contents(findings.answers),
    blocked: answers(findings.blockedAnswers),
    time: byItself(findings.ways),
    timers: timers(),
    coverage: `Generated from ${findings.stateCount} abstract states and ${findings.stepCount} facts met in them.`,
  };
}

function diagram(ways: Map<string, Way>): string {
  const id = (place: string): string => (place === START ? '[*]' : place.replaceAll(/[^A-Za-z]/g, ''));
  const names = PLACES.slice(1).map((place) => `  state "${place}" as ${id(place)}`);
  const arrows = sorted(ways).map(({ from, to, events }) => `  ${id(from)} --> ${id(to)} : ${labels(events)}`);
  const ends = ['Approval Expired', ENDED, FINAL_DENIAL].map((place) => `  ${id(place)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...names, ...arrows, ...ends, '```'].join('\n');
}

const labels = (events: Set<Fact['event']>): string =>
  [...events]
    .map((event) => (DEADLINES.includes(event) ? `⏰ ${WORDS[event]}` : WORDS[event]))
    .sort()
    .join(' / ');

const sorted = (ways: Map<string, Way>): Way[] =>
  [...ways.values()].sort((one, other) => inOrder(one.from, other.from) || inOrder(one.to, other.to));

/** Places that give a report the same answers share a row. */
function answers(found: Answers): string {
  const all = EVENTS.flatMap((event) => {
    const byAnswer = new Map<string, string[]>();
    for (const place of [...(found.get(event)?.keys() ?? [])].sort(inOrder)) {
      const answer = gist([...(found.get(event)?.get(place)?.values() ?? [])].flatMap((set) => [...set]));
      byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), place]);
    }
    const rows = [...byAnswer].sort(([one], [other]) => byOutcome(one, other));
    return rows.map(([answer, places], index) => [
      index === 0 ? `\`${event}\`` : '',
      index === 0 ? REPORTS[event] : '',
      places.join(', '),
      answer,
    ]);
  });
  return table(['reported fact', 'by', 'while the lease is', 'answer'], all);
}

/** Where a report can be taken, its refusals are about its content and have a table of their own. */
function gist(all: readonly string[]): string {
  const judged = [...new Set(all)].filter((answer) => answer !== WAITS).sort(byOutcome);
  const taken = judged.filter((answer) => !answer.startsWith('`'));
  if (judged.length === 0) return WAITS;
  if (taken.length === 0) return judged.join(' or ');
  return taken.length < judged.length ? `${taken.join(' or ')}; or refused for its content` : taken.join(' or ');
}

/** Per report that can be refused for what it says: each kind of content and its answer. */
function contents(found: Answers): string {
  const rows = EVENTS.flatMap((event) => {
    const merged = new Map<string, Set<string>>();
    for (const byVariant of found.get(event)?.values() ?? []) {
      if (
        ![...byVariant.values()].some((set) => [...set].some((answer) => !answer.startsWith('`') && answer !== WAITS))
      )
        continue;
      for (const [variant, set] of byVariant) {
        const known = merged.get(variant) ?? new Set<string>();
        merged.set(variant, new Set([...known, ...[...set].filter((answer) => answer !== WAITS)]));
      }
    }
    const isRefusable = [...merged.values()].some((set) => [...set].some((answer) => answer.startsWith('`')));
    if (!isRefusable) return [];
    return [...merged].map(([variant, set], index) => [
      index === 0 ? `\`${event}\`` : '',
      variant,
      [...set].sort(byOutcome).join(' or '),
    ]);
  });
  return table(
    ['reported fact', 'that says', 'answer'],
    rows.filter(([, variant]) => variant !== ''),
  );
}

function byItself(ways: Map<string, Way>): string {
  const own = (event: Fact['event']): boolean => !(event in REPORTS);
  const rows = sorted(ways).flatMap(({ from, to, events }) =>
    [...events].filter(own).map((event) => [from, `\`${event}\``, WORDS[event], from === to ? 'stays' : `→ ${to}`]),
  );
  return table(['from', 'fact', 'when', 'to'], rows);
}

/** Lengths are the constants of domain/lease-policy.ts, examples are what the machine answers to them. */
function timers(): string {
  const noon = at('2026-03-02T18:00Z');
  const example = (instant: string | null | undefined): string => (instant ?? '').replace(':00.000Z', 'Z');
  const signed = accepted(at('2026-10-20T18:00Z'));
  const scheduled = lived(signed, at('2026-11-25T18:00Z'), {
    event: 'deliveryConfirmed',
    deliveredOn: on('2026-12-01'),
  });
  const denied = lived(applied(noon), noon, decided('denied'));
  return table(
    ['timer', 'length', 'day 0', 'then', 'example (a store in Chicago)', 'rule'],
    [
      [
        'approval',
        `${APPROVAL_DAYS} days`,
        'the day of approval',
        '→ Approval Expired; an accepted order becomes overdue instead',
        `2026-03-02 ends ${example(approved(noon).approval?.expiresAt)}`,
        'T9, T13, T28',
      ],
      [
        'contracts',
        `${CONTRACTS_DAYS} days, never beyond the approval`,
        'the day of the invoice; a replaced invoice starts anew',
        '→ Contracts Expired',
        `2026-03-02 ends ${example(inContracts(noon).contract?.expiresAt)}`,
        'T10, T11',
      ],
      [
        'scheduled funding',
        `up to ${DELIVERY_WINDOW_DAYS} days ahead`,
        'the day of the call',
        '→ Funded',
        `2026-12-01 begins ${example(fundingDueAt(scheduled))}`,
        'T21',
      ],
      [
        'backdated delivery',
        `up to ${DELIVERY_WINDOW_DAYS} days back, not before the signature`,
        'the day of the call',
        'an older date is refused',
        'on 2026-11-25: from 2026-10-26',
        'T20',
      ],
      [
        'review of a denial',
        `${DENIAL_REVIEW_DAYS} days`,
        'the day of the denial',
        'the denial is final',
        `2026-03-02 ends ${example(denied.denialFinalAt)}`,
        'decision 0003',
      ],
      [
        'card attempts',
        `${CARD_ATTEMPTS_MAX} answers of the processor`,
        '–',
        'the next signature is refused and blocks the lease',
        '–',
        'T30',
      ],
    ],
  );
}

/** The page with its generated parts made anew; what stands outside the markers is written by people. */
export function withParts(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, until] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || until < from) throw new Error(`docs/LIFECYCLE.md lacks the markers of "${name}"`);
    return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(until)}`;
  }, page);
}
