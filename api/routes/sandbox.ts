import { LeaseError } from '../../domain/errors';
import { json, keyedOperation, type Ports } from '../operation';
import type { Sandbox } from '../ports';
import { LeasePath } from '../schemas/lease';
import { Nothing } from '../schemas/nothing';
import { ClockAnswer, ClockBody, DecisionEngineBody } from '../schemas/sandbox';

const SANDBOX = { tag: 'Sandbox', successStatus: 200, querySchema: Nothing, isSandboxOnly: true } as const;

const advanceClock = keyedOperation({
  ...SANDBOX,
  method: 'post',
  path: '/v1/sandbox/leases/:leaseId/clock',
  operationId: 'advanceClock',
  summary: "Move one lease's own time forward; answered when everything due on the way has happened",
  scope: 'leases:write',
  errorCodes: [],
  pathSchema: LeasePath,
  bodySchema: ClockBody,
  answerSchema: ClockAnswer,
  handle: async ({ caller, path, body }, ports) =>
    json(await sandboxOf(ports).advanceClock(caller, path.leaseId, body)),
});

const setDecisionEngine = keyedOperation({
  ...SANDBOX,
  method: 'put',
  path: '/v1/sandbox/decision-engine',
  operationId: 'setDecisionEngine',
  summary: 'Switch the simulated decision engine off and on for the SSNs ending 0000',
  scope: 'operations',
  errorCodes: [],
  pathSchema: Nothing,
  bodySchema: DecisionEngineBody,
  answerSchema: DecisionEngineBody,
  async handle({ body }, ports) {
    await sandboxOf(ports).setDecisionEngine(body.available);
    return json(body);
  },
});

function sandboxOf({ sandbox }: Ports): Sandbox {
  if (!sandbox) throw new LeaseError('NOT_FOUND', 'there is no sandbox here');
  return sandbox;
}

export const sandboxOperations = [advanceClock, setDecisionEngine];
