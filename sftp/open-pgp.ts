import { createReadStream, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import * as openpgp from 'openpgp';
import { MAX_FILE_BYTES } from '../domain/funding-file/file-fault';
import { type Envelopes, EnvelopeFault, nameInside, NO_ENVELOPES, type OpenedEnvelope } from './envelopes';
import type { PartnerFolder } from './partner-folder';
import { wholeFile } from './take-in';

/** Packed content may be a thousand times larger than its file: one byte more than may be is enough to know it. */
const OPENED_MAX_BYTES = MAX_FILE_BYTES + 1;

/**
 * With our key: opens files that are encrypted to it, and encrypts what goes to partners who have given us theirs.
 * @throws Error when the key file holds no key, or the passphrase is not its own
 */
export async function envelopesOf({
  pgpIdentityFile,
  pgpPassphrase,
}: {
  pgpIdentityFile: string | undefined;
  pgpPassphrase: string | undefined;
}): Promise<Envelopes> {
  const armored = pgpIdentityFile === undefined ? '' : readFileSync(pgpIdentityFile, 'utf8');
  // An unset secret of the compose file is an empty one.
  if (armored.trim() === '') return NO_ENVELOPES;
  const key = await openpgp.readPrivateKey({ armoredKey: armored });
  const ours =
    pgpPassphrase === undefined ? key : await openpgp.decryptKey({ privateKey: key, passphrase: pgpPassphrase });
  return {
    open: (folder, name, partnerKey) => openEnvelope(ours, folder, name, partnerKey),
    close: (name, content, partnerKey) => closeEnvelope(ours, name, content, partnerKey),
  };
}

/**
 * Opens into a hidden draft, piece by piece; only when all of it was there, whole and signed as it must be, is it given
 * out.
 */
async function openEnvelope(
  ours: openpgp.PrivateKey,
  folder: PartnerFolder,
  name: string,
  partnerKey: string | null,
): Promise<OpenedEnvelope> {
  const draft = await folder.draft();
  const close = async (): Promise<void> => {
    await draft.handle.close();
    await rm(draft.path, { force: true });
  };
  try {
    let byteCount = 0;
    for await (const piece of decrypted(ours, folder, name, partnerKey)) {
      byteCount += piece.length;
      if (byteCount > OPENED_MAX_BYTES) throw new EnvelopeFault('PGP_TOO_LARGE');
      await draft.handle.writeFile(piece);
    }
    return { name: nameInside(name), bytes: readBack(draft.path), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws EnvelopeFault; only at its end is it known that all of it is genuine */
async function* decrypted(
  ours: openpgp.PrivateKey,
  folder: PartnerFolder,
  name: string,
  partnerKey: string | null,
): AsyncGenerator<Buffer> {
  const verificationKeys = partnerKey === null ? [] : [await openpgp.readKey({ armoredKey: partnerKey })];
  let fault: Error | undefined;
  try {
    const message = await readMessage(folder, name, (error) => (fault = error));
    const opened = await openpgp.decrypt({
      ...{ message, decryptionKeys: ours, verificationKeys, format: 'binary' },
      // Nothing is used before its end was seen; the library would hold all of it in memory until then.
      // We count ourselves; its own limit is for what would never reach us.
      config: { allowUnauthenticatedStream: true, maxDecompressedMessageSize: 2 * OPENED_MAX_BYTES },
    });
    for (const { verified, signature } of opened.signatures) heard(verified, signature);
    // The library's own types name a package that it does not bring: its streams are looked at as they come.
    const data: unknown = opened.data;
    yield* chunksOf(data);
    if (partnerKey !== null) await requireSignature(opened.signatures);
  } catch (error) {
    // The disk's fault is not the partner's.
    if (fault) throw fault;
    if (error instanceof EnvelopeFault) throw error;
    throw new EnvelopeFault('PGP_UNREADABLE');
  }
}

/** What is refused before its signature is looked at has one all the same; nobody else would hear of its failure. */
function heard(...promises: readonly Promise<unknown>[]): void {
  for (const promise of promises) promise.catch(() => undefined);
}

async function requireSignature(signatures: readonly { verified: Promise<true> }[]): Promise<void> {
  const verified = await Promise.allSettled(signatures.map((signature) => signature.verified));
  if (!verified.some(({ status }) => status === 'fulfilled')) throw new EnvelopeFault('PGP_NOT_SIGNED');
}

/** Armored or not is what the first byte says, whatever the file is called: no binary packet begins with a letter. */
async function readMessage(
  folder: PartnerFolder,
  name: string,
  onFault: (error: Error) => void,
): Promise<Parameters<typeof openpgp.decrypt>[0]['message']> {
  const bytes = Readable.from(wholeFile(folder, name));
  bytes.once('error', onFault);
  if (!(await isText(folder, name))) return await openpgp.readMessage({ binaryMessage: Readable.toWeb(bytes) });
  const lines = Readable.from(bytes.setEncoding('latin1'));
  return await openpgp.readMessage({ armoredMessage: Readable.toWeb(lines) });
}

async function isText(folder: PartnerFolder, name: string): Promise<boolean> {
  const handle = await folder.openToRead('.taking', name);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, 0);
    return bytesRead === 1 && buffer.readUInt8() < 0x80;
  } finally {
    await handle.close();
  }
}

/** Signed by us and encrypted to a partner that has given us its key. */
async function closeEnvelope(
  ours: openpgp.PrivateKey,
  name: string,
  content: AsyncIterable<Buffer>,
  partnerKey: string | null,
): Promise<{ name: string; content: AsyncIterable<Buffer> }> {
  if (partnerKey === null) return { name, content };
  const message = await openpgp.createMessage({ binary: Readable.toWeb(Readable.from(content)) });
  const encryptionKeys = await openpgp.readKey({ armoredKey: partnerKey });
  const encrypted: unknown = await openpgp.encrypt({ message, encryptionKeys, signingKeys: ours, format: 'binary' });
  return { name: `${name}.pgp`, content: chunksOf(encrypted) };
}

async function* chunksOf(stream: unknown): AsyncGenerator<Buffer> {
  if (!(stream instanceof ReadableStream)) throw new Error('OpenPGP gave no stream');
  const pieces: AsyncIterable<unknown> = stream;
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) throw new Error('OpenPGP gave something else than bytes');
    yield Buffer.from(piece);
  }
}

async function* readBack(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) yield Buffer.from(piece);
}
