import ssh2, { type ConnectConfig } from 'ssh2';
import { ensurePrivateKey, publicKeyOf, readKey } from '../../sftp/key-pair';
import { closing, connected, SftpStage } from '../support/sftp-stage';

jest.setTimeout(60_000);

describe('who comes in', () => {
  let stage: SftpStage;
  beforeAll(async () => {
    stage = await SftpStage.open({ authenticationTriesMaxCount: 3, handshakeMs: 5_000 });
  });
  afterAll(() => stage.close());

  const letIn = async (changes: ConnectConfig): Promise<boolean> => {
    try {
      (await connected({ ...stage.account(), ...changes })).end();
      return true;
    } catch {
      return false;
    }
  };
  const rsa = (): { private: string; public: string } => ssh2.utils.generateKeyPairSync('rsa', { bits: 2_048 });

  it('is the partner with its key, and nobody with another one', async () => {
    expect(await letIn({})).toBe(true);
    expect(await letIn({ privateKey: ensurePrivateKey(stage.path('stranger')) })).toBe(false);
  });

  it('is nobody under another name, also with a key that is good for the partner', async () => {
    expect(await letIn({ username: 'acme' })).toBe(false);
    expect(await letIn({ username: '' })).toBe(false);
  });

  it('is nobody with a password, or with nothing', async () => {
    const { host, port, username } = stage.account();
    await expect(connected({ host, port, username, password: 'secret', tryKeyboard: true })).rejects.toThrow();
    await expect(connected({ host, port, username })).rejects.toThrow();
  });

  it('is nobody who only knows the public key, which is no secret', async () => {
    const { privateKey, username, host, port } = stage.account();
    const [theirs, own] = [privateKey, ensurePrivateKey(stage.path('thief'))].map(readKey);
    if (!theirs || !own) throw new Error('these are keys');
    const shown = theirs.getPublicSSH();
    const key = Object.assign(own, { getPublicSSH: () => shown });
    const authHandler = [{ type: 'publickey', username, key }] as const;
    await expect(connected({ host, port, username, authHandler: [...authHandler] })).rejects.toThrow();
  });

  it('may have two keys while one is changed for the other, and loses the old one with it', async () => {
    const old = stage.partner;
    const fresh = ensurePrivateKey(stage.path('fresh'));
    stage.partner = { ...old, publicKeys: [...old.publicKeys, publicKeyOf(fresh)] };
    expect([await letIn({}), await letIn({ privateKey: fresh })]).toEqual([true, true]);
    stage.partner = { ...old, publicKeys: [publicKeyOf(fresh)] };
    expect([await letIn({}), await letIn({ privateKey: fresh })]).toEqual([false, true]);
    stage.partner = old;
  });

  it('is not kept out by a key beside its own that somebody mistyped', async () => {
    const old = stage.partner;
    stage.partner = { ...old, publicKeys: ['ssh-ed25519 AAAA', '', ...old.publicKeys] };
    expect(await letIn({})).toBe(true);
    stage.partner = old;
  });

  it('may sign with RSA over SHA-2', async () => {
    const old = stage.partner;
    const pair = rsa();
    stage.partner = { ...old, publicKeys: [pair.public] };
    expect(await letIn({ privateKey: pair.private })).toBe(true);
    stage.partner = old;
  });

  it.each<[string, NonNullable<ConnectConfig['algorithms']>]>([
    ['a MAC over SHA-1', { hmac: ['hmac-sha1'], cipher: ['aes128-ctr'] }],
    ['CBC', { cipher: ['aes128-cbc'] }],
    ['a small group', { kex: ['diffie-hellman-group1-sha1'] }],
    ['a key exchange over SHA-1', { kex: ['diffie-hellman-group14-sha1'] }],
    ['packed packets only', { compress: ['zlib'] }],
    ['an RSA host key over SHA-1', { serverHostKey: ['ssh-rsa'] }],
  ])('does not speak with %s', async (_what, algorithms) => {
    expect(await letIn({ algorithms })).toBe(false);
  });

  it('is disconnected once the account is gone or has another key', async () => {
    const client = await connected(stage.account());
    const closed = closing(client);
    stage.server.connections.keepOnly([stage.partner]);
    stage.server.connections.keepOnly([{ ...stage.partner, publicKeys: [] }]);
    await closed;
  });
});
