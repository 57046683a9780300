import type { Request, Response } from 'express';
import type { Operation, Reply } from '../operation';
import { answerProblem, type Logger } from '../problems';

/**
 * Sends a reply. With `checksAnswers` a body that is not what the operation declares is our own failure (500): tests
 * and the sandbox run so; in live the declared shape is proven already and reads stay cheap.
 */
export function createSend(logger: Logger, checksAnswers: boolean) {
  return (reply: Reply, operation: Operation, req: Request, res: Response): void => {
    if (checksAnswers) checkAnswer(reply, operation);
    for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
    switch (reply.kind) {
      case 'refusal':
        return answerProblem(reply.refusal, req, res, logger);
      case 'empty':
        return void res.status(reply.status).end();
      case 'json':
        return sendText(res, reply.status, 'application/json; charset=utf-8', JSON.stringify(reply.body));
      case 'text':
        return sendText(res, reply.status, reply.contentType, reply.text);
      case 'bytes':
        return sendText(res, reply.status, reply.contentType, reply.bytes);
    }
  };
}

/** Not `res.json`: without its ETag and content negotiation a read costs what a bare route does. */
function sendText(res: Response, status: number, contentType: string, text: string | Buffer): void {
  res.status(status);
  res.setHeader('Content-Type', contentType);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}

function checkAnswer(reply: Reply, { operationId, answerSchema, successStatus }: Operation): void {
  if (reply.kind !== 'json' || reply.status !== successStatus || !answerSchema) return;
  const checked = answerSchema.safeParse(reply.body);
  if (checked.success) return;
  const fields = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`${operationId} answers what it does not declare: ${fields}`);
}
