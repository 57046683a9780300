import type { Response } from 'express';
import type { Reply } from '../../operation';

/** A file as the API answers it, byte for byte. */
export function sendFile(res: Response, reply: Reply): void {
  if (reply.kind !== 'bytes' && reply.kind !== 'text') throw new Error(`a ${reply.kind} is no file`);
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
  res.setHeader('Content-Type', reply.contentType);
  res.status(reply.status).end(reply.kind === 'bytes' ? reply.bytes : reply.text);
}
