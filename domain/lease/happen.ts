import type { Instant } from '../calendar-date';
import { assertNever } from '../errors';
import { localDate } from '../store-clock';
import { answerServicing } from './answer-servicing';
import { approve, deny, takeOverApproval } from './approve';
import { fund } from './confirm-delivery';
import { accept, note, type Acceptance, type Judgement } from './judgement';
import type { Happening } from './reports';
import { expiryEvent } from './expiry-warnings';
import { answerCard } from './sign-agreement';
import type { Contract, LeaseState } from './state';

/** Writes down what the lease's own story found out. Only what a card or SQL answered can be a refusal. */
export function happen(lease: LeaseState, fact: Happening, at: Instant): Judgement {
  switch (fact.event) {
    case 'decided':
      return decided(lease, fact, at);
    case 'engineDown':
      return accept({ ...lease, clock: fact.clock }, at, { status: 'pending' });
    case 'agreementRendered':
      return note(lease, { contract: withAgreement(lease.contract, fact) });
    case 'cardAnswered':
      return answerCard(lease, fact, at);
    case 'refunded':
      return refunded(lease);
    case 'acceptancePassed':
      return accept(lease, at, { status: 'lease_accepted' });
    case 'approvalRanOut':
      return accept(lease, at, { status: 'approval_expired' });
    case 'contractsRanOut':
      return accept(lease, at, { status: 'contracts_expired' });
    case 'expiryNeared':
      return note(lease, {}, expiryEvent(lease, at));
    case 'denialBecameFinal':
      return note(lease, { denialFinalAt: null }, [{ type: 'denial.final' }]);
    case 'deliveryOverdue':
      return accept(lease, at, { isOverdueReported: true }, [{ type: 'delivery.overdue' }]);
    case 'fundingFellDue':
      return fund(lease, lease.fundingScheduledFor ?? localDate(lease.clock, at), at);
    case 'goodsTaken':
      return fund(lease, lease.signedOn ?? localDate(lease.clock, at), at);
    case 'opened':
      return note(lease, { isOpened: true }, [{ type: 'funding.payable' }, { type: 'schedule.created' }]);
    case 'servicingAnswered':
      return answerServicing(lease, fact.answer, at);
    default:
      return assertNever(fact);
  }
}

function decided(lease: LeaseState, fact: Extract<Happening, { event: 'decided' }>, at: Instant): Acceptance {
  const known = { ...lease, clock: fact.clock, proposedLimitCents: fact.proposedLimitCents };
  switch (fact.outcome) {
    case 'approved': {
      const { proposedLimitCents: limitCents, expiresAt } = fact;
      return expiresAt ? takeOverApproval(known, { limitCents, expiresAt }, at) : approve(known, limitCents, at);
    }
    case 'denied':
      return deny(known, at);
    case 'pre_approved':
      return accept(known, at, { status: 'pre_approved' });
    default:
      return assertNever(fact.outcome);
  }
}

/** An agreement rendered for a contract that was replaced or cancelled meanwhile concerns nobody any more. */
function withAgreement(
  contract: Contract | null,
  { round, agreementSha256 }: Extract<Happening, { event: 'agreementRendered' }>,
): Contract | null {
  return contract?.round === round ? { ...contract, agreementSha256 } : contract;
}

function refunded(lease: LeaseState): Judgement {
  if (!lease.refundDue) return note(lease, {});
  const { round, amountCents } = lease.refundDue;
  return note(lease, { refundDue: null }, [{ type: 'initial_payment.refunded', data: { round, amountCents } }]);
}
