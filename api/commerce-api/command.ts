import { commandReply } from '../command-reply';
import type { LeaseId } from '../../domain/ids';
import type { Report } from '../../domain/lease/reports';
import type { Ports, Reply } from '../operation';
import type { Caller, CommandAnswer } from '../ports';

/** A native command, asked for in the incumbent's words. */
export interface Translated {
  caller: Caller;
  requestId: string;
  leaseId: LeaseId;
  /** the native operation: what is kept, judged and answered is the same */
  operationId: string;
  body: object | undefined;
  report: Report;
}

/** Hands a translated command to its lease under a key made of its content. */
export async function submit({ commands }: Pick<Ports, 'commands'>, command: Translated): Promise<CommandAnswer> {
  const { caller, operationId, leaseId, body } = command;
  const idempotencyKey = await commands.derivedKey(caller, { operationId, leaseId, body });
  return await commands.submit({ ...command, idempotencyKey });
}

/** What stays of the answer where the incumbent says nothing but that it went well. */
export function emptyReply(answer: CommandAnswer): Reply {
  return answer.outcome === 'accepted' ? { kind: 'empty', status: 204 } : commandReply(answer, 200);
}

/** A command that is still under way, or refused, is answered as everywhere; else `render` says it as the incumbent does. */
export async function reply(told: CommandAnswer, render: (answer: unknown) => Promise<Reply> | Reply): Promise<Reply> {
  return told.outcome === 'accepted' ? await render(told.answer) : commandReply(told, 200);
}
