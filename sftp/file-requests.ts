import ssh2, { type Attributes, type FileEntry } from 'ssh2';
import { entryOf, fileAttributes, folderAttributes } from './listing';
import type { Limits } from './limits';
import { OpenHandles } from './open-handles';
import type { PartnerFolder } from './partner-folder';
import type { Quota } from './quota';
import { reasonText } from './reason-words';
import { failed, forbidden, noSuchFile, Refusal } from './refusal';
import { Upload } from './upload';
import { FOLDERS, isUnfinished, isUploadName, pathOf, type Place, placeOf } from './virtual-path';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

/** Clients ask for at most this much, and take less. */
const READ_MAX_BYTES = 32_768;
const NAMES_A_PAGE_COUNT = 100;

export interface Desk {
  readonly folder: PartnerFolder;
  readonly quota: Quota;
  readonly limits: Limits;
  /** A complete file stands in `in/`. */
  arrived(name: string): void;
  /** Resolves when no file of that name waits in `in/`, or after a while. */
  nameFree(name: string): Promise<void>;
}

/** What is asked of a partner's files, and what is answered; everything refused is thrown as a {@link Refusal}. */
export class FileRequests {
  private readonly handles: OpenHandles;

  constructor(private readonly desk: Desk) {
    this.handles = new OpenHandles(desk.limits.openHandlesMaxCount);
  }

  async open(path: string, flags: number): Promise<Buffer> {
    const place = found(path);
    if (place.kind !== 'file') throw failed('this is a folder');
    this.handles.requireRoom();
    if ((flags & OPEN_MODE.WRITE) !== 0) {
      return this.handles.add({ kind: 'upload', upload: await this.beginUpload(place, flags) });
    }
    const file = await this.desk.folder.openToRead(place.folder, place.name);
    return this.handles.add({ kind: 'download', file });
  }

  async openFolder(path: string): Promise<Buffer> {
    const place = found(path);
    if (place.kind === 'file') throw failed('this is no folder');
    this.handles.requireRoom();
    if (place.kind === 'root') return this.handles.add({ kind: 'listing', folder: undefined, names: [...FOLDERS] });
    const names = await this.desk.folder.names(place.folder);
    return this.handles.add({ kind: 'listing', folder: place.folder, names });
  }

  /** The next names; undefined when all have been told. */
  async nextNames(handle: Buffer): Promise<FileEntry[] | undefined> {
    const opened = this.handles.find(handle);
    if (opened.kind !== 'listing') throw failed('this is no folder');
    const { folder, names } = opened;
    const page = names.splice(0, NAMES_A_PAGE_COUNT);
    if (page.length === 0) return undefined;
    if (folder === undefined) return page.map((name) => entryOf(name, folderAttributes()));
    const entries = await Promise.all(
      page.map(async (name) => {
        const stats = await this.desk.folder.stat(folder, name);
        return stats ? [entryOf(name, fileAttributes(stats))] : [];
      }),
    );
    return entries.flat();
  }

  async stat(path: string): Promise<Attributes> {
    const place = found(path);
    if (place.kind !== 'file') return folderAttributes();
    const stats = await this.desk.folder.stat(place.folder, place.name);
    if (!stats) throw noSuchFile();
    return fileAttributes(stats);
  }

  async statOpened(handle: Buffer): Promise<Attributes> {
    const opened = this.handles.find(handle);
    if (opened.kind === 'listing') return folderAttributes();
    if (opened.kind === 'download') return fileAttributes(await opened.file.stat());
    return fileAttributes({ size: opened.upload.size(), mtimeMs: Date.now() });
  }

  /** Times and modes are set by many clients after an upload. We keep our own, and it does no harm to say yes. */
  setStat(known: Attributes, { size }: Partial<Attributes>): void {
    if (size !== undefined && size !== known.size)
      throw new Refusal(STATUS_CODE.OP_UNSUPPORTED, 'a size cannot be set');
  }

  /** Undefined at the end of the file. */
  async read(handle: Buffer, offset: number, length: number): Promise<Buffer | undefined> {
    const opened = this.handles.find(handle);
    if (opened.kind !== 'download' || !Number.isSafeInteger(offset)) throw failed('this cannot be read');
    const size = Math.min(length, READ_MAX_BYTES);
    const { buffer, bytesRead } = await opened.file.read(Buffer.alloc(size), 0, size, offset);
    return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
  }

  async write(handle: Buffer, offset: number, data: Buffer): Promise<void> {
    const opened = this.handles.find(handle);
    if (opened.kind !== 'upload') throw failed('this is not open for writing');
    await opened.upload.write(offset, data);
  }

  async close(handle: Buffer): Promise<void> {
    const opened = this.handles.take(handle);
    if (opened.kind === 'download') await opened.file.close();
    if (opened.kind === 'upload') await this.finishUpload(opened.upload);
  }

  /** A work file gets its real name, and is complete by that. */
  async rename(oldPath: string, newPath: string): Promise<void> {
    const [from, to] = [found(oldPath), found(newPath)];
    if (from.kind !== 'file' || to.kind !== 'file' || from.folder !== 'in' || to.folder !== 'in') {
      throw forbidden('only files of in/ can be renamed, and only within it');
    }
    if (!isUnfinished(from.name)) throw forbidden('only work files (.part) can be renamed: this one is taken as it is');
    if (!(await this.desk.folder.stat('in', from.name))) throw noSuchFile();
    if (!isUploadName(to.name)) throw failed('this name is too long');
    if (!isUnfinished(to.name)) await this.desk.nameFree(to.name);
    await this.desk.folder.move({ area: 'in', name: from.name }, { area: 'in', name: to.name });
    if (!isUnfinished(to.name)) this.desk.arrived(to.name);
  }

  async remove(path: string): Promise<void> {
    const place = found(path);
    if (place.kind !== 'file') throw failed('this is a folder');
    const isTheirs = place.folder === 'out' || (place.folder === 'in' && isUnfinished(place.name));
    if (!isTheirs) throw forbidden('only what you have fetched from out/, and your own work files, can be removed');
    await this.desk.folder.remove(place.folder, place.name);
  }

  realPath(path: string): FileEntry {
    const place = found(path);
    const attrs = place.kind === 'file' ? fileAttributes({ size: 0, mtimeMs: 0 }) : folderAttributes();
    return { ...entryOf(pathOf(place), attrs), longname: pathOf(place) };
  }

  async abandon(): Promise<void> {
    await this.handles.abandon();
  }

  private async beginUpload({ folder, name }: Place & { kind: 'file' }, flags: number): Promise<Upload> {
    if (folder !== 'in') throw forbidden('only in/ can be written to');
    if (!isUploadName(name)) throw failed('this name is too long');
    if ((flags & OPEN_MODE.APPEND) !== 0) throw new Refusal(STATUS_CODE.OP_UNSUPPORTED, 'nothing can be appended');
    const isThere = (await this.desk.folder.stat('in', name)) !== undefined;
    if (isThere && (flags & OPEN_MODE.EXCL) !== 0) throw failed('a file of this name is there already');
    if (!isThere && (flags & OPEN_MODE.CREAT) === 0) throw noSuchFile();
    const isContinued = isThere && (flags & OPEN_MODE.TRUNC) === 0;
    if (isContinued && !isUnfinished(name)) throw failed('a complete file cannot be changed');
    await this.desk.quota.admit();
    const uploadLimits = {
      fileMaxBytes: this.desk.limits.fileMaxBytes,
      claim: (byteCount: number) => this.desk.quota.claim(byteCount),
    };
    const continued = isContinued ? this.desk.folder.pathOf('in', name) : undefined;
    return await Upload.begin(this.desk.folder, name, uploadLimits, continued);
  }

  private async finishUpload(upload: Upload): Promise<void> {
    const { name } = upload;
    // Most clients show no sentence of ours, only that a write failed.
    if (upload.isTooLarge) await this.desk.folder.put('failed', `${name}.reason.txt`, reasonText('TOO_LARGE'));
    if (isUnfinished(name)) return upload.finish((draft) => this.desk.folder.replace(draft, 'in', name));
    await upload.finish(async (draft) => {
      await this.desk.nameFree(name);
      await this.desk.folder.publish(draft, 'in', name);
    });
    this.desk.arrived(name);
  }
}

/** @throws Refusal for a path that leads nowhere */
function found(path: string): Place {
  const place = placeOf(path);
  if (!place) throw noSuchFile();
  return place;
}
