import express, { type Request, type RequestHandler, type Response } from 'express';
import { invalidPart } from '../http/parse';
import { unsafeParts } from '../http/unsafe-json';
import { CREDIT_INVOICE_BYTES_MAX } from '../../domain/returns/credit-invoice';

/** An invoice with many lines is some kilobytes. */
const FORM_BYTES_MAX = 128 * 1024;
const FIELDS_MAX = 1_000;
/** The file, and the lines around it. */
const FILE_BYTES_MAX = CREDIT_INVOICE_BYTES_MAX + 16_384;

/** `inflate: false`: a compressed body could be a thousand times what it seems. */
const fields = express.urlencoded({
  extended: false,
  limit: FORM_BYTES_MAX,
  inflate: false,
  parameterLimit: FIELDS_MAX,
});
const file = express.raw({ type: 'multipart/form-data', limit: FILE_BYTES_MAX, inflate: false });

/**
 * Reads a form into `req.body`: fields, or a Buffer where a file comes with it.
 * @throws LeaseError VALIDATION_FAILED for text that cannot be stored; body-parser's own errors for the rest
 */
export async function readForm(req: Request, res: Response, takesFile: boolean): Promise<void> {
  await run(takesFile ? file : fields, req, res);
  const body: unknown = req.body;
  if (Buffer.isBuffer(body)) return;
  if (unsafeParts(body).length > 0) throw invalidPart('', 'unsafe_text', 'the form holds text that cannot be stored');
}

function run(parser: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void parser(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}

/** A form's fields as text: trimmed, and empty where one was not sent. */
export interface FormFields {
  text(name: string): string;
  /** as it was typed: passwords */
  raw(name: string): string;
  all(name: string): string[];
}

export function fieldsOf(req: Request): FormFields {
  const body: unknown = req.body;
  const all = (name: string): string[] => {
    const value: unknown = isFields(body) && Object.hasOwn(body, name) ? body[name] : undefined;
    return (Array.isArray(value) ? value : [value]).filter((part): part is string => typeof part === 'string');
  };
  const raw = (name: string): string => all(name)[0] ?? '';
  return { all, raw, text: (name) => raw(name).trim() };
}

const isFields = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body);

/** The token of a form that is read before any of it is trusted. */
export function csrfIn(req: Request): string {
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) return fieldsOf(req).raw('csrf');
  // The first field of our multipart forms; what else the body holds is for its handler.
  const head = body.subarray(0, 1_024).toString('latin1');
  return /name="csrf"\r\n\r\n([A-Za-z0-9_-]+)\r\n/.exec(head)?.[1] ?? '';
}
