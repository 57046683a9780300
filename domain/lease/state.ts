import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId, MerchantId, StoreId } from '../ids';
import type { LeaseStatus } from '../lease-status';
import type { LeasePricing } from '../pricing';
import type { PayFrequency, ProgramTerms } from '../program';
import type { StoreClock } from '../store-clock';
import type { ReportEvent, ServicingEvent } from './reports';
import type { Shipment } from './shipments';

/** What stays as it was on the day of the application. */
export interface LeaseOrigin {
  leaseId: LeaseId;
  merchantId: MerchantId;
  storeId: StoreId;
  storeState: string;
  homeState: string;
  payFrequency: PayFrequency;
  terms: ProgramTerms;
  /** the store's customers always carry the goods away: no delivery call is needed (T23) */
  customerTakesGoods: boolean;
  /** an order of a web store may be returned before it is delivered; absent for leases older than that, and stores */
  isWebStore?: true;
  /** the merchant is told before an approval or a contract runs out; absent for leases older than that */
  warnsOfExpiry?: true;
  /** an approval of the merchant's other channel that this lease takes over, amount and deadline alike (T29) */
  movedApproval?: { fromLeaseId: LeaseId; limitCents: Cents; expiresAt: Instant };
}

export interface Approval {
  limitCents: Cents;
  /** 00:00 store time of day 91 */
  expiresAt: Instant;
}

/** One submitted order and the agreement made of it. A replaced invoice is the next round. */
export interface Contract {
  round: number;
  invoiceTotalCents: Cents;
  deliveryState: string;
  pricing: LeasePricing;
  lines: { lineNumber: number; quantity: number }[];
  /** the earlier of the 60 days and the approval's end */
  expiresAt: Instant;
  /** known once the agreement is rendered; nobody can sign before */
  agreementSha256: string | null;
}

/** A signature whose card has not answered yet. Until it has, later messages wait their turn. */
export interface Signing {
  signedAt: Instant;
}

export interface InitialPayment {
  round: number;
  amountCents: Cents;
  captureReference: string;
}

/** A report on goods or money that SQL is carrying out. Until it has, later messages wait their turn. */
export interface Asked {
  event: ServicingEvent;
  /** Workflow time of the report */
  at: Instant;
}

/** How a Funded lease ends: nothing is owed or reported any more. */
export type ServicingEnd = 'returned' | 'owned_by_term' | 'owned_by_buyout';

/** Everything a lease knows. Plain JSON: it travels through continue-as-new. Null until the fact exists. */
export interface LeaseState {
  origin: LeaseOrigin;
  status: LeaseStatus;
  /** +1 with every accepted fact */
  version: number;
  /** of the newest line of the timeline */
  sequence: number;
  createdAt: Instant;
  updatedAt: Instant;
  clock: StoreClock;
  /** what the engine would let the customer lease for; support may use it */
  proposedLimitCents: Cents | null;
  approval: Approval | null;
  denialFinalAt: Instant | null;
  roundCount: number;
  contract: Contract | null;
  cardAttemptCount: number;
  isBlocked: boolean;
  signing: Signing | null;
  signedOn: CalendarDate | null;
  initialPayment: InitialPayment | null;
  /** captured money of a cancelled contract, not yet given back */
  refundDue: InitialPayment | null;
  /** null until part of the order is reported on its way */
  shipments: Shipment[] | null;
  fundingScheduledFor: CalendarDate | null;
  isOverdueReported: boolean;
  deliveredOn: CalendarDate | null;
  fundedAt: Instant | null;
  /** merchant payable posted and schedule fixed */
  isOpened: boolean;
  asked: Asked | null;
  servicingEnd: ServicingEnd | null;
}

/** Known with the decision. */
const NO_CLOCK: StoreClock = [];

/** A lease on the day of its application, before any decision. */
export function newLease(origin: LeaseOrigin, at: Instant): LeaseState {
  return {
    origin,
    status: 'pending',
    version: 0,
    sequence: 0,
    createdAt: at,
    updatedAt: at,
    clock: NO_CLOCK,
    proposedLimitCents: null,
    approval: null,
    denialFinalAt: null,
    roundCount: 0,
    contract: null,
    cardAttemptCount: 0,
    isBlocked: false,
    signing: null,
    signedOn: null,
    initialPayment: null,
    refundDue: null,
    shipments: null,
    fundingScheduledFor: null,
    isOverdueReported: false,
    deliveredOn: null,
    fundedAt: null,
    isOpened: false,
    asked: null,
    servicingEnd: null,
  };
}

/**
 * What of a lease is not as on its first day: short to carry, and whole again over {@link newLease}, so that a lease
 * carried by an older release meets a newer one with every field it has.
 */
export type LeaseNews = Pick<LeaseState, 'origin' | 'createdAt'> & Partial<LeaseState>;

/** The news of a lease: `{ ...newLease(origin, createdAt), ...carriedLease(lease) }` is that lease again (TW15). */
export function carriedLease(lease: LeaseState): LeaseNews {
  const { origin, createdAt } = lease;
  const first = newLease(origin, createdAt);
  const news = Object.entries(lease).filter(([field, value]) => value !== first[field as keyof LeaseState]);
  return { origin, createdAt, ...Object.fromEntries(news) };
}

/**
 * A Funded lease without what only origination asks for: the approval, the hash a signature had to name, and the
 * store's clock, which an activity can read again. The order and its prices stay: returns and buyouts need them.
 */
export function withoutOrigination(lease: LeaseState): LeaseState {
  const contract = lease.contract && { ...lease.contract, agreementSha256: null };
  return { ...lease, contract, clock: [], approval: null, proposedLimitCents: null, shipments: null };
}

/**
 * What the lease must do before it may hear anything else: charge a card, pass acceptance, give money back, open a
 * funded lease, or have a return or a payment carried out. Errands are run one at a time, so that cancel and deliver can never both win.
 */
export function openErrand(
  lease: LeaseState,
): 'capture' | 'acceptance' | 'handover' | 'refund' | 'opening' | 'asking' | undefined {
  if (lease.signing) return 'capture';
  if (lease.refundDue) return 'refund';
  if (lease.asked) return 'asking';
  if (lease.status === 'contracts_received') return 'acceptance';
  if (lease.status === 'lease_accepted' && lease.origin.customerTakesGoods) return 'handover';
  if (lease.status === 'funded' && !lease.isOpened) return 'opening';
  return undefined;
}

/**
 * Whether a report has to wait its turn: behind an errand, or, for a signature, until the lease itself has heard of the
 * agreement that the customer can already read.
 */
export function mustWait(lease: LeaseState, event: ReportEvent): boolean {
  if (openErrand(lease)) return true;
  return event === 'agreementSigned' && lease.status === 'contracts' && lease.contract?.agreementSha256 === null;
}
