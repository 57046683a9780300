import { createHash, randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { readSandboxFile } from '../../local/sandbox-file';
import { eventually } from '../local/eventually';
import { sharedSandbox } from '../support/e2e-client';
import { todayIn } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { DATA_DIR_VARIABLE } from '../support/e2e-system';
import { runSsh, sshOptions } from '../support/sftp-programs';

jest.setTimeout(180_000);

const sandbox = sharedSandbox();
const { bestsofa, bestsofaReadOnly, nobody: customer } = sandbox;
const file = readSandboxFile(join(process.env[DATA_DIR_VARIABLE] ?? '', 'sandbox.json'));
const today = todayIn('America/Chicago');

interface Access {
  host: string;
  port: number;
  username: string;
  privateKeyPath: string;
}

function accessOf(retailerNumber: number): Access {
  const access = file.retailers[retailerNumber]?.sftp;
  if (!access || !file.sftp) throw new Error('sandbox.json names no SFTP server');
  return { ...file.sftp, ...access };
}

const newName = (): string => `FUND_mer_bestsofa_${today.replaceAll('-', '')}_${randomInt(1_000_000, 9_999_999)}.csv`;
const fileOf = (...rows: string[]): string =>
  ['store name,lease ID,customer name,invoice amount,confirmed delivery date', ...rows, ''].join('\r\n');

describe('a retailer’s finance department over SFTP', () => {
  let folder: string;
  let client: SftpClient;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ownward-finance-'));
    client = await programOf(accessOf(0));
  });
  afterAll(async () => {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function programOf({ host, port, username, privateKeyPath }: Access): Promise<SftpClient> {
    const program = new SftpClient('finance', { error: () => undefined, end: () => undefined, close: () => undefined });
    const hostVerifier = (key: Buffer): boolean =>
      fingerprintOf(key) === (file.sftp as Record<string, unknown>)['hostKeySha256'];
    await program.connect({ host, port, username, privateKey: readFileSync(privateKeyPath), hostVerifier });
    return program;
  }
  const textAt = (path: string): Promise<string> => textOf(client, path);
  const answerTo = (name: string): Promise<string> =>
    eventually(async () => ((await client.exists(`out/RESULT_${name}`)) ? textAt(`out/RESULT_${name}`) : undefined));

  it('finds a key that is its own alone, and knows the server by its fingerprint', () => {
    const { privateKeyPath } = accessOf(0);
    expect(statSync(privateKeyPath).mode & 0o777).toBe(0o600);
    expect(privateKeyPath).not.toBe(accessOf(1).privateKeyPath);
  });

  it('confirms a delivery by a file: OpenSSH puts it there, the lease is Funded, the answer lies in out/', async () => {
    const { leaseId } = await leases.accepted(bestsofa, customer);
    const name = newName();
    writeFileSync(join(folder, name), fileOf(`BestSofa Dallas,${leaseId},"Ruiz, Ana",1000.00,${today}`));
    const access = accessOf(0);
    const commands = join(folder, 'commands');
    writeFileSync(
      commands,
      [`put ${join(folder, name)} in/${name}.part`, `rename in/${name}.part in/${name}`, ''].join('\n'),
    );
    const run = await runSsh('sftp', [
      '-b',
      commands,
      ...sshOptions(access, '-P'),
      `${access.username}@${access.host}`,
    ]);
    expect(run).toMatchObject({ code: 0 });

    const report = await answerTo(name);
    expect(report).toContain('accepted,FUNDED');
    expect(report).toMatch(/#TOTALS,1,1,0,0,0,1000\.00\r\n$/);
    expect((await bestsofa.get(`/v1/leases/${leaseId}`)).body).toMatchObject({ status: 'funded', deliveredOn: today });
    expect(await client.exists(`processed/${name}`)).toBe('-');

    const { body } = leases.expectStatus(await bestsofaReadOnly.get('/v1/funding-files?limit=50'), 200);
    const known = body.data.find((each: { name: string }) => each.name === name);
    expect(known).toMatchObject({ channel: 'sftp', state: 'processed', fundedCents: 100_000 });
    const overHttps = await bestsofaReadOnly.send('GET', `/v1/funding-files/${known.fileId}`, {
      headers: { accept: 'text/csv' },
    });
    expect(report).toBe(overHttps.text);
  });

  it('sends the same bytes twice in a row, and gets one answer and one payment', async () => {
    const { leaseId } = await leases.accepted(bestsofa, customer);
    const name = newName();
    const bytes = Buffer.from(fileOf(`BestSofa Dallas,${leaseId},"Ruiz, Ana",1000.00,${today}`));
    await client.put(bytes, `in/${name}`);
    await client.put(bytes, `in/${name}`);
    const first = await answerTo(name);
    await client.delete(`out/RESULT_${name}`);
    await client.put(bytes, `in/${name}`);
    expect(await answerTo(name)).toBe(first);
    const { body } = leases.expectStatus(await bestsofa.get(`/v1/fundings?leaseId=${leaseId}`), 200);
    expect(body.data).toHaveLength(1);
  });

  it('finds a file under a used name with other bytes in failed/, beside the reason in two languages', async () => {
    const name = newName();
    await client.put(Buffer.from(fileOf('BestSofa Dallas,1,"Ruiz, Ana",1.00,2026-01-01')), `in/${name}`);
    const first = await answerTo(name);
    await client.put(Buffer.from(fileOf('BestSofa Dallas,2,"Ruiz, Ana",1.00,2026-01-01')), `in/${name}`);
    await eventually(async () => (await client.exists(`failed/${name}`)) || undefined);
    expect(await textAt(`failed/${name}.reason.txt`)).toMatch(/^NAME_REUSED\r\n.+\r\n.*fila.*\r\n$/);
    expect(await textAt(`out/RESULT_${name}`)).toBe(first);
  });

  it('sees nothing of another retailer', async () => {
    const theirs = await programOf(accessOf(1));
    const name = newName();
    await theirs.put(Buffer.from(fileOf('x,1,y,1.00,2026-01-01')), `in/${name}`);
    await eventually(async () => (await theirs.exists(`failed/${name}`)) || undefined);
    expect(await client.exists(`failed/${name}`)).toBe(false);
    expect(await textOf(theirs, `failed/${name}.reason.txt`)).toMatch(/^MERCHANT_MISMATCH/);
    await expect(programOf({ ...accessOf(1), privateKeyPath: accessOf(0).privateKeyPath })).rejects.toThrow();
    await theirs.end();
  });
});

async function textOf(program: SftpClient, path: string): Promise<string> {
  const bytes = await program.get(path);
  if (!Buffer.isBuffer(bytes)) throw new Error(`${path} is no file`);
  return bytes.toString('utf8');
}

const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
