import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SftpStage } from '../support/sftp-stage';

jest.setTimeout(60_000);

describe('sftp of OpenSSH', () => {
  let stage: SftpStage;
  beforeAll(async () => {
    stage = await SftpStage.open();
    writeFileSync(stage.path('a.csv'), 'one\n');
  });
  afterAll(() => stage.close());

  it('sees four folders and nothing else, and says goodbye at once', async () => {
    const { code, output } = await stage.openSsh('pwd', 'ls -la', 'cd in', 'cd ..', 'bye');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('Remote working directory: /\n');
    expect([...output.matchAll(/^d.* (\S+)$/gm)].map(([, name]) => name)).toEqual(['failed', 'in', 'out', 'processed']);
  });

  it('uploads directly: the file is there when it is closed', async () => {
    expect(await stage.openSsh(`put ${stage.path('a.csv')} in/direct.csv`)).toMatchObject({ code: 0 });
    expect(stage.text('in', 'direct.csv')).toBe('one\n');
    expect(stage.arrived).toContain('direct.csv');
  });

  it('uploads with times and modes, which we keep to ourselves', async () => {
    expect(await stage.openSsh(`put -p ${stage.path('a.csv')} in/timed.csv`)).toMatchObject({ code: 0 });
    expect(stage.text('in', 'timed.csv')).toBe('one\n');
  });

  it('uploads under a work name, which is nobody’s file until it is renamed', async () => {
    const put = await stage.openSsh(`put ${stage.path('a.csv')} in/later.csv.part`);
    expect({ put: put.code, arrived: stage.arrived.includes('later.csv') }).toEqual({ put: 0, arrived: false });
    expect(await stage.openSsh('rename in/later.csv.part in/later.csv')).toMatchObject({ code: 0 });
    expect(stage.arrived).toContain('later.csv');
    expect(stage.text('in', 'later.csv')).toBe('one\n');
  });

  it('fetches a result, whole, and may take it away', async () => {
    const content = 'x'.repeat(300_000);
    await stage.folder.put('out', 'RESULT_a.csv', content);
    const fetched = stage.path('fetched');
    expect(await stage.openSsh(`get out/RESULT_a.csv ${fetched}`, 'rm out/RESULT_a.csv')).toMatchObject({ code: 0 });
    expect(readFileSync(fetched, 'utf8')).toBe(content);
    expect(stage.inFolder('out')).toEqual([]);
  });

  it.each([
    ['put a file anywhere but in in/', () => `put ${stage.path('a.csv')} out/a.csv`],
    ['climb out of its root', () => `get ../../../../etc/passwd ${stage.path('stolen')}`],
    ['climb out through a folder', () => `get /in/../../../../etc/passwd ${stage.path('stolen')}`],
    ['make a link', () => 'ln -s /etc/passwd in/link.csv'],
    ['make a hard link', () => 'ln in/direct.csv in/hard.csv'],
    ['make a folder', () => 'mkdir in/new'],
    ['remove a folder', () => 'rmdir processed'],
    ['remove what waits', () => 'rm in/direct.csv'],
    ['rename what waits', () => 'rename in/direct.csv in/other.csv'],
    ['rename into another folder', () => 'rename in/direct.csv out/direct.csv'],
    ['write over what waits', () => `reput ${stage.path('a.csv')} in/direct.csv`],
    ['change a mode of what is not there', () => 'chmod 777 in/nothing.csv'],
  ])('may not %s', async (_what, command) => {
    const before = stage.inFolder('in');
    expect((await stage.openSsh(command())).code).toBe(1);
    expect(stage.inFolder('in')).toEqual(before);
    expect(existsSync(stage.path('stolen'))).toBe(false);
  });

  it('gets no shell, no command, no forwarding', async () => {
    expect((await stage.shell('cat /etc/passwd')).code).not.toBe(0);
    expect((await stage.shell('-tt')).code).not.toBe(0);
    expect((await stage.shell('-W', '127.0.0.1:22')).code).not.toBe(0);
  });

  it('leaves nothing half-made behind, and nothing went wrong inside', () => {
    expect(stage.inFolder('.arriving')).toEqual([]);
    expect(stage.lines).toEqual([]);
  });
});
