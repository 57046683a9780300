/** What a PDF of ours shows, page by page: each drawn text on a line of its own. */
export function pdfPages(bytes: Buffer): string[] {
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return streams.flatMap(({ 1: body = '' }) => (body.includes('BT\n') ? [textsIn(body).join('\n')] : []));
}

const WIN_ANSI = new TextDecoder('windows-1252');

/** pdfkit writes each run of text as `[<hex> kerning <hex> …] TJ`. */
function textsIn(content: string): string[] {
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(({ 1: parts = '' }) =>
    [...parts.matchAll(/<([0-9a-f]*)>/g)].map(({ 1: hex = '' }) => WIN_ANSI.decode(Buffer.from(hex, 'hex'))).join(''),
  );
}
