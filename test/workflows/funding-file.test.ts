import { FileStage, FileWorld } from '../support/funding-file-stage';

jest.setTimeout(120_000);

const ROWS = { next: 'rows', rowCount: 1_200 } as const;
const BATCHES = ['judge 1-500', 'judge 501-1000', 'judge 1001-1200'];

describe('the story of a funding file', () => {
  let stage: FileStage;
  beforeAll(async () => void (stage = await FileStage.open()));
  afterAll(() => stage.close());

  it('reads the whole file, then judges every row once, then reports', async () => {
    const { lines } = await stage.run(new FileWorld(ROWS));
    expect(lines).toEqual(['stage', ...BATCHES, 'report']);
  });

  it('ends with the first step for a file that was refused', async () => {
    expect((await stage.run(new FileWorld({ next: 'nothing' }))).lines).toEqual(['stage']);
  });

  it('goes on with the others while a lease is silent, and asks again only where one was', async () => {
    const world = new FileWorld(ROWS);
    world.openTimes.set(501, 2);
    const { lines, seconds } = await stage.run(world);
    expect(lines).toEqual(['stage', ...BATCHES, 'judge 501-1000', 'judge 501-1000', 'report']);
    expect(seconds).toBeGreaterThanOrEqual(5 + 15);
  });

  it('reports within minutes of a lease that never answers', async () => {
    const world = new FileWorld(ROWS);
    world.openTimes.set(1, 1_000);
    const { lines, seconds } = await stage.run(world);
    const asked = lines.filter((line) => line.startsWith('judge 1-500'));
    expect(asked).toEqual([...Array.from({ length: 6 }, () => 'judge 1-500'), 'judge 1-500, last call']);
    expect(lines.at(-1)).toBe('report');
    expect(seconds).toBeGreaterThanOrEqual(230);
    expect(seconds).toBeLessThan(300);
  });

  it('waits for the report of the file it repeats, and judges nothing', async () => {
    const world = new FileWorld({ next: 'original' });
    world.waitsForOriginal = 3;
    expect((await stage.run(world)).lines).toEqual(['stage', 'repeat', 'repeat', 'repeat', 'repeat']);
  });

  it('goes on where it was when the worker dies between two batches', async () => {
    const world = new FileWorld(ROWS);
    let reached: () => void = () => undefined;
    let isDead = false;
    const secondBatch = new Promise<void>((resolve) => (reached = resolve));
    world.onJudge = async (fromRow) => {
      if (fromRow !== 501 || isDead) return;
      isDead = true;
      reached();
      throw new Error('the worker dies');
    };
    const handle = await stage.start(world);
    await secondBatch;
    await stage.stopWorker();
    await stage.startWorker();
    await handle.result();
    expect(world.lines).toEqual(['stage', ...BATCHES, 'report']);
  });

  it('writes six events a batch and no more, and into them nothing but ids and row numbers', async () => {
    const handle = await stage.start(new FileWorld({ next: 'rows', rowCount: 5_000 }));
    await handle.result();
    const { events } = await handle.fetchHistory();
    expect(events?.length).toBeLessThanOrEqual(10 * 6 + 18);
    const inputs = (events ?? []).flatMap(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.input?.payloads?.map(({ data }) => Buffer.from(data ?? []).toString()) ?? [],
    );
    expect(inputs.filter((input) => !/^\{"fileId":"FFL-\d+"(,"(fromRow|toRow)":\d+)*\}$/.test(input))).toEqual([]);
  });
});
