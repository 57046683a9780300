import type { FileHandle } from 'node:fs/promises';
import { failed } from './refusal';
import type { Upload } from './upload';
import type { Folder } from './virtual-path';

/** What a client holds open. */
export type Opened =
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'download'; readonly file: FileHandle }
  | { readonly kind: 'listing'; readonly folder: Folder | undefined; readonly names: string[] };

/** The handles of one session: numbers that mean nothing anywhere else. */
export class OpenHandles {
  private readonly opened = new Map<number, Opened>();
  private lastNumber = 0;

  constructor(private readonly maxCount: number) {}

  /** @throws Refusal when too many are open; asked before anything is opened */
  requireRoom(): void {
    if (this.opened.size >= this.maxCount) throw failed(`close something first: ${this.maxCount} handles are open`);
  }

  add(opened: Opened): Buffer {
    this.lastNumber += 1;
    this.opened.set(this.lastNumber, opened);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.lastNumber);
    return handle;
  }

  /** @throws Refusal when there is no such handle */
  find(handle: Buffer): Opened {
    const opened = handle.length === 4 ? this.opened.get(handle.readUInt32BE()) : undefined;
    if (!opened) throw failed('this handle is not open');
    return opened;
  }

  /** Found, and nobody's any more. @throws Refusal as {@link find} */
  take(handle: Buffer): Opened {
    const opened = this.find(handle);
    this.opened.delete(handle.readUInt32BE());
    return opened;
  }

  /** The line is gone: what was not closed was not complete. */
  async abandon(): Promise<void> {
    const left = [...this.opened.values()];
    this.opened.clear();
    for (const opened of left) {
      if (opened.kind === 'upload') await opened.upload.discard();
      if (opened.kind === 'download') await opened.file.close();
    }
  }
}
