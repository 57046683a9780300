import { type Frame, WireFrames } from '../../local/wire-frames';

const message = (type: string, body = ''): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, Buffer.from(body, 'latin1')]);
};
const untyped = (code: number, body = ''): Buffer => {
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length);
  head.writeInt32BE(code, 4);
  return Buffer.concat([head, Buffer.from(body, 'latin1')]);
};

const STARTUP = untyped(196608, 'user\0postgres\0\0');
const SSL_REQUEST = untyped(80877103);
const CANCEL_REQUEST = untyped(80877102, '12345678');
const QUESTION = [message('P', '\0select $1\0\0\0'), message('B', 'x'), message('E', 'y'), message('S')];

const batch = (endsTurn: boolean, ...parts: Buffer[]): Frame => ({
  kind: 'batch',
  bytes: Buffer.concat(parts),
  endsTurn,
});
const framesOf = (...chunks: Buffer[]): Frame[] => {
  const frames = new WireFrames();
  return chunks.flatMap((chunk) => frames.push(chunk));
};

describe('what a PostgreSQL client sends', () => {
  it('is one unit from Parse to Sync, so that nobody comes between', () => {
    expect(framesOf(STARTUP, ...QUESTION)).toEqual([{ kind: 'startup' }, batch(true, ...QUESTION)]);
  });

  it('is cut the same, however the network cuts it', () => {
    const all = Buffer.concat([SSL_REQUEST, STARTUP, ...QUESTION, message('Q', 'begin\0'), message('X')]);
    const expected = framesOf(all);
    for (const size of [1, 3, 7, 16]) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.subarray(i * size, (i + 1) * size),
      );
      expect(framesOf(...chunks)).toEqual(expected);
    }
    expect(expected.map(({ kind }) => kind)).toEqual(['encryption_request', 'startup', 'batch', 'batch', 'terminate']);
  });

  it('keeps the turn at a Flush: Bind and Execute are still to come', () => {
    const prepare = [message('P', 'p'), message('H')];
    const rest = [message('B', 'b'), message('E', 'e'), message('S')];
    expect(framesOf(STARTUP, ...prepare, ...rest).slice(1)).toEqual([batch(false, ...prepare), batch(true, ...rest)]);
  });

  it('tells a wish to cancel from a start', () => {
    expect(framesOf(CANCEL_REQUEST)).toEqual([{ kind: 'cancel_request' }]);
  });

  it.each([0, 3, -1, 0x7fffffff])('refuses a length of %d instead of waiting for it', (length) => {
    const head = Buffer.from('Q\0\0\0\0', 'latin1');
    head.writeInt32BE(length, 1);
    expect(() => framesOf(STARTUP, head)).toThrow('not a PostgreSQL message');
  });
});
