import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { assertNever } from '../../domain/errors';
import { earlier, fundingDueAt, overdueAt } from '../../domain/lease/deadline';
import type { Happening } from '../../domain/lease/reports';
import { type LeaseState, openErrand } from '../../domain/lease/state';
import { at, CHICAGO, LIMIT_CENTS, SHA } from './lease-fixture';
import { servicingAnswers } from './lease-servicing';

type Deadline = { at: Instant; fact: Happening } | null;

/**
 * The deadline that `workflows/lease/lease.ts` gives the lease, and the fact it tells when that passes in silence. None
 * while an errand is under way. test/drift/lifecycle.test.ts holds the two side by side.
 */
export function deadlineOf(lease: LeaseState): Deadline {
  const approvalExpiresAt = lease.approval?.expiresAt ?? null;
  if (openErrand(lease)) return null;
  switch (lease.status) {
    case 'approved':
    case 'contracts_expired':
      return due(approvalExpiresAt, 'approvalRanOut');
    case 'contracts': {
      const expireAt = lease.contract?.expiresAt ?? null;
      return due(expireAt, expireAt === approvalExpiresAt ? 'approvalRanOut' : 'contractsRanOut');
    }
    case 'lease_accepted': {
      const fundsAt = fundingDueAt(lease);
      const firstAt = earlier(fundsAt, overdueAt(lease));
      return due(firstAt, fundsAt && fundsAt === firstAt ? 'fundingFellDue' : 'deliveryOverdue');
    }
    case 'denied':
      return due(lease.denialFinalAt, 'denialBecameFinal');
    default:
      return null;
  }
}

type TimeAlone = 'approvalRanOut' | 'contractsRanOut' | 'denialBecameFinal' | 'deliveryOverdue' | 'fundingFellDue';

function due(dueAt: Instant | null, event: TimeAlone): Deadline {
  return dueAt && { at: dueAt, fact: { event } };
}

/** A fact of the story that needs no deadline, and what tells it from others of its name. */
export interface OwnFact {
  fact: Happening;
  variant: string;
}

/** Everything the outside may answer to what the lease is doing now: the engine, the card, the agreement, errands. */
export function ownFacts(lease: LeaseState): OwnFact[] {
  const errand = openErrand(lease);
  if (errand) return errandFacts(errand, lease);
  if (lease.status === 'pending') return decisions(lease);
  const { contract } = lease;
  if (lease.status !== 'contracts' || !contract || contract.agreementSha256) return [];
  const agreement = { event: 'agreementRendered', agreementSha256: SHA } as const;
  return [
    { fact: { ...agreement, round: contract.round }, variant: '' },
    { fact: { ...agreement, round: contract.round - 1 }, variant: 'of a replaced invoice' },
  ];
}

function errandFacts(errand: NonNullable<ReturnType<typeof openErrand>>, { asked, contract }: LeaseState): OwnFact[] {
  switch (errand) {
    case 'capture':
      return (['captured', 'declined', 'card_type_not_accepted'] as const).map((outcome) => ({
        fact: { event: 'cardAnswered', outcome, captureReference: 'cap' },
        variant: outcome,
      }));
    case 'refund':
      return [{ fact: { event: 'refunded' }, variant: '' }];
    case 'acceptance':
      return [{ fact: { event: 'acceptancePassed' }, variant: '' }];
    case 'handover':
      return [{ fact: { event: 'goodsTaken' }, variant: '' }];
    case 'opening':
      return [{ fact: { event: 'opened' }, variant: '' }];
    case 'asking':
      if (!asked || !contract) throw new Error('SQL was asked of nothing');
      return servicingAnswers(asked.event, contract).map(({ answer, variant }) => ({
        fact: { event: 'servicingAnswered', answer },
        variant: `${asked.event}: ${variant}`,
      }));
    default:
      return assertNever(errand);
  }
}

function decisions(lease: LeaseState): OwnFact[] {
  const decision = { event: 'decided', clock: CHICAGO } as const;
  const outcomes = (['approved', 'denied', 'pre_approved'] as const).map<OwnFact>((outcome) => ({
    fact: { ...decision, outcome, proposedLimitCents: LIMIT_CENTS },
    variant: outcome,
  }));
  const takenOver: OwnFact = {
    fact: { ...decision, outcome: 'approved', proposedLimitCents: LIMIT_CENTS, expiresAt: at('2026-05-20T05:00Z') },
    variant: 'approved, taken over from another channel',
  };
  const withoutLimit = (['denied', 'pre_approved'] as const).map<OwnFact>((outcome) => ({
    fact: { ...decision, outcome, proposedLimitCents: cents(0) },
    variant: `${outcome}, no limit proposed`,
  }));
  const down: OwnFact[] = lease.version === 0 ? [{ fact: { event: 'engineDown', clock: CHICAGO }, variant: '' }] : [];
  return [...outcomes, takenOver, ...withoutLimit, ...down];
}

/** Ended, or Funded with everything that follows from it: the lease has nothing left to reach. */
export function isAtRest(lease: LeaseState): boolean {
  if (lease.status === 'approval_expired') return true;
  if (lease.status === 'denied') return lease.denialFinalAt === null;
  return lease.status === 'funded' && lease.isOpened && lease.asked === null;
}
