import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

export interface SendOptions {
  status?: number;
  /** origins whose pages may show this one inside them; none: nobody may */
  frameAncestors?: readonly string[];
  /** origins of partners whose script runs in this page and draws frames of its own in it: card fields */
  partnerOrigins?: readonly string[];
}

/**
 * Only our own files run and style a page, only we receive its forms, and no script stands in the page itself. Beside
 * us a partner may run and be framed where a page names it.
 */
export function contentSecurityPolicy({ frameAncestors = [], partnerOrigins = [] }: SendOptions): string {
  const ancestors = frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'";
  return [
    "default-src 'none'",
    ["script-src 'self'", ...partnerOrigins].join(' '),
    ...(partnerOrigins.length > 0 ? [`frame-src ${partnerOrigins.join(' ')}`] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** Everything put into a page is escaped by the renderer; nothing is ever put in as markup. */
export function sendPage(res: Response, page: VNode, options: SendOptions = {}): void {
  const { status = 200, frameAncestors = [] } = options;
  res.setHeader('Content-Security-Policy', contentSecurityPolicy(options));
  // Browsers that know frame-ancestors pass this over; it has no word for "these".
  if (frameAncestors.length > 0) res.removeHeader('X-Frame-Options');
  // Not no-referrer: under it browsers send `Origin: null` with our own forms, and nobody could tell them from foreign ones.
  res.setHeader('Referrer-Policy', 'same-origin');
  res
    .status(status)
    .type('html')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}
