import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { fileOf } from '../support/funding-file-world';
import { Killer, killPoints } from '../support/kill-point';
import { SftpIntakeWorld } from '../support/sftp-intake-world';

jest.setTimeout(120_000);

describe('the intake of files', () => {
  let world: SftpIntakeWorld;
  let lease = 9_000_000_000;
  beforeAll(async () => {
    world = await SftpIntakeWorld.open();
  }, 60_000);
  afterAll(() => world.close());
  afterEach(() => {
    world.channel = 'sftp';
    expect(world.in('.taking')).toEqual([]);
  });

  /** No two files of these tests are alike. */
  const content = (): string => fileOf(world.files.row({ leaseId: String((lease += 1)) }));
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  /** Of one that broke off on its way in, the sweep takes away what is left. */
  const filesOf = (name: string) =>
    world.files.db
      .selectFrom('funding_files')
      .select('file_id')
      .where('name', '=', name)
      .where('state', '<>', 'receiving')
      .execute();

  it('receives a file, starts it, shows it as processed, and lays its report out once', async () => {
    const name = world.put(world.files.newName(), content());
    await world.round();
    expect(world.trace(name)).toMatchObject({ in: [], processed: [name], out: [] });
    expect(world.started).toContain((await world.row(name)).fileId);

    await world.process(name);
    await world.round();
    expect(world.text('out', `RESULT_${name}`)).toBe(await world.files.reportText((await world.row(name)).fileId));
    await world.folder.remove('out', `RESULT_${name}`);
    await world.round();
    expect(world.trace(name)).toMatchObject({ out: [], processed: [name], failed: [] });
  });

  it('answers the same bytes under the same name with the same report, again', async () => {
    const text = content();
    const name = world.put(world.files.newName(), text);
    await world.round();
    await world.process(name);
    await world.round();
    const first = world.text('out', `RESULT_${name}`);
    await world.folder.remove('out', `RESULT_${name}`);
    world.put(name, text);
    await world.round();
    expect(world.text('out', `RESULT_${name}`)).toBe(first);
    expect(await filesOf(name)).toHaveLength(1);
    expect(world.trace(name)).toMatchObject({ processed: [name], failed: [] });
  });

  it('refuses other bytes under a name that was used, beside the reason, and leaves the first report where it is', async () => {
    const name = world.put(world.files.newName(), content());
    await world.round();
    await world.process(name);
    await world.round();
    const first = world.text('out', `RESULT_${name}`);
    for (const number of [1, 2]) {
      world.put(name, content());
      await world.round();
      const refused = number === 1 ? name : `${name}.2`;
      expect(world.text('failed', `${refused}.reason.txt`)).toMatch(/^NAME_REUSED\r\n.+\r\n.+\r\n$/);
    }
    expect(world.trace(name)).toMatchObject({
      failed: [name, `${name}.2`, `${name}.2.reason.txt`, `${name}.reason.txt`],
      processed: [name],
    });
    expect(world.text('out', `RESULT_${name}`)).toBe(first);
  });

  it('puts a file that is refused for its content with the failed, once that is known', async () => {
    const name = world.put(world.files.newName(), 'store_name,lease_id\r\nx,y\r\n');
    await world.round();
    await world.files.stage((await world.row(name)).fileId);
    await world.round();
    expect(world.trace(name)).toMatchObject({
      processed: [],
      failed: [name, `${name}.reason.txt`],
      out: [`RESULT_${name}`],
    });
    expect(world.text('failed', `${name}.reason.txt`)).toMatch(
      /^MISSING_COLUMN\r\n.*customer_name.*\r\n.*customer_name/,
    );
  });

  it.each([
    ['another retailer’s name', 'FUND_mer_acme_20261124_1.csv', 'MERCHANT_MISMATCH'],
    ['a name that is none', 'deliveries today.csv', 'BAD_FILE_NAME'],
  ])('answers %s too', async (_what, name, code) => {
    world.put(name, content());
    await world.round();
    await world.round();
    expect(world.text('failed', `${name}.reason.txt`)).toContain(code);
    expect(world.text('out', `RESULT_${name}`)).toContain(code);
  });

  it('killed at any step and begun again, takes a file once and answers it once', async () => {
    const takenIn = async (killer: Killer): Promise<string> => {
      const name = world.put(world.files.newName(), content());
      await world.roundOf(killer).catch(() => undefined);
      return name;
    };
    const laidOut = async (name: string, killer: Killer): Promise<void> => {
      await world.process(name);
      await world.roundOf(killer).catch(() => undefined);
    };
    const counter = new Killer();
    const calm = await takenIn(counter);
    const laying = new Killer();
    await laidOut(calm, laying);
    const shape = (name: string): unknown => JSON.parse(JSON.stringify(world.trace(name)).replaceAll(name, 'FILE'));
    expect(counter.stepCount).toBeGreaterThan(8);

    for (const point of killPoints(counter.stepCount)) {
      const name = await takenIn(new Killer(point));
      await world.round();
      await laidOut(name, new Killer());
      expect({ point, files: await filesOf(name), trace: shape(name) }).toEqual({
        ...{ point, files: [expect.anything()] },
        trace: shape(calm),
      });
      expect(world.started).toContain((await world.row(name)).fileId);
    }
    for (const point of killPoints(laying.stepCount)) {
      const name = await takenIn(new Killer());
      await laidOut(name, new Killer(point));
      await world.round();
      expect({ point, trace: shape(name) }).toEqual({ point, trace: shape(calm) });
    }
    world.lines.length = 0;
  });

  it('leaves what cannot be kept now for later, and takes the others meanwhile', async () => {
    const [one, other] = [world.files.newName(), world.files.newName()];
    world.put(one, content());
    world.put(other, content());
    utimesSync(world.path('in', one), 1, 1);
    const firstRead = jest.spyOn(world.folder, 'openToRead').mockRejectedValueOnce(new Error('the disk is away'));
    await world.round();
    expect(world.trace(one)).toMatchObject({ '.taking': [one], processed: [] });
    expect(world.trace(other)).toMatchObject({ processed: [other] });
    firstRead.mockRestore();
    await world.round();
    expect(world.trace(one)).toMatchObject({ '.taking': [], processed: [one] });
    expect(world.lines.splice(0)).toHaveLength(1);
  });

  describe('with a companion', () => {
    it('takes the file when the digest is its own, and puts both away', async () => {
      const text = content();
      const name = world.put(world.files.newName(), text);
      world.put(`${name}.sha256`, `${sha256(text).toUpperCase()}  ${name}\n`);
      await world.round(60_000);
      expect(world.trace(name)).toMatchObject({ in: [], processed: [name, `${name}.sha256`], failed: [] });
    });

    it.each([
      ['another file’s', (): string => sha256('other')],
      ['none at all', (): string => 'see attachment'],
      ['nothing', (): string => ''],
    ])('refuses the file when the digest is %s', async (_what, digest) => {
      const name = world.put(world.files.newName(), content());
      world.put(`${name}.sha256`, digest());
      await world.round();
      expect(world.text('failed', `${name}.reason.txt`)).toMatch(/^CHECKSUM_MISMATCH/);
      expect(world.trace(name)).toMatchObject({
        in: [],
        processed: [],
        failed: [name, `${name}.reason.txt`, `${name}.sha256`],
      });
    });

    it('waits for it a while, and takes the file without it when none comes', async () => {
      const name = world.put(world.files.newName(), content());
      await world.round(60_000);
      expect(world.in('in')).toEqual([name]);
      await world.round(0);
      expect(world.in('in')).toEqual([]);
    });

    it('leaves a companion alone whose file has not come', async () => {
      world.put('FUND_mer_bestsofa_20261124_none.csv.sha256', sha256('x'));
      await world.round();
      expect(world.in('in')).toEqual(['FUND_mer_bestsofa_20261124_none.csv.sha256']);
      await world.folder.remove('in', 'FUND_mer_bestsofa_20261124_none.csv.sha256');
    });
  });

  describe('of a folder that somebody else writes to', () => {
    it('never touches work names, links, folders and hidden files', async () => {
      world.channel = 'folder';
      for (const name of ['a.csv.part', 'b.filepart', '.hidden.csv']) world.put(name, content());
      writeFileSync(world.path('in', '../outside.csv'), content());
      symlinkSync(world.path('in', '../outside.csv'), world.path('in', 'link.csv'));
      mkdirSync(world.path('in', 'folder.csv'));
      await world.round();
      expect(world.in('in')).toEqual(['.hidden.csv', 'a.csv.part', 'b.filepart', 'folder.csv', 'link.csv']);
    });

    it('says by which way a file came', async () => {
      world.channel = 'folder';
      const name = world.put(world.files.newName(), content());
      await world.round();
      expect(await world.row(name)).toMatchObject({ channel: 'folder' });
    });

    it('follows no folder that was put in place of ours', async () => {
      renameSync(world.path('in'), `${world.path('in')}.aside`);
      symlinkSync(`${world.path('in')}.aside`, world.path('in'));
      world.put(world.files.newName(), content());
      await expect(world.round()).rejects.toThrow('no such file');
      renameSync(`${world.path('in')}.aside`, world.path('in').concat('.real'));
    });
  });
});
