import { happen } from '../../../domain/lease/happen';
import { judge } from '../../../domain/lease/judge';
import type { LeaseState } from '../../../domain/lease/state';
import {
  at,
  card,
  inContracts,
  invoiceOf,
  line,
  lived,
  meet,
  rendered,
  SHA,
  signed,
} from '../../support/lease-fixture';

const AT = at('2026-03-10T18:00Z');

/** Signs once and hears the card's answer. */
function tried(lease: LeaseState, outcome: 'captured' | 'declined' | 'card_type_not_accepted') {
  return meet(lived(lease, AT, signed(1)), card(outcome), AT);
}

const declinedTimes = (times: number): LeaseState =>
  Array.from({ length: times }).reduce<LeaseState>((lease) => tried(lease, 'declined').lease, inContracts(AT));

describe('a signature', () => {
  it('of the live agreement is noted without a verdict, and the card is asked', () => {
    const before = inContracts(AT);
    const judgement = judge(before, signed(1), AT);
    expect(judgement).toEqual({ outcome: 'noted', lease: { ...before, signing: { signedAt: AT } }, events: [] });
  });

  it('through the link of a replaced invoice meets a dead link', () => {
    const second = lived(
      inContracts(AT),
      AT,
      { event: 'invoiceSubmitted', invoice: invoiceOf([line(1, 50_000)]) },
      rendered(2),
    );
    expect(judge(second, signed(1), AT)).toMatchObject({ outcome: 'refused', code: 'SIGNING_LINK_DEAD' });
    expect(judge(second, signed(2), AT)).toMatchObject({ outcome: 'noted' });
  });

  it('of other words than were shown is refused', () => {
    const other = { event: 'agreementSigned', round: 1, agreementSha256: SHA.replace('a', 'b') } as const;
    expect(judge(inContracts(AT), other, AT)).toMatchObject({ outcome: 'refused', code: 'AGREEMENT_CHANGED' });
  });
});

describe('the card', () => {
  it('captured: Contracts Received, OK to deliver, signed on the store day of the signature', () => {
    const judgement = tried(inContracts(AT), 'captured');
    expect(judgement.outcome).toBe('accepted');
    expect(judgement.lease).toMatchObject({
      status: 'contracts_received',
      signing: null,
      signedOn: '2026-03-10',
      cardAttemptCount: 1,
      initialPayment: { round: 1, amountCents: 4_900, captureReference: 'cap_1' },
    });
    expect(judgement.events).toEqual([
      { type: 'agreement.signed', data: { round: 1, signedOn: '2026-03-10' } },
      { type: 'initial_payment.captured', data: { round: 1, amountCents: 4_900 } },
      { type: 'lease.contracts_received' },
    ]);
  });

  it.each([
    ['declined', 'CARD_DECLINED'],
    ['card_type_not_accepted', 'CARD_TYPE_NOT_ACCEPTED'],
  ] as const)('%s: still Contracts, unsigned, and another card may be tried', (outcome, code) => {
    const judgement = tried(inContracts(AT), outcome);
    expect(judgement).toMatchObject({ outcome: 'refused', code });
    expect(judgement.lease).toMatchObject({ status: 'contracts', signing: null, signedOn: null, initialPayment: null });
    expect(judgement.events).toEqual([
      { type: 'initial_payment.declined', data: { attempt: 1 } },
      { type: 'command.refused', data: { code } },
    ]);
    expect(tried(judgement.lease, 'captured').lease).toMatchObject({
      status: 'contracts_received',
      cardAttemptCount: 2,
    });
  });

  it('may be tried four times: the fourth still opens the lease', () => {
    expect(tried(declinedTimes(3), 'captured').lease.status).toBe('contracts_received');
  });

  it('is not asked a fifth time: the call is refused, and the lease blocked, one version on (T30)', () => {
    const four = declinedTimes(4);
    const fifth = judge(four, signed(1), AT);
    expect(fifth).toMatchObject({ outcome: 'refused', code: 'CARD_ATTEMPTS_EXCEEDED' });
    expect(fifth.lease).toMatchObject({
      isBlocked: true,
      signing: null,
      cardAttemptCount: 4,
      version: four.version + 1,
    });
    expect(fifth.events.map(({ type }) => type)).toEqual(['lease.blocked', 'command.refused']);
  });

  it('counts over replaced invoices: the limit is of the lease, not of the contract', () => {
    const replaced = lived(
      declinedTimes(4),
      AT,
      { event: 'invoiceSubmitted', invoice: invoiceOf([line(1, 50_000)]) },
      rendered(2),
    );
    expect(judge(replaced, signed(2), AT)).toMatchObject({ code: 'CARD_ATTEMPTS_EXCEEDED' });
  });

  it('that answers without having been asked is a defect, and says so', () => {
    const answer = { event: 'cardAnswered', outcome: 'captured', captureReference: 'cap_1' } as const;
    expect(() => happen(inContracts(AT), answer, AT)).toThrow('a card answered that nobody asked');
  });
});

describe('a blocked lease', () => {
  const blocked = judge(declinedTimes(4), signed(1), AT).lease;

  it.each([
    [signed(1), 'CARD_ATTEMPTS_EXCEEDED'],
    [{ event: 'contractCancelled' }, 'LEASE_BLOCKED'],
    [{ event: 'invoiceSubmitted', invoice: invoiceOf([line(1, 50_000)]) }, 'LEASE_BLOCKED'],
  ] as const)('refuses $event for good, without a second block', (report, code) => {
    const judgement = judge(blocked, report, AT);
    expect(judgement).toMatchObject({ outcome: 'refused', code });
    expect(judgement.lease).toBe(blocked);
  });

  it('tells a signer that the link is dead once its contracts have ended, as every lease does', () => {
    const expired = lived(blocked, AT, { event: 'approvalRanOut' });
    expect(judge(expired, signed(1), AT)).toMatchObject({ code: 'SIGNING_LINK_DEAD' });
  });

  it('is not reinstated either when its contracts run out, and ends with the approval', () => {
    const expired = lived(blocked, AT, { event: 'contractsRanOut' });
    expect(judge(expired, { event: 'reinstated' }, AT)).toMatchObject({ code: 'LEASE_BLOCKED' });
    expect(lived(expired, AT, { event: 'approvalRanOut' }).status).toBe('approval_expired');
  });
});
