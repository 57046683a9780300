import { types } from 'node:util';
import { pino } from 'pino';
import type { ChildLoggerOptions, DestinationStream, Logger, LoggerOptions } from 'pino';
import { redact, redactFields, redactText } from './redaction';
import type { Settings } from './settings';

export type { Logger };

/**
 * Structured lines on standard output. No secret, body or personal field passes, whoever logs what: fields, the fields
 * of a child logger, errors and message text are all cleaned here.
 */
export function createLogger(
  { logLevel }: Pick<Settings, 'logLevel'>,
  name: 'api' | 'worker' | 'sftp' | 'local',
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    name,
    level: logLevel,
    formatters: { log: cleaned },
    // Errors are cleaned, and plain, by the time pino would turn them over.
    serializers: { err: (error: unknown) => error },
    hooks: {
      logMethod(args, log) {
        // The text is settled here, for pino would take the message of an error as it is.
        const [first, text, ...rest] = args as unknown[];
        const fields = types.isNativeError(first) ? { err: first } : first;
        log.apply(this, [fields, text ?? messageOf(fields), ...rest].map(redactPlain) as typeof args);
      },
    },
  };
  return guarded(destination ? pino(options, destination) : pino(options));
}

/**
 * pino does not clean the fields of a child logger, and lets its maker bring serializers that show whole requests
 * (pino-http does). Children inherit this method, so it holds for theirs too.
 */
function guarded(logger: Logger): Logger {
  const guardedLogger = Object.create(logger) as Logger; // as pino makes its own children
  guardedLogger.child = function child(this: Logger, bindings: object, options?: ChildLoggerOptions) {
    return logger.child.call(
      this,
      cleaned({ ...bindings }),
      options?.level === undefined ? {} : { level: options.level },
    );
  } as Logger['child'];
  return guardedLogger;
}

function redactPlain(arg: unknown, position: number): unknown {
  // Fields, in the first place, are cleaned when they are written.
  return position === 0 && typeof arg !== 'string' ? arg : redact(arg);
}

function messageOf(fields: unknown): string | undefined {
  if (typeof fields !== 'object' || fields === null || !('err' in fields)) return undefined;
  return types.isNativeError(fields.err) ? fields.err.message : undefined;
}

/** `req` and `res` are live objects of Node: of them only what is picked here is shown. */
function cleaned({ req, res, ...fields }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...redactFields(fields),
    ...(isObject(req) ? { req: requestLine(req) } : {}),
    ...(isObject(res) ? { res: { statusCode: res['statusCode'] } } : {}),
  };
}

/** No header, no query, no body: the path says what was asked, and the request id leads to the rest. */
function requestLine(req: Record<string, unknown>): Record<string, unknown> {
  const [path] = String(req['url']).split('?');
  return { id: redact(req['id']), method: req['method'], path: redactText(path ?? '') };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
