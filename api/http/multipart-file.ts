const LINE_END = '\r\n';
const HEADERS_END = Buffer.from('\r\n\r\n');

/** A file with the name its sender gave it. */
export interface SentFile {
  bytes: Buffer;
  name: string | undefined;
}

/** The bytes of {@link sentFile}: what a file is, they say by themselves. */
export function fileIn(body: Buffer): Buffer | undefined {
  return sentFile(body)?.bytes;
}

/**
 * The file of a `multipart/form-data` body with one file part; the bytes themselves where they are no such body. A body
 * says by itself what it is: it begins with the boundary that ends it, which no PDF, PNG, JPEG or CSV of ours does.
 *
 * @returns undefined for a multipart body that is cut off or has no file
 */
export function sentFile(body: Buffer): SentFile | undefined {
  if (body.subarray(0, 2).toString('latin1') !== '--') return { bytes: body, name: undefined };
  const firstLineEnd = body.indexOf(LINE_END);
  if (firstLineEnd < 0) return undefined;
  const boundary = body.subarray(0, firstLineEnd);
  const nextBoundary = Buffer.concat([Buffer.from(LINE_END), boundary]);
  let start = firstLineEnd + LINE_END.length;
  for (;;) {
    const end = body.indexOf(nextBoundary, start - LINE_END.length);
    const headersEnd = body.indexOf(HEADERS_END, start);
    if (end < 0 || headersEnd < 0 || headersEnd > end) return undefined;
    const headers = body.subarray(start, headersEnd).toString('utf8');
    const [, disposition] = /^content-disposition:([^\r\n]*)/im.exec(headers) ?? [];
    if (disposition !== undefined && /;\s*(filename|name="?file"?)/i.test(disposition)) {
      return { bytes: body.subarray(headersEnd + HEADERS_END.length, end), name: fileNameIn(disposition) };
    }
    start = end + nextBoundary.length + LINE_END.length;
  }
}

/** The file name of a Content-Disposition (RFC 6266); the one that is written in full before the one for old readers. */
export function fileNameIn(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined;
  const [, encoded] = /;\s*filename\*\s*=\s*utf-8''([^\s;]+)/i.exec(disposition) ?? [];
  const decoded = encoded && decodedName(encoded);
  if (decoded) return decoded;
  const [, quoted, bare] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(disposition) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? bare;
}

function decodedName(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined; // not what it says it is; the other name stands beside it
  }
}
