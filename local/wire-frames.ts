/** What a PostgreSQL client can send, as far as the embedded database has to tell it apart. */
export type Frame =
  | { readonly kind: 'encryption_request' }
  | { readonly kind: 'cancel_request' }
  | { readonly kind: 'startup' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'batch'; readonly bytes: Buffer; readonly endsTurn: boolean };

const ENCRYPTION_CODES = [80877103, 80877104];
const CANCEL_CODE = 80877102;
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** After these a client waits for the answer: Query, Sync, Function call, Flush, CopyDone, CopyFail. */
const ENDS_BATCH = new Set('QSFHcf');
/** Of those, Flush alone leaves the exchange open: the same unnamed statement is about to be used again. */
const ENDS_TURN = new Set('QSFcf');

/**
 * Cuts a client's byte stream into units that must run in one piece. Parse, Bind, Execute and Sync are one unit:
 * PGlite has a single session, so another client's Parse between them would replace the unnamed statement.
 */
export class WireFrames {
  private pending: Buffer = Buffer.alloc(0);
  private batch: Buffer[] = [];
  private started = false;

  push(chunk: Buffer): Frame[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const frames: Frame[] = [];
    for (let message = this.next(); message !== undefined; message = this.next()) {
      const frame = this.started ? this.command(message) : this.greeting(message);
      if (frame !== undefined) frames.push(frame);
    }
    return frames;
  }

  private next(): Buffer | undefined {
    const lengthOffset = this.started ? 1 : 0;
    if (this.pending.length < lengthOffset + 4) return undefined;
    const bodyBytes = this.pending.readInt32BE(lengthOffset);
    if (bodyBytes < 4 || bodyBytes > MAX_MESSAGE_BYTES)
      throw new Error(`not a PostgreSQL message: length ${bodyBytes}`);
    const totalBytes = lengthOffset + bodyBytes;
    if (this.pending.length < totalBytes) return undefined;
    const message = this.pending.subarray(0, totalBytes);
    this.pending = this.pending.subarray(totalBytes);
    return message;
  }

  private greeting(message: Buffer): Frame {
    const code = message.length >= 8 ? message.readInt32BE(4) : 0;
    if (ENCRYPTION_CODES.includes(code)) return { kind: 'encryption_request' };
    if (code === CANCEL_CODE) return { kind: 'cancel_request' };
    this.started = true;
    return { kind: 'startup' };
  }

  private command(message: Buffer): Frame | undefined {
    const type = String.fromCharCode(message.readUInt8(0));
    if (type === 'X') return { kind: 'terminate' };
    this.batch.push(message);
    if (!ENDS_BATCH.has(type)) return undefined;
    const bytes = Buffer.concat(this.batch);
    this.batch = [];
    return { kind: 'batch', bytes, endsTurn: ENDS_TURN.has(type) };
  }
}
