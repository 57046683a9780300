import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { type ErrorCode, ERROR_CATALOGUE, LeaseError } from '../../domain/errors';
import type { Operation } from '../operation';
import { problemBody } from '../problems';
import { PendingAnswer } from '../schemas/message';
import { Problem, ServerProblem } from '../schemas/problem';
import { codesByStatus } from './codes-of';

const text = (description: string) => ({ description, schema: { type: 'string' as const } });
const whole = (description: string) => ({ description, schema: { type: 'integer' as const } });

const REQUEST_ID = { 'X-Request-Id': text('Yours, or one made for you; also in our logs and on the Signal') };
const RATE_LIMIT = {
  'RateLimit-Limit': whole('Requests a minute'),
  'RateLimit-Remaining': whole('Requests left in this minute'),
  'RateLimit-Reset': whole('Seconds until the count starts again'),
};
const RETRY_AFTER = { 'Retry-After': whole('Seconds to wait') };
const REPLAYED = { 'Idempotent-Replayed': text('`true`: this is the answer given to the first such request') };
const LOCATION = { Location: text('Where the verdict can be asked for') };

/** Each status the operation can answer, with its codes and an example of each. */
export function responsesOf(operation: Operation): Record<string, ResponseConfig> {
  const responses: Record<string, ResponseConfig> = { [operation.successStatus]: success(operation) };
  for (const [status, codes] of codesByStatus(operation)) responses[status] = problem(operation, status, codes);
  for (const status of operation.otherStatuses ?? []) responses[status] = other(operation, status, responses[status]);
  return responses;
}

function success(operation: Operation): ResponseConfig {
  const { links = {} } = operation;
  return {
    description: operation.summary,
    headers: headersOf(operation),
    ...(operation.successStatus === 204 ? {} : { content: answerContent(operation) }),
    links: Object.fromEntries(
      Object.entries(links).map(([operationId, parameters]) => [operationId, { operationId, parameters }]),
    ),
  };
}

function answerContent({ answerSchema: schema, answerTypes }: Operation): NonNullable<ResponseConfig['content']> {
  const others = answerTypes ?? (schema ? [] : ['text/plain']);
  return {
    ...(schema ? { 'application/json': { schema } } : {}),
    ...Object.fromEntries(others.map((mediaType) => [mediaType, { schema: { type: 'string' as const } }])),
  };
}

function headersOf({ idempotency, isUnlimited }: Operation) {
  return {
    ...REQUEST_ID,
    ...(isUnlimited ? {} : RATE_LIMIT),
    ...(idempotency === 'none' ? {} : REPLAYED),
  };
}

function problem(operation: Operation, status: number, codes: readonly ErrorCode[]): ResponseConfig {
  const waits = status === 429 || status === 503 ? RETRY_AFTER : {};
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_CATALOGUE[code].title}`).join('. '),
    headers: { ...headersOf(operation), ...waits },
    content: {
      'application/problem+json': {
        schema: status >= 500 ? ServerProblem : Problem,
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleProblem(code) }])),
      },
    },
  };
}

function exampleProblem(code: ErrorCode) {
  const requestId = 'f3a1c6de-0c4e-4a43-9e6c-0f5f5a1f5c1b';
  if (ERROR_CATALOGUE[code].status >= 500) return { code, requestId };
  const errors = code === 'VALIDATION_FAILED' ? [{ pointer: '/field', code: 'required', detail: 'is required' }] : [];
  const refusal = new LeaseError(code, ERROR_CATALOGUE[code].title, {
    errors,
    from: 'denied',
    event: 'invoiceSubmitted',
  });
  return problemBody(refusal, requestId, '/v1/leases/4821907735');
}

function other(operation: Operation, status: 202 | 204 | 503, problems: ResponseConfig | undefined): ResponseConfig {
  switch (status) {
    case 202:
      return {
        description: 'The lease has it; its verdict is not there yet',
        headers: { ...headersOf(operation), ...LOCATION },
        content: { 'application/json': { schema: PendingAnswer } },
      };
    case 204:
      return { description: 'Nothing found', headers: headersOf(operation) };
    case 503:
      return {
        description: `${operation.summary}. ${problems?.description ?? ''}`,
        headers: headersOf(operation),
        content: { ...problems?.content, 'application/json': { schema: operation.answerSchema ?? ServerProblem } },
      };
  }
}
