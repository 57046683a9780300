import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Operation } from '../operation';
import { NoBody } from '../schemas/nothing';
import { exampleBodies } from './examples';
import { responsesOf } from './openapi-responses';

const DESCRIPTION = `Lease-to-own: from application to Funded.

* Money is whole US cents in fields ending \`Cents\`. \`…On\` is a calendar date in the store's time zone, \`…At\` an instant in UTC.
* Every call that changes something carries an \`Idempotency-Key\` of your own making. Store it before you send; repeat the call with it whenever you did not hear the answer: the effect happens once, the answer is the same, with \`Idempotent-Replayed: true\`.
* Refusals are \`application/problem+json\` with a \`code\` from one closed list: [/docs/errors](/docs/errors). Another retailer's lease does not exist for you.
* 202 means: the lease has your call, its verdict is not there yet; ask at \`Location\`.
* Send an \`X-Request-Id\`, or take ours, when you ask for help.`;

/** OpenAPI 3.1 of these operations. @param today so that the examples are of today and can be sent as they are */
export function openApiDocument(operations: readonly Operation[], today: CalendarDate) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: '`<keyId>.<secret>`',
  });
  registry.registerComponent('securitySchemes', 'basic', {
    type: 'http',
    scheme: 'basic',
    description: 'keyId as user, secret as password',
  });
  const bodies = exampleBodies(today);
  for (const operation of operations) registry.registerPath(routeOf(operation, bodies[operation.operationId]));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Ownward', version: '1', description: DESCRIPTION },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
  });
}

function routeOf(operation: Operation, example: unknown): RouteConfig {
  const { method, operationId, tag, summary, scope } = operation;
  const isOpen = scope === 'none';
  return {
    method,
    path: openApiPath(operation.path),
    operationId,
    tags: [tag],
    summary,
    description: isOpen ? 'No API key.' : `Needs a key with the scope \`${scope}\`.`,
    security: isOpen ? [] : [{ bearer: [] }, { basic: [] }],
    request: requestOf(operation, example),
    responses: responsesOf(operation),
  };
}

function requestOf(operation: Operation, example: unknown): NonNullable<RouteConfig['request']> {
  const { pathSchema: params, querySchema: query, bodySchema, idempotency } = operation;
  return {
    params,
    query,
    ...(idempotency === 'none' ? {} : { headers: idempotencyHeader(idempotency) }),
    ...(bodySchema === NoBody ? {} : { body: { required: true, content: contentOf(operation, example) } }),
  };
}

/** A name for those who generate clients from the document. */
function named({ operationId }: Operation, bodySchema: z.ZodType): z.ZodType {
  return bodySchema.meta({
    ...bodySchema.meta(),
    id: `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Body`,
  });
}

/** Bytes have no example: nothing that JSON could hold. */
function contentOf(operation: Operation, example: unknown) {
  const { rawBody, bodySchema } = operation;
  const schema = rawBody ? bodySchema : named(operation, bodySchema);
  const examples = example === undefined ? {} : { examples: { sandbox: { value: example } } };
  const mediaTypes = rawBody?.mediaTypes ?? ['application/json'];
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema, ...examples }]));
}

function idempotencyHeader(idempotency: 'required' | 'optional') {
  const key = z
    .string()
    .regex(/^[!-~]{1,255}$/)
    .meta({ description: 'Names this request; the same key is the same request' });
  return z.object({ 'Idempotency-Key': idempotency === 'required' ? key : key.optional() });
}

/** Express writes `:leaseId`, OpenAPI `{leaseId}`. */
export const openApiPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
