import type { z } from 'zod';
import type { CalendarDate } from '../domain/calendar-date';
import { type ErrorCode, LeaseError } from '../domain/errors';
import type { CommerceReads } from './commerce-api/port';
import type { DocumentReads } from './documents/documents-port';
import type { WebhookEndpoints } from './webhooks/port';
import type { FundingFiles } from './funding-files/port';
import type { MoneyPorts } from './money/ports';
import { parseBody, parsePath, parseQuery, parseRawBody } from './http/parse';
import type { Caller, Client, LeaseCommands, LeaseReads, Readiness, Sandbox, Scope } from './ports';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What handlers may use. `sandbox` is absent in live: its operations then do not exist. */
export interface Ports {
  commands: LeaseCommands;
  reads: LeaseReads;
  money: MoneyPorts;
  documents: DocumentReads;
  commerce: CommerceReads;
  webhooks: WebhookEndpoints;
  fundingFiles: FundingFiles;
  readiness: Readiness;
  sandbox?: Sandbox | undefined;
  /** the metrics page, Prometheus text */
  metricsText: () => Promise<string>;
}

/** Today at the edge, for the plausibility of what people type. Business dates come from the lease, never from here. */
export interface EdgeClock {
  today: () => CalendarDate;
}

export type Reply = { headers?: Readonly<Record<string, string>> } & (
  | { kind: 'json'; status: number; body: unknown }
  | { kind: 'text'; status: number; text: string; contentType: string }
  | { kind: 'bytes'; status: number; bytes: Buffer; contentType: string }
  | { kind: 'empty'; status: 204 }
  /** rendered by the one mapper, like a thrown error, but with headers of its own */
  | { kind: 'refusal'; refusal: LeaseError }
);

export type Accepts = (mediaTypes: readonly [string, ...string[]]) => string;

/** One request as it came in: authenticated and in scope, still unparsed. */
export interface RawCall {
  caller: Caller | undefined;
  client: Client;
  /** scheme and host by which the caller reached us, for addresses it is to show to others */
  origin: string;
  requestId: string;
  path: unknown;
  query: unknown;
  /** which of these media types the caller likes best; the first when it names none of them */
  accepts: Accepts;
  /** of the request itself; names the file that is its body */
  contentDisposition?: string | undefined;
  /** @throws LeaseError IDEMPOTENCY_KEY_MISSING | VALIDATION_FAILED */
  readIdempotencyKey: () => string;
  /** the customer's browser may send a key, and need not @throws LeaseError VALIDATION_FAILED */
  readOptionalIdempotencyKey: () => string | undefined;
  /** called only after everything before it was in order @throws LeaseError VALIDATION_FAILED | BODY_TOO_LARGE */
  readBody: () => Promise<unknown>;
}

interface Call<Path, Query, Body> {
  requestId: string;
  path: Path;
  query: Query;
  body: Body;
  idempotencyKey: string | undefined;
}

export interface OpenCall<Path, Query, Body> extends Call<Path, Query, Body> {
  client: Client;
}

export interface KeyedCall<Path, Query, Body> extends Call<Path, Query, Body> {
  caller: Caller;
  accepts: Accepts;
  origin: string;
  contentDisposition?: string | undefined;
}

export interface CommandCall<Path, Body> extends KeyedCall<Path, unknown, Body> {
  idempotencyKey: string;
}

/** A body that is not JSON: `bodySchema` judges the text, or the bytes in a Buffer, as a whole. */
export interface RawBody {
  kind: 'text' | 'binary';
  /** lower case, without parameters */
  mediaTypes: readonly [string, ...string[]];
  bytesMax: number;
}

/** What is declared about an operation; Express and OpenAPI are both made of it. */
export interface Declaration<PathSchema, QuerySchema, BodySchema> {
  method: Method;
  /** Express spelling, `/v1/leases/:leaseId` */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  successStatus: 200 | 201 | 204;
  /** successful statuses beside it: 202 of commands, 204 of an empty look-up */
  otherStatuses?: readonly (202 | 204 | 503)[];
  /** beside those that every operation of its kind can answer */
  errorCodes: readonly ErrorCode[];
  pathSchema: PathSchema;
  querySchema: QuerySchema;
  bodySchema: BodySchema;
  /** undefined: the body, if there is one, is JSON */
  rawBody?: RawBody;
  /** undefined: the answer is no JSON */
  answerSchema: z.ZodType | undefined;
  /** media types it may be answered as beside JSON, or instead of it; where nothing is said and it is no JSON: text/plain */
  answerTypes?: readonly string[];
  isSandboxOnly?: boolean;
  /** no rate limit: who watches us must not be told that we are down because it asks often */
  isUnlimited?: boolean;
  /** where an answer leads, for readers and stateful fuzzing: operationId → parameter → runtime expression */
  links?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type Idempotency = 'required' | 'optional' | 'none';

export interface Operation extends Declaration<z.ZodObject, z.ZodObject, z.ZodType> {
  /** `none`: no API key */
  scope: Scope | 'none';
  idempotency: Idempotency;
  perform(raw: RawCall, ports: Ports): Promise<Reply>;
}

type Handler<Call> = (call: Call, ports: Ports) => Promise<Reply>;

/** An operation that changes a lease for a caller with a key. Checks: path, Idempotency-Key, query, body. */
export function commandOperation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  declared: Declaration<P, Q, B> & { scope: Scope; handle: Handler<CommandCall<z.output<P>, z.output<B>>> },
): Operation {
  const { handle, ...rest } = declared;
  return {
    ...rest,
    idempotency: 'required',
    async perform(raw, ports) {
      const path = parsePath(declared.pathSchema, raw.path);
      const idempotencyKey = raw.readIdempotencyKey();
      const query = parseQuery(declared.querySchema, raw.query);
      const body = await readBody(declared, raw);
      const { requestId, accepts, origin, contentDisposition } = raw;
      const caller = known(raw.caller);
      return handle(
        { caller, requestId, path, query, body, idempotencyKey, accepts, origin, contentDisposition },
        ports,
      );
    },
  };
}

/** An operation for a caller with a key that changes no lease, or only a sandbox. */
export function keyedOperation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  declared: Declaration<P, Q, B> & {
    scope: Scope;
    handle: Handler<KeyedCall<z.output<P>, z.output<Q>, z.output<B>>>;
  },
): Operation {
  const { handle, ...rest } = declared;
  return {
    ...rest,
    idempotency: 'none',
    async perform(raw, ports) {
      const path = parsePath(declared.pathSchema, raw.path);
      const query = parseQuery(declared.querySchema, raw.query);
      const body = await readBody(declared, raw);
      const { requestId, accepts, origin, contentDisposition } = raw;
      const call = { caller: known(raw.caller), requestId, path, query, body, accepts, origin, contentDisposition };
      return handle({ ...call, idempotencyKey: undefined }, ports);
    },
  };
}

/** An operation without an API key: what stands in its path is the right to use it. */
export function openOperation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  declared: Declaration<P, Q, B> & {
    idempotency: 'optional' | 'none';
    handle: Handler<OpenCall<z.output<P>, z.output<Q>, z.output<B>>>;
  },
): Operation {
  const { handle, ...rest } = declared;
  return {
    ...rest,
    scope: 'none',
    async perform(raw, ports) {
      const path = parsePath(declared.pathSchema, raw.path);
      const idempotencyKey = declared.idempotency === 'optional' ? raw.readOptionalIdempotencyKey() : undefined;
      const query = parseQuery(declared.querySchema, raw.query);
      const body = await readBody(declared, raw);
      const { requestId, client } = raw;
      return handle({ requestId, client, path, query, body, idempotencyKey }, ports);
    },
  };
}

async function readBody<B extends z.ZodType>(
  { bodySchema, rawBody }: { bodySchema: B; rawBody?: RawBody },
  raw: RawCall,
): Promise<z.output<B>> {
  const body = await raw.readBody();
  return rawBody ? parseRawBody(bodySchema, body) : parseBody(bodySchema, body);
}

function known(caller: Caller | undefined): Caller {
  if (!caller) throw new LeaseError('UNAUTHENTICATED', 'an API key is required');
  return caller;
}

export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body });
