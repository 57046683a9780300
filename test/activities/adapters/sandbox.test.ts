import { sandboxCardProcessor } from '../../../activities/adapters/sandbox-card-processor';
import { sandboxDecisionEngine } from '../../../activities/adapters/sandbox-decision-engine';
import { EngineUnavailable, ProcessorUnreachable } from '../../../activities/ports';
import { inMemorySandboxStore } from '../../support/in-memory-sandbox-store';
import { aCapture, aDecisionRequest, aRefund } from './partner-requests';

describe('the sandbox decision engine', () => {
  it.each([
    ['0', 'approved'],
    ['1', 'approved'],
    ['2', 'approved'],
    ['3', 'approved'],
    ['4', 'approved'],
    ['5', 'approved'],
    ['6', 'pre_approved'],
    ['7', 'denied'],
    ['8', 'approved'],
    ['9', 'approved'],
  ])('decides an SSN that begins with %s as %s, while the switch is off and when it is on', async (digit, outcome) => {
    const store = inMemorySandboxStore();
    const engine = sandboxDecisionEngine(store);
    const request = aDecisionRequest({ ssn: `${digit}12345678` });

    expect(await engine.decide(request, 'k')).toMatchObject({ outcome });
    store.switchEngine(true);
    expect(await engine.decide(request, 'k')).toMatchObject({ outcome });
    store.switchEngine(false);
    expect(await engine.decide(request, 'k')).toMatchObject({ outcome });
  });

  it.each([
    ['512340000', 'approved'],
    ['612340000', 'pre_approved'],
    ['712340000', 'denied'],
    ['112340000', 'approved'],
  ])('is down for %s until it is switched on, then decides %s', async (ssn, outcome) => {
    const store = inMemorySandboxStore();
    const engine = sandboxDecisionEngine(store);

    await expect(engine.decide(aDecisionRequest({ ssn }), 'k')).rejects.toBeInstanceOf(EngineUnavailable);
    store.switchEngine(true);
    expect(await engine.decide(aDecisionRequest({ ssn }), 'k')).toMatchObject({ outcome });
    store.switchEngine(false);
    await expect(engine.decide(aDecisionRequest({ ssn }), 'k')).rejects.toBeInstanceOf(EngineUnavailable);
  });

  it.each(['500001234', '512300001', '500000005'])('is not down for %s, whose zeros stand elsewhere', async (ssn) => {
    const engine = sandboxDecisionEngine(inMemorySandboxStore());
    expect(await engine.decide(aDecisionRequest({ ssn }), 'k')).toMatchObject({ outcome: 'approved' });
  });

  it.each([
    [0, 0],
    [420_000, 420_000],
    [499_999, 499_999],
    [500_000, 500_000],
    [500_001, 500_000],
    [9_999_999, 500_000],
  ])('turns an income of %i cents into a limit of %i, whatever the outcome', async (monthlyIncomeCents, limitCents) => {
    const engine = sandboxDecisionEngine(inMemorySandboxStore());
    for (const ssn of ['512345678', '612345678', '712345678']) {
      const decision = await engine.decide(aDecisionRequest({ ssn, monthlyIncomeCents }), 'k');
      expect(decision.approvalLimitCents).toBe(limitCents);
    }
  });
});

describe('the sandbox card processor', () => {
  it.each([
    ['tok_ok', 'captured'],
    ['tok_declined', 'declined'],
    ['tok_prepaid', 'card_type_not_accepted'],
    ['tok_nobody_issued', 'declined'],
    ['', 'declined'],
  ])('answers %s with %s', async (cardToken, outcome) => {
    const answer = await sandboxCardProcessor(inMemorySandboxStore()).capture(aCapture({ cardToken }));
    expect(answer).toEqual({ outcome, reference: expect.stringMatching(/^sandbox-capture-[0-9a-f]{24}$/) });
  });

  it('is unreachable three times for tok_error, counted by key, then takes the payment for good', async () => {
    const processor = sandboxCardProcessor(inMemorySandboxStore());
    const first = aCapture({ cardToken: 'tok_error', idempotencyKey: 'a' });
    const second = aCapture({ cardToken: 'tok_error', idempotencyKey: 'b' });

    for (const capture of [first, second, first, second, first, second]) {
      await expect(processor.capture(capture)).rejects.toBeInstanceOf(ProcessorUnreachable);
    }
    const taken = await processor.capture(first);
    expect(taken.outcome).toBe('captured');
    expect(await processor.capture(first)).toEqual(taken);
  });

  it('gives one key one answer and one reference, even when it comes back with another card', async () => {
    const processor = sandboxCardProcessor(inMemorySandboxStore());
    const declined = await processor.capture(aCapture({ cardToken: 'tok_declined' }));
    expect(await processor.capture(aCapture({ cardToken: 'tok_ok' }))).toEqual(declined);
    expect(declined.outcome).toBe('declined');
  });

  it('gives different movements different references', async () => {
    const processor = sandboxCardProcessor(inMemorySandboxStore());
    const movements = [
      await processor.capture(aCapture({ idempotencyKey: 'a' })),
      await processor.capture(aCapture({ idempotencyKey: 'b' })),
      await processor.refund(aRefund({ idempotencyKey: 'a' })),
      await processor.refund(aRefund({ idempotencyKey: 'b' })),
    ];
    expect(new Set(movements.map(({ reference }) => reference)).size).toBe(4);
  });

  it('names a repeated refund by the same reference, even after a restart that forgot everything', async () => {
    const before = await sandboxCardProcessor(inMemorySandboxStore()).refund(aRefund());
    expect(await sandboxCardProcessor(inMemorySandboxStore()).refund(aRefund())).toEqual(before);
  });
});
