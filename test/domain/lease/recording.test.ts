import { messageId } from '../../../domain/ids';
import { judge } from '../../../domain/lease/judge';
import { recordingOf } from '../../../domain/lease/recording';
import { applied, approved, at, decided, inContracts, lived, meet, signed } from '../../support/lease-fixture';

const AT = at('2026-03-10T18:00Z');
const BY = { messageId: messageId('msg_1'), requestId: 'req_1', actor: 'merchant:mch_lone_star', channel: 'api' };
const REPORTER = { messageId: BY.messageId, actor: BY.actor, channel: BY.channel };

describe('one step of a lease, as SQL writes it down', () => {
  it('carries the verdict on the message, with the status it met', () => {
    const before = { ...inContracts(AT), sequence: 7 };
    const judgement = judge(before, { event: 'contractCancelled' }, AT);
    const { lease, recording } = recordingOf(before, judgement, { at: AT, event: 'contractCancelled', by: BY });
    expect(recording).toMatchObject({
      at: AT,
      by: REPORTER,
      verdict: { outcome: 'accepted', event: 'contractCancelled', from: 'contracts' },
      version: before.version + 1,
      sequence: 8,
      events: [{ type: 'contract.cancelled' }, { type: 'lease.approved' }],
    });
    expect(lease.sequence).toBe(9);
  });

  it('of a refusal changes no field, names the code, and still takes its place in the timeline', () => {
    const before = { ...approved(AT), sequence: 2 };
    const judgement = judge(before, { event: 'contractCancelled' }, AT);
    const { lease, recording } = recordingOf(before, judgement, { at: AT, event: 'contractCancelled', by: BY });
    expect(recording).toEqual({
      at: AT,
      by: expect.objectContaining(REPORTER),
      verdict: {
        outcome: 'refused',
        code: 'ILLEGAL_TRANSITION',
        detail: 'contractCancelled is not possible while the lease is Approved',
        event: 'contractCancelled',
        from: 'approved',
      },
      version: before.version,
      changes: {},
      sequence: 3,
      events: [{ type: 'command.refused', data: { code: 'ILLEGAL_TRANSITION' } }],
    });
    expect(lease).toEqual({ ...before, sequence: 3 });
  });

  it('of a signature has no verdict yet: the card decides', () => {
    const before = inContracts(AT);
    const { recording } = recordingOf(before, judge(before, signed(1), AT), {
      at: AT,
      event: 'agreementSigned',
      by: BY,
    });
    expect(recording.by).toMatchObject(REPORTER);
    expect(recording).not.toHaveProperty('verdict');
    expect(recording.changes).toEqual({});
  });

  it('that the lease found out by itself names nobody', () => {
    const before = approved(AT);
    const { recording } = recordingOf(before, meet(before, { event: 'approvalRanOut' }, AT), {
      at: AT,
      event: 'approvalRanOut',
    });
    expect(recording).not.toHaveProperty('by');
    expect(recording).not.toHaveProperty('verdict');
    expect(recording.changes).toMatchObject({ status: 'approval_expired', version: 2 });
  });

  it('numbers the lines of a whole life without a gap', () => {
    const facts = [decided('approved'), { event: 'approvalRanOut' }] as const;
    const sequences: number[] = [];
    facts.reduce((lease, fact) => {
      const step = recordingOf(lease, meet(lease, fact, AT), { at: AT, event: fact.event });
      step.recording.events.forEach((_, index) => sequences.push(step.recording.sequence + index));
      return step.lease;
    }, applied(AT));
    expect(sequences).toEqual([1, 2, 3]);
    expect(lived(applied(AT), AT, ...facts).sequence).toBe(0);
  });
});
