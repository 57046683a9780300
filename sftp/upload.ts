import { copyFile, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { PartnerFolder } from './partner-folder';
import { failed } from './refusal';

/**
 * A file on its way in. It grows where nobody sees it and gets its name when it is closed; what is not closed, because
 * the line broke or the process died, is gone.
 */
export class Upload {
  /** it was cut off, so that nobody else will say so */
  isTooLarge = false;
  private failure: Error | undefined;
  private byteCount = 0;

  /** @param continuesPath a work file that is continued instead of written anew */
  static async begin(folder: PartnerFolder, name: string, limits: UploadLimits, continuesPath?: string) {
    const { path, handle } = await folder.draft();
    const upload = new Upload(name, limits, path, handle);
    if (continuesPath !== undefined) await upload.startFrom(continuesPath);
    return upload;
  }

  private constructor(
    readonly name: string,
    private readonly limits: UploadLimits,
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** @throws Refusal when it would become too large: then nothing of it is kept, whatever comes after */
  async write(offset: number, data: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    try {
      this.grow(offset + data.length);
      await writeWhole(this.handle, offset, data);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error('a write failed');
      // What was refused must not fill the disk until the client deigns to close it.
      await this.handle.truncate(0);
      throw this.failure;
    }
  }

  size(): number {
    return this.byteCount;
  }

  /** Stands in `in/` afterwards, whole and on disk. @throws EEXIST; what a write threw, where one failed */
  async finish(publish: (draftPath: string) => Promise<void>): Promise<void> {
    try {
      if (this.failure) throw this.failure;
      await this.handle.sync();
      await publish(this.path);
    } finally {
      await this.discard();
    }
  }

  async discard(): Promise<void> {
    await this.handle.close();
    await rm(this.path, { force: true });
  }

  private async startFrom(path: string): Promise<void> {
    await copyFile(path, this.path);
    this.byteCount = (await this.handle.stat()).size;
  }

  private grow(byteCount: number): void {
    if (!Number.isSafeInteger(byteCount) || byteCount > this.limits.fileMaxBytes) {
      this.isTooLarge = true;
      throw failed(`a file has at most ${this.limits.fileMaxBytes} bytes`);
    }
    const moreCount = byteCount - this.byteCount;
    if (moreCount <= 0) return;
    this.limits.claim(moreCount);
    this.byteCount = byteCount;
  }
}

export interface UploadLimits {
  readonly fileMaxBytes: number;
  /** @throws Refusal when the partner has no more room */
  claim(byteCount: number): void;
}

async function writeWhole(handle: FileHandle, offset: number, data: Buffer): Promise<void> {
  let writtenCount = 0;
  while (writtenCount < data.length) {
    const { bytesWritten } = await handle.write(data, writtenCount, data.length - writtenCount, offset + writtenCount);
    writtenCount += bytesWritten;
  }
}
