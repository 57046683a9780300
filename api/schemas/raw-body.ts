import { z } from 'zod';

/** A whole body that is a text; what it says is judged by who reads it, who can name the line. */
export const TextBody = z.string().meta({ description: 'The text as it stands in the file' });

/** A whole body of bytes. */
export const BinaryBody = z
  .custom<Buffer>((body) => Buffer.isBuffer(body), { params: { code: 'required' }, message: 'is required' })
  .meta({ type: 'string', format: 'binary', description: 'The bytes of the file' });
