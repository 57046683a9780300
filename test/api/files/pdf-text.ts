import { inflateSync } from 'node:zlib';

/** What a PDF of ours shows, page by page: each drawn text on a line of its own. */
export function pdfPages(bytes: Buffer): string[] {
  const pages: string[] = [];
  const raw = bytes.toString('latin1');
  for (const { 1: body = '' } of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const content = inflated(Buffer.from(body, 'latin1'));
    if (content?.includes('BT')) pages.push(textsIn(content).join('\n'));
  }
  return pages;
}

function inflated(body: Buffer): string | undefined {
  try {
    return inflateSync(body).toString('latin1');
  } catch {
    return undefined;
  }
}

/** pdfkit writes each run of text as `[<hex> kerning <hex> …] TJ`, in WinAnsi: for our languages Latin-1. */
function textsIn(content: string): string[] {
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(({ 1: parts = '' }) =>
    [...parts.matchAll(/<([0-9a-f]*)>/g)].map(({ 1: hex = '' }) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
  );
}
