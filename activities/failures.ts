import { ApplicationFailure } from '@temporalio/activity';
import { LeaseError } from '../domain/errors';
import {
  BankRefusedFile,
  BankUnreachable,
  EngineUnavailable,
  ProcessorRefusedRequest,
  ProcessorUnreachable,
} from './ports';

/** Their messages are our own words, a status or a connection code. */
const PARTNER_FAILURES = [
  BankRefusedFile,
  BankUnreachable,
  EngineUnavailable,
  ProcessorUnreachable,
  ProcessorRefusedRequest,
];

type Activity = (input: never) => Promise<unknown>;

/**
 * The one place that turns what an activity throws into what Temporal keeps. Histories are shown to operators, so only
 * messages that are known to be free of personal data pass; of a database error only its SQLSTATE does.
 * Everything is retried: an outage pauses a lease, it never ends one.
 */
export function guarded<All extends Record<string, Activity>>(activities: All): All {
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      async (input: never) => {
        try {
          return await activity(input);
        } catch (error) {
          throw asFailure(name, error);
        }
      },
    ]),
  ) as All;
}

function asFailure(activity: string, error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof LeaseError) return ApplicationFailure.retryable(error.message, error.code);
  if (PARTNER_FAILURES.some((kind) => error instanceof kind)) {
    const { message, name } = error as Error;
    return ApplicationFailure.retryable(message, name);
  }
  const failure = ApplicationFailure.retryable(`${activity} failed: ${nameOf(error)}`, nameOf(error));
  failure.stack = framesOf(error);
  return failure;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}

/** Where it happened, without the message line: that may quote values. */
function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => line.trimStart().startsWith('at ')).join('\n');
}
