import { textOf, trackedFiles } from './tracked-files';

const BINARY = /\.(?:png|jpg|pdf|woff2?)$/;

/** Folders that exist on one machine only. */
const MACHINE_PATH = /(?<![\w.:/$}-])\/(?:work|root|home\/[a-z]|Users\/[A-Za-z]|tmp\/[a-z])[\w./-]*/;

describe('what git keeps', () => {
  it('installs from whatever registry the machine is told to use: the lock file names none', () => {
    const resolved = textOf('package-lock.json').match(/"resolved":.*/g) ?? [];
    expect(resolved.filter((line) => /https?:|git\+|file:/.test(line))).toEqual([]);
  });

  it('pins every package by its content', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { integrity?: string }>;
    };
    const unpinned = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
    // A package bundled inside another has no checksum of its own: its bundle has.
    expect(unpinned.filter(([path]) => !('inBundle' in (packages[path] ?? {}))).map(([path]) => path)).toEqual([]);
  });

  it('names exact versions of what runs in production', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('holds no path of the machine it was written on', () => {
    const found = trackedFiles()
      .filter((path) => !BINARY.test(path) && path !== 'package-lock.json')
      .flatMap((path) => MACHINE_PATH.exec(textOf(path))?.[0].replace(/^/, `${path}: `) ?? []);
    expect(found).toEqual([]);
  });

  it('holds no secret file, no database and no engine', () => {
    const kept = trackedFiles().filter((path) =>
      /(?:^|\/)(?:\.env|.*\.pem|.*\.key|.*\.db|.*\.sqlite|\.ownward\/.*)$/.test(path),
    );
    expect(kept).toEqual([]);
  });
});
