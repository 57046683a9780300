import express, { type Request, type RequestHandler, type Response } from 'express';
import { LeaseError } from '../../domain/errors';
import type { RawBody } from '../operation';
import { hasBody } from './json-body';

/** Bytes are ASCII in all of these as long as they are ASCII at all; what else they might be is for who reads the text. */
const CHARSETS = ['utf-8', 'us-ascii', 'ascii'];

/**
 * A reader for a body that is no JSON: a text as it was sent, or bytes. Undefined where nothing was sent and nothing was
 * announced; an empty text is a text.
 *
 * The reader throws LeaseError UNSUPPORTED_MEDIA_TYPE for another content type, and body-parser's own errors for the rest.
 */
export function rawBodyReader(declared: RawBody): (req: Request, res: Response) => Promise<unknown> {
  // `inflate: false`: a compressed body could be a thousand times what it seems.
  const parser = express.raw({ limit: declared.bytesMax, inflate: false, type: () => true });
  return async (req, res) => {
    const contentType = req.headers['content-type'];
    if (!hasBody(req) && contentType === undefined) return undefined;
    requireMediaType(declared, contentType, req.headers['content-encoding']);
    const bytes = hasBody(req) ? await parsed(parser, req, res) : Buffer.alloc(0);
    return declared.kind === 'text' ? bytes.toString('utf8') : bytes;
  };
}

function requireMediaType({ mediaTypes }: RawBody, contentType = '', encoding = 'identity'): void {
  const [mediaType = '', ...parameters] = contentType.toLowerCase().split(';');
  const [, charset = 'utf-8'] = /^charset="?([^"]*)"?$/.exec(parameters.map((part) => part.trim()).join(';')) ?? [];
  const isKnown = mediaTypes.includes(mediaType.trim()) && CHARSETS.includes(charset);
  if (isKnown && encoding === 'identity') return;
  throw new LeaseError('UNSUPPORTED_MEDIA_TYPE', `must be ${mediaTypes.join(' or ')}, not compressed`);
}

async function parsed(parser: RequestHandler, req: Request, res: Response): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    void parser(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
