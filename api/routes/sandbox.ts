import { LeaseError } from '../../domain/errors';
import { json, keyedOperation, type Ports } from '../operation';
import type { Sandbox } from '../ports';
import { LeasePath } from '../schemas/lease';
import { BANK_FILE_BYTES_MAX, BankFileAnswer, BankFileBody } from '../schemas/bank-file';
import { Nothing } from '../schemas/nothing';
import { ClockAnswer, ClockBody, DailyRunAnswer, DailyRunBody, DecisionEngineBody } from '../schemas/sandbox';

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

const runDaily = keyedOperation({
  ...SANDBOX,
  method: 'post',
  path: '/v1/sandbox/daily-run',
  operationId: 'runDaily',
  summary: "Run everything due up to a banking day's cut-off; answered when it is done",
  scope: 'operations',
  errorCodes: ['NOT_A_BANKING_DAY'],
  pathSchema: Nothing,
  bodySchema: DailyRunBody,
  answerSchema: DailyRunAnswer,
  handle: async ({ caller, body }, ports) => json({ days: await sandboxOf(ports).dailyRun(caller, body.asOf) }),
});

const takeBankFile = keyedOperation({
  ...SANDBOX,
  method: 'post',
  path: '/v1/sandbox/bank/files',
  operationId: 'takeBankFile',
  summary: 'Take a file of returns or notifications of change as if the bank had sent it',
  scope: 'operations',
  errorCodes: ['BANK_FILE_INVALID'],
  pathSchema: Nothing,
  bodySchema: BankFileBody,
  rawBody: { kind: 'text', mediaTypes: ['text/plain'], bytesMax: BANK_FILE_BYTES_MAX },
  answerSchema: BankFileAnswer,
  handle: async ({ body }, ports) => json(await sandboxOf(ports).takeBankFile(body)),
});

function sandboxOf({ sandbox }: Ports): Sandbox {
  if (!sandbox) throw new LeaseError('NOT_FOUND', 'there is no sandbox here');
  return sandbox;
}

export const sandboxOperations = [advanceClock, setDecisionEngine, runDaily, takeBankFile];
