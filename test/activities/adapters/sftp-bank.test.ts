import { sftpBank } from '../../../activities/adapters/sftp-bank';
import { BankRefusedFile, BankUnreachable } from '../../../activities/ports';
import { on } from '../../support/lease-fixture';
import { SftpBankServer } from '../../support/sftp-bank-server';

const NAME = 'OWNWARD_FRUN-2026-11-24.ach';
const PATH = `/to-bank/${NAME}`;
const FILE = { name: NAME, text: 'x'.repeat(200_000) };
const LIMITS = { connectMs: 5_000, wholeMs: 10_000 };
const TODAY = on('2026-11-24');

describe('the bank over SFTP', () => {
  let server: SftpBankServer;
  beforeEach(async () => {
    server = await SftpBankServer.open();
  });
  afterEach(() => server.close());

  const aBank = (more: object = {}, limits = LIMITS) => sftpBank({ ...server.settings(), ...more }, limits);

  it('hands a file over whole, and leaves no other name behind', async () => {
    await aBank().deliver(FILE);
    expect([...server.files.keys()]).toEqual([PATH]);
    expect(server.text(PATH)).toBe(FILE.text);
  });

  it('writes nothing when the file stands there with its size', async () => {
    server.put(PATH, 'y'.repeat(FILE.text.length));
    await aBank().deliver(FILE);
    expect(server.text(PATH)).toBe('y'.repeat(FILE.text.length));
  });

  it('refuses to write over another file of that name', async () => {
    server.put(PATH, 'another');
    await expect(aBank().deliver(FILE)).rejects.toBeInstanceOf(BankRefusedFile);
    expect(server.text(PATH)).toBe('another');
  });

  it.each([
    ['OPEN', 'before'],
    ['OPEN', 'after'],
    ['WRITE', 'before'],
    ['WRITE', 'after'],
    ['STAT', 'before'],
    ['RENAME', 'before'],
    ['RENAME', 'after'],
  ] as const)(
    'cut off at %s, %s it is done, shows the bank a whole file or none, and finishes when asked again',
    async (at, when) => {
      server.cut = { at, when };
      await expect(aBank().deliver(FILE)).rejects.toBeInstanceOf(BankUnreachable);
      expect([undefined, FILE.text]).toContain(server.text(PATH));
      await aBank().deliver(FILE);
      expect(server.text(PATH)).toBe(FILE.text);
      expect([...server.files.keys()]).toEqual([PATH]);
    },
  );

  it('gives one file of two workers that hand it over at once', async () => {
    await Promise.allSettled([aBank().deliver(FILE), aBank().deliver(FILE)]);
    await aBank().deliver(FILE);
    expect(server.text(PATH)).toBe(FILE.text);
  });

  it('fetches every complete file of the bank, oldest first, byte for byte', async () => {
    server.put('/from-bank/newer.ach', 'newer', 1_700_000_200);
    server.put('/from-bank/older.ach', 'older \xe9', 1_700_000_100);
    server.put('/from-bank/half.ach.part', 'half', 1_700_000_000);
    server.put('/from-bank/.hidden', 'hidden', 1_700_000_000);
    expect(await aBank().collect(TODAY)).toEqual([
      { name: 'older.ach', text: 'older \xe9' },
      { name: 'newer.ach', text: 'newer' },
    ]);
  });

  it('says so when it is cut off while it reads', async () => {
    server.put('/from-bank/a.ach', 'a');
    server.cut = { at: 'READDIR', when: 'before' };
    await expect(aBank().collect(TODAY)).rejects.toBeInstanceOf(BankUnreachable);
    expect(await aBank().collect(TODAY)).toHaveLength(1);
  });

  it('speaks to nobody whose host key is not the pinned one', async () => {
    const stranger = aBank({ hostKeySha256: `SHA256:${'A'.repeat(43)}` });
    await expect(stranger.deliver(FILE)).rejects.toThrow(/^bank: handing over failed: HOST_KEY_MISMATCH$/);
    expect(server.files.size).toBe(0);
  });

  it('gives a silent line up, and names no path, user or key when it fails', async () => {
    server.isSilent = true;
    await expect(aBank({}, { connectMs: 200, wholeMs: 400 }).deliver(FILE)).rejects.toThrow(
      /^bank: handing over failed: (?:ETIMEDOUT|ECONNRESET|no connection|ERR_GENERIC_CLIENT)$/,
    );
    const gone = aBank();
    await server.close();
    await expect(gone.collect(TODAY)).rejects.toThrow(/^bank: collecting failed: ECONNREFUSED$/);
    server = await SftpBankServer.open();
  });

  it('is let in by its key only', async () => {
    const other = await SftpBankServer.open();
    try {
      await expect(aBank({ privateKey: other.clientKey.private }).deliver(FILE)).rejects.toThrow(
        /^bank: handing over failed: [A-Za-z_ ]+$/,
      );
    } finally {
      await other.close();
    }
  });
});
