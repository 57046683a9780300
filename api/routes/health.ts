import { json, keyedOperation, openOperation } from '../operation';
import { Alive, ReadinessAnswer } from '../schemas/health';
import { NoBody, Nothing } from '../schemas/nothing';

const PAGE = {
  method: 'get',
  tag: 'Operations',
  successStatus: 200,
  idempotency: 'none',
  errorCodes: [],
  pathSchema: Nothing,
  querySchema: Nothing,
  bodySchema: NoBody,
} as const;

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

const checkHealth = openOperation({
  ...PAGE,
  isUnlimited: true,
  path: '/healthz',
  operationId: 'checkHealth',
  summary: 'The process answers',
  answerSchema: Alive,
  handle: async () => json({ status: 'ok' }),
});

const checkReadiness = openOperation({
  ...PAGE,
  isUnlimited: true,
  path: '/readyz',
  operationId: 'checkReadiness',
  summary: 'Database, Temporal and migrations are there; 503 names what is not',
  otherStatuses: [503],
  answerSchema: ReadinessAnswer,
  async handle(_call, { readiness }) {
    const ready = await readiness();
    return json(ready, Object.values(ready).every(Boolean) ? 200 : 503);
  },
});

const { idempotency: _open, ...KEYED_PAGE } = PAGE;

const requestMetrics = keyedOperation({
  ...KEYED_PAGE,
  path: '/metrics',
  operationId: 'requestMetrics',
  summary: 'Prometheus metrics',
  scope: 'operations',
  answerSchema: undefined,
  handle: async (_call, { metricsText }) => ({
    kind: 'text',
    status: 200,
    text: await metricsText(),
    contentType: PROMETHEUS,
  }),
});

export const healthOperations = [checkHealth, checkReadiness, requestMetrics];
