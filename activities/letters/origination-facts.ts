import { readInvoice, readSignature } from '../../db/contracts';
import { instant } from '../../domain/calendar-date';
import type { LetterFacts } from '../../domain/letters/write-letter';
import type { LetterDeps } from './deps';
import type { HeardEvent } from './heard-event';
import { aboutLease } from './letter-head';
import { signatureFacts } from './signature-facts';
import { storeTime } from './store-time';

type Heard<Type extends HeardEvent['type']> = Extract<HeardEvent, { type: Type }>;

/** @returns undefined when this contract was not signed, which no event says */
export async function signedFacts(
  deps: LetterDeps,
  { leaseId, data }: Heard<'agreement.signed'>,
): Promise<LetterFacts | undefined> {
  const facts = await signatureFacts(deps, { leaseId, round: data.round });
  return facts && { kind: 'signed_agreement', facts };
}

/** @returns undefined where nothing was paid */
export async function receiptFacts(
  deps: LetterDeps,
  event: Heard<'initial_payment.captured'>,
): Promise<LetterFacts | undefined> {
  const { leaseId, data } = event;
  const { amountCents, round } = data;
  if (amountCents === 0) return undefined;
  const { head } = await aboutLease(deps, event);
  const { pricing, deliveryState } = await readInvoice(deps.db, { leaseId, round });
  return { kind: 'initial_payment_receipt', facts: { head, amountCents, pricing, state: deliveryState } };
}

/** Until the end of which day, by the clock of the store. @throws Error when the lease is unknown */
export async function expiryFacts(
  deps: LetterDeps,
  event: Heard<'approval.expiring' | 'contract.expiring'>,
): Promise<LetterFacts> {
  const { head, lease, timeZone } = await aboutLease(deps, event);
  const { daysLeft, expiresAt } = event.data;
  const of = event.type === 'approval.expiring' ? 'approval' : 'contract';
  const approvalLimitCents = lease.approval_limit_cents;
  const lastDayOn = storeTime(timeZone, justBefore(expiresAt)).on;
  return { kind: 'expiry_warning', facts: { head, of, daysLeft, lastDayOn, approvalLimitCents } };
}

/** @returns undefined for a contract that was not signed: its customer has agreed to nothing and paid nothing */
export async function cancellationFacts(
  deps: LetterDeps,
  event: Heard<'contract.cancelled'>,
): Promise<LetterFacts | undefined> {
  const contract = { leaseId: event.leaseId, round: event.data.round };
  if (!(await readSignature(deps.db, deps.cipher, contract))) return undefined;
  const { head, lease, timeZone } = await aboutLease(deps, event);
  const { pricing } = await readInvoice(deps.db, contract);
  const { approval_expires_at: expiresAt } = lease;
  const isLive = expiresAt !== null && expiresAt > event.at;
  const approvalUntilOn = isLive ? storeTime(timeZone, justBefore(expiresAt)).on : null;
  return {
    kind: 'cancellation_letter',
    facts: { head, refundCents: pricing.initialPaymentCents, approvalUntilOn },
  };
}

/** A deadline is the first instant that is too late. */
const justBefore = (expiresAt: HeardEvent['at']) => instant(Date.parse(expiresAt) - 1);
