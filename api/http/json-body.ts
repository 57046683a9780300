import express, { type Request, type Response } from 'express';
import { invalidPart } from './parse';

export const BODY_BYTES_MAX = 256 * 1024;

/** `inflate: false`: a compressed body could be a thousand times what it seems. */
const parser = express.json({ limit: BODY_BYTES_MAX, inflate: false, type: () => true });

/**
 * Reads the JSON body, or undefined where there is none.
 * @throws LeaseError VALIDATION_FAILED for another content type; body-parser's own errors for the rest
 */
export async function readJsonBody(req: Request, res: Response): Promise<unknown> {
  if (!hasBody(req)) return undefined;
  if (!isJson(req.headers['content-type'])) {
    throw invalidPart('/headers/content-type', 'not_allowed', 'must be application/json');
  }
  await new Promise<void>((resolve, reject) => {
    parser(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  const body: unknown = req.body;
  return body;
}

export function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

function isJson(contentType: string | undefined): boolean {
  const [mediaType = ''] = (contentType ?? '').split(';');
  return /^application\/([a-z0-9.*-]+\+)?json$/.test(mediaType.trim().toLowerCase());
}
