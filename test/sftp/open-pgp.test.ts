import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as openpgp from 'openpgp';
import type { Envelopes } from '../../sftp/envelopes';
import { envelopesOf } from '../../sftp/open-pgp';
import { fileOf } from '../support/funding-file-world';
import { SftpIntakeWorld } from '../support/sftp-intake-world';

jest.setTimeout(120_000);

interface Pair {
  privateKey: string;
  publicKey: string;
}

const pair = async (name: string): Promise<Pair> =>
  await openpgp.generateKey({ userIDs: [{ name }], format: 'armored' });

describe('a partner that encrypts', () => {
  let world: SftpIntakeWorld;
  let ours: Pair;
  let theirs: Pair;
  let stranger: Pair;
  beforeAll(async () => {
    world = await SftpIntakeWorld.open();
    [ours, theirs, stranger] = [await pair('ours'), await pair('theirs'), await pair('stranger')];
    const keyFile = join(world.path('in'), '..', 'our-key');
    writeFileSync(keyFile, ours.privateKey, { mode: 0o600 });
    world.envelopes = await envelopesOf({ pgpIdentityFile: keyFile, pgpPassphrase: undefined });
    world.partner = { ...world.partner, pgpPublicKey: theirs.publicKey };
  }, 60_000);
  afterAll(() => world.close());

  let lease = 9_100_000_000;
  const content = (): string => fileOf(world.files.row({ leaseId: String((lease += 1)) }));

  async function sealed(text: string, { to = ours, by = theirs }: { to?: Pair; by?: Pair | undefined } = {}) {
    return await openpgp.encrypt({
      message: await openpgp.createMessage({ text }),
      encryptionKeys: await openpgp.readKey({ armoredKey: to.publicKey }),
      signingKeys: await openpgp.readPrivateKey({ armoredKey: by.privateKey }),
      config: { preferredCompressionAlgorithm: openpgp.enums.compression.zlib },
    });
  }
  async function unsigned(text: string): Promise<string> {
    const encryptionKeys = await openpgp.readKey({ armoredKey: ours.publicKey });
    return await openpgp.encrypt({ message: await openpgp.createMessage({ text }), encryptionKeys });
  }
  async function opened(bytes: Buffer): Promise<{ text: string; isOurs: boolean }> {
    const { data, signatures } = await openpgp.decrypt({
      message: await openpgp.readMessage({ binaryMessage: new Uint8Array(bytes) }),
      decryptionKeys: await openpgp.readPrivateKey({ armoredKey: theirs.privateKey }),
      verificationKeys: await openpgp.readKey({ armoredKey: ours.publicKey }),
      format: 'binary',
    });
    return { text: Buffer.from(data as Uint8Array).toString('utf8'), isOurs: (await signatures[0]?.verified) === true };
  }
  const binary = async (armored: string): Promise<Buffer> =>
    Buffer.from((await openpgp.unarmor(armored)).data as Uint8Array);

  it('is answered in an envelope that only it can open, signed by us', async () => {
    const name = world.files.newName();
    world.put(`${name}.pgp`, await binary(await sealed(content())));
    await world.round();
    await world.process(name);
    await world.round();
    expect(world.trace(name)).toMatchObject({ processed: [`${name}.pgp`], failed: [], out: [`RESULT_${name}.pgp`] });
    const { fileId } = await world.row(name);
    const { text, isOurs } = await opened(await world.bytes('out', `RESULT_${name}.pgp`));
    expect({ text, isOurs }).toEqual({ text: await world.files.reportText(fileId), isOurs: true });
  });

  it('may send armored text', async () => {
    const name = world.files.newName();
    world.put(`${name}.asc`, await sealed(content()));
    await world.round();
    expect(await world.row(name)).toMatchObject({ state: 'received' });
  });

  it.each<[string, string, () => Promise<string | Buffer>]>([
    ['encrypted to somebody else', 'PGP_UNREADABLE', () => sealed(content(), { to: stranger })],
    ['signed by somebody else', 'PGP_NOT_SIGNED', () => sealed(content(), { by: stranger })],
    ['not signed at all', 'PGP_NOT_SIGNED', () => unsigned(content())],
    ['no message', 'PGP_UNREADABLE', async () => content()],
    ['empty', 'PGP_UNREADABLE', async () => ''],
    ['cut off', 'PGP_UNREADABLE', async () => (await binary(await sealed(content()))).subarray(0, -20)],
    ['flipped in one bit', 'PGP_UNREADABLE', async () => flipped(await binary(await sealed(content())))],
    ['far larger than it looks', 'PGP_TOO_LARGE', () => sealed('x'.repeat(50_000_002))],
  ])('is refused a file that is %s', async (_what, code, make) => {
    const name = world.files.newName();
    world.put(`${name}.pgp`, await make());
    await world.round();
    expect(world.text('failed', `${name}.pgp.reason.txt`)).toMatch(new RegExp(`^${code}\r\n.+\r\n.+\r\n$`));
    expect(world.trace(name)).toMatchObject({ in: [], '.taking': [], '.arriving': [], processed: [] });
  });

  it('is told so where we have no key', async () => {
    const withKey: Envelopes = world.envelopes;
    world.envelopes = await envelopesOf({ pgpIdentityFile: undefined, pgpPassphrase: undefined });
    const name = world.files.newName();
    world.put(`${name}.pgp`, await sealed(content()));
    await world.round();
    world.envelopes = withKey;
    expect(world.text('failed', `${name}.pgp.reason.txt`)).toMatch(/^PGP_NOT_CONFIGURED/);
  });
});

function flipped(bytes: Buffer): Buffer {
  const at = bytes.length - 40;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}
