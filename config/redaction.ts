import { types } from 'node:util';

const REDACTED = '[redacted]';
const DEPTH_MAX_COUNT = 6;

/** Fields that never reach a log line, at any depth and in any spelling (`bank_account`, `bankAccount`, `Bank-Account`). */
const SECRET_FIELDS: ReadonlySet<string> = new Set(
  [
    ['authorization', 'cookie', 'setCookie', 'token', 'apiKey', 'secret', 'password', 'idempotencyKey', 'cardToken'],
    ['signingToken', 'signingUrl', 'databaseUrl', 'connectionString', 'lookupKey', 'keys', 'keysJson', 'dataKeys'],
    ['ssn', 'dateOfBirth', 'customer', 'firstName', 'lastName', 'signedName', 'email', 'mobilePhone', 'phone'],
    ['address', 'line1', 'line2', 'postalCode', 'bankAccount', 'routingNumber', 'accountNumber', 'income'],
    ['body', 'rawBody', 'payload', 'query', 'params', 'parameters', 'headers', 'rawHeaders', 'detail', 'details'],
  ].flatMap((names) => names.map(plainName)),
);

/** The last line of defence, for free text: the message of a database or a network library may quote what it was given. */
const SECRET_TEXT = [
  /\b\d{3}-?\d{2}-?\d{4}\b/g, // an SSN; a routing number has nine digits too
  /\b\d{11,19}\b/g, // an account or a card; a lease ID has ten digits at most
  /\b(?:Bearer|Basic)\s+[^\s,;"']+/gi,
  /\/\/[^\s/@]+@/g, // the password in a connection URL
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\btok_\w+/g,
  /(?<=\/sign(?:ing)?\/)[^\s/?"']+/g, // the link is the customer's key to the agreement
];

/** The same value without anything personal or secret; identifiers (`…Id`) stay whole, for without them a line is useless. */
export function redact(value: unknown, depthCount = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (types.isNativeError(value)) return redactError(value, depthCount);
  if (depthCount >= DEPTH_MAX_COUNT || ArrayBuffer.isView(value)) return '[left out]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depthCount + 1));
  return redactFields(value, depthCount);
}

export function redactFields(fields: object, depthCount = 0): Record<string, unknown> {
  const cleaned = Object.entries(fields).map(([name, value]: [string, unknown]) => {
    if (SECRET_FIELDS.has(plainName(name))) return [name, REDACTED];
    return [name, name.endsWith('Id') && typeof value === 'string' ? value : redact(value, depthCount + 1)];
  });
  return Object.fromEntries(cleaned) as Record<string, unknown>;
}

export function redactText(text: string): string {
  return SECRET_TEXT.reduce((rest, pattern) => rest.replace(pattern, REDACTED), text);
}

/** Only what every error has: own fields of a driver's error hold rows, parameters and whole requests. */
function redactError(error: Error, depthCount: number): Record<string, unknown> {
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(code === undefined ? {} : { code: redact(code) }),
    ...(error.cause === undefined || depthCount >= DEPTH_MAX_COUNT
      ? {}
      : { cause: redact(error.cause, depthCount + 1) }),
  };
}

function plainName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}
