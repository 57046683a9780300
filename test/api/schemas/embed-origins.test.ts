import { EmbedOriginsBody } from '../../../api/schemas/embed-origins';

const isTaken = (...embedOrigins: unknown[]): boolean => EmbedOriginsBody.safeParse({ embedOrigins }).success;

describe('origins that may show the signing page', () => {
  it.each(['https://shop.example.com', 'https://shop.example.com:8443', 'https://xn--mbel-5qa.example'])(
    '%s is one',
    (origin) => expect(isTaken(origin)).toBe(true),
  );

  it.each([
    ...[
      'http://shop.example.com',
      'https://shop.example.com/',
      'https://shop.example.com/cart',
      'https://*.example.com',
    ],
    ...['https://user@shop.example.com', 'https://shop.example.com:443', 'https://shop.example.com:99999'],
    ...[
      'https://SHOP.example.com',
      'https://localhost',
      'shop.example.com',
      '*',
      'null',
      'data:',
      ' https://a.example',
    ],
    ...["https://a.example; script-src 'unsafe-inline'", 'https://a.example https://b.example', 'https://a.exa;mple'],
    ...['https://a.example\r\nX-Evil: 1', 'https://möbel.example', 'https://1.2.3.400', '', 7, null],
  ])('%j is none: it would stand in a header as it is', (origin) => expect(isTaken(origin)).toBe(false));

  it('are at most twenty, each once, and may be none', () => {
    const many = Array.from({ length: 21 }, (_, number) => `https://shop${number}.example`);
    expect(isTaken()).toBe(true);
    expect(isTaken(...many.slice(1))).toBe(true);
    expect(isTaken(...many)).toBe(false);
    expect(isTaken('https://a.example', 'https://a.example')).toBe(false);
  });
});
