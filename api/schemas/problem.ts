import { z } from 'zod';
import { ERROR_CATALOGUE } from '../../domain/errors';

export const CodeOut = z.enum(Object.keys(ERROR_CATALOGUE));

/** RFC 9457. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: CodeOut,
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() })),
    from: z.string().optional().meta({ description: 'With ILLEGAL_TRANSITION: the status the lease is in' }),
    event: z.string().optional().meta({ description: 'With ILLEGAL_TRANSITION: what it cannot do from there' }),
  })
  .meta({ id: 'Problem' });

/** Of our own failures a caller learns no more than where to ask. */
export const ServerProblem = z.strictObject({ code: CodeOut, requestId: z.string() }).meta({ id: 'ServerProblem' });
