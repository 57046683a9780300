import { ERROR_CATALOGUE, type ErrorCode } from '../../domain/errors';
import type { Answer } from './e2e-client';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Asserts a refusal in every part of its shape, and hands its body back for what is special about it. */
export function expectProblem(answer: Answer, status: number, code: ErrorCode): Answer['body'] {
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
  expect(answer.headers['content-type']).toBe(PROBLEM_JSON);
  expect(answer.headers['x-request-id']).toBe(answer.body.requestId);
  expect(answer.body).toEqual({
    type: `/docs/errors#${code}`,
    title: ERROR_CATALOGUE[code].title,
    status,
    detail: expect.stringMatching(/./),
    instance: expect.stringMatching(/^\//),
    code,
    requestId: expect.stringMatching(/./),
    errors: expect.any(Array),
    ...(code === 'ILLEGAL_TRANSITION' ? { from: expect.any(String), event: expect.any(String) } : {}),
  });
  return answer.body;
}
