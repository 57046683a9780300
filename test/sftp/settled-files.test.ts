import { SettledFiles } from '../../sftp/settled-files';

const FILE = { size: 10, mtimeMs: 1 };

describe('a file in a folder that somebody else writes to', () => {
  let nowMs = 0;
  let files: SettledFiles;
  beforeEach(() => {
    nowMs = 0;
    files = new SettledFiles(10_000, () => nowMs);
  });
  const lookAt = (ms: number, stats = FILE): boolean => {
    nowMs = ms;
    return files.look('a.csv', stats);
  };

  it('is taken when it has not changed for the whole time, not a moment earlier', () => {
    expect([lookAt(0), lookAt(9_999), lookAt(10_000)]).toEqual([false, false, true]);
  });

  it.each([
    ['grows', { ...FILE, size: 11 }],
    ['is written over', { ...FILE, mtimeMs: 2 }],
  ])('waits again from where it %s', (_what, changed) => {
    expect([lookAt(0), lookAt(9_000, changed), lookAt(18_999, changed)]).toEqual([false, false, false]);
    expect(lookAt(19_000, changed)).toBe(true);
  });

  it('that failed rests twice as long each time, five minutes at most', () => {
    expect(lookAt(0) || lookAt(10_000)).toBe(true);
    let atMs = 10_000;
    for (const restMs of [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]) {
      files.failed('a.csv');
      expect([lookAt(atMs + restMs - 1), lookAt(atMs + restMs)]).toEqual([false, true]);
      atMs += restMs;
    }
  });

  it('is a new one when it comes again', () => {
    lookAt(0);
    files.keepOnly([]);
    expect([lookAt(20_000), lookAt(30_000)]).toEqual([false, true]);
  });
});
