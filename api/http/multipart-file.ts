const LINE_END = '\r\n';
const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * The file of a `multipart/form-data` body with one file part; the bytes themselves where they are no such body. A body
 * says by itself what it is: it begins with the boundary that ends it, which no PDF, PNG or JPEG does.
 *
 * @returns undefined for a multipart body that is cut off or has no file
 */
export function fileIn(body: Buffer): Buffer | undefined {
  if (body.subarray(0, 2).toString('latin1') !== '--') return body;
  const firstLineEnd = body.indexOf(LINE_END);
  if (firstLineEnd < 0) return undefined;
  const boundary = body.subarray(0, firstLineEnd);
  const nextBoundary = Buffer.concat([Buffer.from(LINE_END), boundary]);
  let start = firstLineEnd + LINE_END.length;
  for (;;) {
    const end = body.indexOf(nextBoundary, start - LINE_END.length);
    const headersEnd = body.indexOf(HEADERS_END, start);
    if (end < 0 || headersEnd < 0 || headersEnd > end) return undefined;
    const headers = body.subarray(start, headersEnd).toString('latin1');
    if (/^content-disposition:[^\r\n]*;\s*(filename|name="?file"?)/im.test(headers)) {
      return body.subarray(headersEnd + HEADERS_END.length, end);
    }
    start = end + nextBoundary.length + LINE_END.length;
  }
}
