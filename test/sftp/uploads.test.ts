import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { deskMaker } from '../../sftp/desks';
import { LIMITS } from '../../sftp/limits';
import { SftpStage, statusOf } from '../support/sftp-stage';

jest.setTimeout(60_000);

const { OPEN_MODE } = ssh2.utils.sftp;

describe('an upload', () => {
  let stage: SftpStage;
  beforeAll(async () => {
    stage = await SftpStage.open();
  });
  afterAll(() => stage.close());

  const write = async (sftp: SFTPWrapper, path: string, at: number, text: string): Promise<number | undefined> => {
    const handle = await new Promise<Buffer>((resolve, reject) => {
      const flags = OPEN_MODE.WRITE | OPEN_MODE.CREAT;
      sftp.open(path, flags, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    await statusOf((done) => sftp.write(handle, Buffer.from(text), 0, text.length, at, done));
    return await statusOf((done) => sftp.close(handle, done));
  };

  it('arrives byte by byte, in whatever pieces and how many at once', async () => {
    const program = await stage.program();
    const bytes = randomBytes(3_000_000);
    writeFileSync(stage.path('local'), bytes);
    await program.fastPut(stage.path('local'), '/in/fast.csv', { concurrency: 64, chunkSize: 10_000 });
    await program.put(bytes, '/in/stream.csv');
    expect(await program.get('/in/fast.csv')).toEqual(bytes);
    expect(await program.get('/in/stream.csv')).toEqual(bytes);
    expect(stage.arrived).toEqual(['fast.csv', 'stream.csv']);
    await program.end();
  });

  it('never takes the place of a file that waits', async () => {
    const program = await stage.program();
    await program.put(Buffer.from('first'), '/in/taken.csv');
    await expect(program.put(Buffer.from('second'), '/in/taken.csv')).rejects.toThrow(/there already/);
    await program.put(Buffer.from('second'), '/in/taken.csv.part');
    await expect(program.rename('/in/taken.csv.part', '/in/taken.csv')).rejects.toThrow(/there already/);
    expect(stage.text('in', 'taken.csv')).toBe('first');
    await program.delete('/in/taken.csv.part');
    await program.end();
  });

  it('under a work name may be written anew, and continued where a line broke', async () => {
    const program = await stage.program();
    await program.put(Buffer.from('a longer first try'), '/in/work.csv.part');
    await program.put(Buffer.from('one'), '/in/work.csv.part');
    expect(stage.text('in', 'work.csv.part')).toBe('one');
    const { client, sftp } = await stage.raw();
    expect(await write(sftp, '/in/work.csv.part', 3, ' two')).toBeUndefined();
    expect(stage.text('in', 'work.csv.part')).toBe('one two');
    client.end();
    await program.end();
  });

  it('of no bytes is a file all the same', async () => {
    const program = await stage.program();
    await program.put(Buffer.alloc(0), '/in/empty.csv');
    expect(stage.text('in', 'empty.csv')).toBe('');
    await program.end();
  });

  it('is not there before it is closed', async () => {
    const [{ client, sftp }, program] = [await stage.raw(), await stage.program()];
    const handle = await new Promise<Buffer>((resolve, reject) => {
      sftp.open('/in/open.csv', 'w', (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    await statusOf((done) => sftp.write(handle, Buffer.from('half'), 0, 4, 0, done));
    expect(await program.exists('/in/open.csv')).toBe(false);
    await statusOf((done) => sftp.close(handle, done));
    expect(await program.exists('/in/open.csv')).toBe('-');
    client.end();
    await program.end();
  });

  it('under the name of a file that waits has its turn when that one is taken, and not before', async () => {
    const takers = { folderOf: async () => stage.folder, nudge: () => undefined };
    const desk = await deskMaker(takers, { ...LIMITS, nameFreeWithinMs: 60_000 })(stage.partner);
    await stage.folder.put('in', 'busy.csv', 'first');
    const order: string[] = [];
    const turn = desk.nameFree('busy.csv').then(() => order.push('its turn'));
    await stage.folder.stat('in', 'busy.csv');
    order.push('taken');
    await stage.folder.remove('in', 'busy.csv');
    await turn;
    expect(order).toEqual(['taken', 'its turn']);
  });

  it('counts for all connections of a partner together', async () => {
    const takers = { folderOf: async () => stage.folder, nudge: () => undefined };
    const deskOf = deskMaker(takers, { ...LIMITS, partnerMaxBytes: 1 });
    const [one, other] = [await deskOf(stage.partner), await deskOf(stage.partner)];
    expect(one.quota).toBe(other.quota);
  });
});
