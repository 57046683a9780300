import express, { type Request, type Response } from 'express';
import { LeaseError } from '../../domain/errors';
import { invalidPart } from '../http/parse';
import { PostedForm } from './signature-form';

/** A name, a token, some boxes: far below. `inflate: false`: a compressed body could be a thousand times what it seems. */
const parser = express.urlencoded({ extended: false, limit: 16 * 1024, inflate: false, parameterLimit: 50 });

/**
 * Reads the form of the signing page.
 * @throws LeaseError FORBIDDEN from a foreign page, VALIDATION_FAILED for what our page does not send; body-parser's own errors
 */
export async function readPostedForm(req: Request, res: Response): Promise<PostedForm> {
  if (isForeign(req)) throw new LeaseError('FORBIDDEN', 'the form was sent by another page');
  await new Promise<void>((resolve, reject) => {
    parser(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  const posted = PostedForm.safeParse(req.body);
  if (!posted.success) throw invalidPart('', 'not_valid', 'the form is not that of this page');
  return posted.data;
}

/**
 * Whether the browser names another site as the sender. A page in a sandboxed frame has no origin to name (`null`): the
 * ticket in its form then says alone that it is ours (decision 0025).
 */
function isForeign({ headers, host }: Request): boolean {
  const { origin } = headers;
  if (origin === undefined || origin === 'null' || headers['sec-fetch-site'] === 'same-origin') return false;
  return URL.parse(origin)?.host !== host;
}
