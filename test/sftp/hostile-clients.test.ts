import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import ssh2, { type Client, type ClientChannel, type SFTPWrapper } from 'ssh2';
import { eventually } from '../local/eventually';
import { closing, connected, SftpStage, statusOf } from '../support/sftp-stage';

jest.setTimeout(60_000);

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;
const PIECE = Buffer.alloc(32_768, 'x');

describe('a hostile or unlucky client', () => {
  let stage: SftpStage;
  let client: Client;
  let sftp: SFTPWrapper;
  let closed: Promise<void>;
  beforeAll(async () => {
    stage = await SftpStage.open({
      ...{ fileMaxBytes: 100_000, partnerMaxBytes: 250_000, waitingFilesMaxCount: 6, openHandlesMaxCount: 3 },
      ...{ strangersMaxCount: 4, partnerConnectionsMaxCount: 3, handshakeMs: 2_000, idleMs: 1_500 },
    });
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    ({ client, sftp, closed } = await stage.raw());
  });
  afterEach(async () => {
    client.end();
    await closed;
  });

  const open = (path: string, flags: number | 'r' | 'w' = 'w'): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const done = (error: Error | undefined, handle: Buffer): void => (error ? reject(error) : resolve(handle));
      sftp.open(path, flags, done);
    });
  const write = (handle: Buffer, at: number, data = PIECE): Promise<number | undefined> =>
    statusOf((done) => sftp.write(handle, data, 0, data.length, at, done));
  const close = (handle: Buffer): Promise<number | undefined> => statusOf((done) => sftp.close(handle, done));
  const strangers: Promise<void>[] = [];
  const stranger = async (): Promise<Socket> => {
    const socket = connect(stage.port, '127.0.0.1');
    socket.on('error', () => undefined);
    strangers.push(closing(socket.resume()));
    await once(socket, 'connect');
    return socket;
  };
  const isServed = (): Promise<boolean> =>
    statusOf((done) => sftp.stat('/in', done)).then((status) => status === undefined);

  it('cut off in the middle of an upload leaves nothing', async () => {
    const handle = await open('/in/cut.csv');
    expect(await write(handle, 0)).toBeUndefined();
    expect(stage.inFolder('.arriving')).toHaveLength(1);
    expect(stage.inFolder('in')).toEqual([]);
    client.destroy();
    await eventually(() => stage.inFolder('.arriving').length === 0 || undefined);
    expect([stage.inFolder('in'), stage.arrived]).toEqual([[], []]);
  });

  it('that sends too much is told so, keeps its connection, and finds the reason', async () => {
    const handle = await open('/in/huge.csv');
    for (let at = 0; at < 3 * PIECE.length; at += PIECE.length) expect(await write(handle, at)).toBeUndefined();
    expect(await write(handle, 3 * PIECE.length)).toBe(STATUS_CODE.FAILURE);
    expect(await write(handle, 0)).toBe(STATUS_CODE.FAILURE);
    expect(await close(handle)).toBe(STATUS_CODE.FAILURE);
    expect(stage.inFolder('in')).toEqual([]);
    expect(stage.text('failed', 'huge.csv.reason.txt')).toMatch(/^TOO_LARGE/);
    expect(await isServed()).toBe(true);
  });

  it('that writes far out makes no file of a terabyte', async () => {
    const handle = await open('/in/sparse.csv');
    expect(await write(handle, 1_000_000_000_000)).toBe(STATUS_CODE.FAILURE);
    expect(await write(handle, 2 ** 63)).toBe(STATUS_CODE.FAILURE);
    expect(await close(handle)).toBe(STATUS_CODE.FAILURE);
  });

  it('may not fill the disk, and may not heap up files or open ones', async () => {
    const quota = await SftpStage.open({ partnerMaxBytes: 50_000, waitingFilesMaxCount: 2, openHandlesMaxCount: 2 });
    const program = await quota.program();
    await program.put(PIECE, '/in/1.csv');
    await expect(program.put(PIECE, '/in/2.csv')).rejects.toThrow(/full/);
    await expect(program.put(Buffer.from('x'), '/in/3.csv')).rejects.toThrow(/files wait/);
    await program.end();
    const line = await quota.raw();
    const openOne = () => statusOf((done) => line.sftp.opendir('/in', done));
    expect([await openOne(), await openOne(), await openOne()]).toEqual([undefined, undefined, STATUS_CODE.FAILURE]);
    line.client.end();
    await quota.close();
  });

  it.each([
    ['a handle that was never open', () => statusOf((done) => sftp.close(Buffer.from([9, 9, 9, 9]), done))],
    ['a handle that is none', () => statusOf((done) => sftp.close(Buffer.from('none'), done))],
    [
      'a read of a file that it is writing',
      async () => {
        const handle = await open('/in/reading.csv');
        const status = await statusOf((done) => sftp.read(handle, Buffer.alloc(9), 0, 9, 0, done));
        await close(handle);
        return status;
      },
    ],
    [
      'an append',
      () => statusOf((done) => sftp.open('/in/x.csv', OPEN_MODE.WRITE | OPEN_MODE.CREAT | OPEN_MODE.APPEND, done)),
    ],
    ['a folder opened as a file', () => statusOf((done) => sftp.open('/in', 'r', done))],
    ['a file opened as a folder', () => statusOf((done) => sftp.opendir('/in/a.csv', done))],
    ['a change of size', () => statusOf((done) => sftp.setstat('/in', { size: 5 }, done))],
    ['an extension that we do not have', () => statusOf((done) => sftp.ext_openssh_statvfs('/', done))],
  ])('is refused %s, and served on', async (_what, ask) => {
    expect(await ask().catch(() => STATUS_CODE.OP_UNSUPPORTED)).toBeGreaterThan(STATUS_CODE.EOF);
    expect(await isServed()).toBe(true);
  });

  it('is led nowhere by links that somebody else has laid into its folders', async () => {
    writeFileSync(stage.path('secret'), 'not yours');
    symlinkSync(stage.path('secret'), stage.root('out', 'link.csv'));
    symlinkSync('/etc', stage.root('out', 'etc'));
    const [read, stat] = [
      await statusOf((done) => sftp.open('/out/link.csv', 'r', done)),
      await statusOf((done) => sftp.stat('/out/link.csv', done)),
    ];
    const names = await new Promise((resolve) => sftp.readdir('/out', (_error, list) => resolve(list)));
    expect({ read, stat, names }).toEqual({
      read: STATUS_CODE.NO_SUCH_FILE,
      stat: STATUS_CODE.NO_SUCH_FILE,
      names: [],
    });
  });

  it('that speaks noise instead of SSH, or says nothing, keeps nobody out and is sent away', async () => {
    (await stranger()).write(randomBytes(100_000));
    for (let count = 0; count < 12; count += 1) await stranger();
    (await connected(stage.account())).end();
    await Promise.all(strangers);
  });

  it.each([
    ['a packet that is too long', [0x00, 0xff, 0xff, 0xff]],
    ['a length below zero', [0xff, 0xff, 0xff, 0xff]],
    ['a packet of nothing', [0, 0, 0, 0]],
    ['a kind of packet that there is none of', [0, 0, 0, 1, 77]],
    ['half a request', [0, 0, 0, 3, 3, 0, 0]],
  ])('that sends %s loses what it sends it in, and nobody else notices', async (_what, bytes) => {
    const other = await stage.raw();
    const channel = await new Promise<ClientChannel>((resolve, reject) => {
      client.subsys('sftp', (error, stream) => (error ? reject(error) : resolve(stream)));
    });
    const isOver = new Promise((resolve) => channel.once('close', resolve));
    channel.resume().write(Buffer.from([0, 0, 0, 5, 1, 0, 0, 0, 3, ...bytes]));
    await Promise.race([isOver, closed]);
    expect(await statusOf((done) => other.sftp.stat('/in', done))).toBeUndefined();
    other.client.end();
  });

  it('that asks and never listens does not fill our memory', async () => {
    await stage.folder.put('out', 'RESULT_big.csv', 'y'.repeat(90_000));
    const handle = await open('/out/RESULT_big.csv', 'r');
    for (let number = 0; number < 20_000; number += 1) sftp.read(handle, PIECE, 0, PIECE.length, 0, () => undefined);
    await closed;
    const next = await stage.raw();
    expect(await statusOf((done) => next.sftp.stat('/in', done))).toBeUndefined();
    next.client.end();
  });

  it('that opens more connections than it may has the last one closed', async () => {
    const more = await Promise.all([connected(stage.account()), connected(stage.account())]);
    const last = await connected(stage.account());
    await closing(last);
    for (const each of more) each.end();
    expect(await isServed()).toBe(true);
  });

  it('that stays and does nothing is sent away, whatever its keep-alives say', async () => {
    await closed;
  });

  it('leaves no fault of ours in the log', () => expect(stage.lines).toEqual([]));
});
