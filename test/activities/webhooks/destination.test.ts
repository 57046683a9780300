import { admit, type Resolve } from '../../../activities/webhooks/admission';
import { destinationOf } from '../../../activities/webhooks/destination';
import { isPublicAddress } from '../../../activities/webhooks/public-address';

const LIVE = { allowsLoopback: false };
const SANDBOX = { allowsLoopback: true };
const isRefused = (url: string, mode = LIVE): boolean => typeof destinationOf(url, mode) === 'string';

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1'],
    ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:7f00:1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2001:20::1', '2002:7f00:1::', '3fff::1', '5f00::1'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fec0::1', 'ff02::1', '4000::1', 'e000::1'],
    ...['', 'localhost', '127.1', 'example.com', '1.2.3.4.5', '::1%lo'],
  ])('that is not of the public internet is not taken for it: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'of the public internet is taken: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('a URL', () => {
  // However an address is written, the parser that connects reads it as the parser that judges does.
  it.each([
    ...['https://127.0.0.1/', 'https://127.1/', 'https://0x7f.0.0.1/', 'https://0x7f000001/', 'https://0177.0.0.1/'],
    ...['https://2130706433/', 'https://017700000001/', 'https://127.0.0.1./', 'https://１２７.0.0.1/', 'https://0/'],
    ...['https://[::1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/'],
    ...['https://[64:ff9b::127.0.0.1]/', 'https://[fe80::1%25eth0]/', 'https://[fd00::1]/', 'https://10.0.0.1/'],
    ...['https://169.254.169.254/latest/meta-data/', 'https://100.100.100.200/', 'https://192.168.0.1:8443/'],
    ...['https://localhost/', 'https://LOCALHOST/', 'https://localhost./', 'https://api.localhost/', 'https://db/'],
    ...['https://metadata.google.internal/', 'https://printer.local/', 'https://nas.lan/', 'https://x.home.arpa/'],
  ])('that leads into somebody’s own network is refused, in the sandbox too: %s', (url) => {
    expect([isRefused(url, LIVE), isRefused(url, SANDBOX)]).toEqual([true, true]);
  });

  it.each([
    ...['', 'hook', '//shop.example/', 'ftp://shop.example/', 'file:///etc/passwd', 'javascript:alert(1)'],
    ...['https://', 'https:///x', 'https:shop.example', 'https://shop .example/', 'https://shop.example:99999/'],
    ...['https://user@shop.example/', 'https://user:pass@shop.example/', 'https://:pass@shop.example/'],
    ...['https://shop.example:25/', 'https://shop.example:80/', 'https://shop.example:1023/'],
    ...['http://shop.example/', 'http://8.8.8.8/', `https://shop.example/${'x'.repeat(2_048)}`],
  ])('that is malformed, not https, holds credentials or a port of another service is refused: %s', (url) => {
    expect([isRefused(url, LIVE), isRefused(url, SANDBOX)]).toEqual([true, true]);
  });

  it.each([
    ...['https://shop.example', 'https://shop.example/hook?store=1', 'HTTPS://Shop.Example/hook'],
    ...['https://shop.example:443/', 'https://shop.example:1024/', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'],
  ])('of the public internet is taken, live and in the sandbox: %s', (url) => {
    expect([isRefused(url, LIVE), isRefused(url, SANDBOX)]).toEqual([false, false]);
  });

  it.each(['http://127.0.0.1:4000/hook', 'http://127.0.0.1/', 'http://127.0.0.1:80'])(
    'of a program on the same machine is for the sandbox only: %s',
    (url) => {
      expect([isRefused(url, LIVE), isRefused(url, SANDBOX)]).toEqual([true, false]);
    },
  );

  it.each(['http://localhost:4000/', 'http://127.0.0.2:4000/', 'http://[::1]:4000/', 'http://0.0.0.0:4000/'])(
    'of the same machine by any other name is for nobody: %s',
    (url) => {
      expect(isRefused(url, SANDBOX)).toBe(true);
    },
  );
});

describe('a name', () => {
  const by = (resolve: Resolve) => ({ allowsLoopback: false, resolve });
  const URL_TEXT = 'https://shop.example/hook';

  it.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['::1']],
    [['8.8.8.8', '10.0.0.1']],
    [['10.0.0.1', '8.8.8.8']],
    [['8.8.8.8', '::ffff:10.0.0.1']],
  ])('any of whose addresses is not public may not be called: %j', async (addresses) => {
    expect(
      await admit(
        URL_TEXT,
        by(async () => addresses),
      ),
    ).toBe('must lead to a public address');
  });

  // A name server that says one thing to who judges and another to who connects.
  it('is resolved once, and the address that was judged is the one to connect to', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const asked: string[] = [];
    const admitted = await admit(
      URL_TEXT,
      by(async (name) => (asked.push(name), answers.shift() ?? [])),
    );

    expect(admitted).toMatchObject({ address: '8.8.8.8' });
    expect(asked).toEqual(['shop.example']);
  });

  it('that leads nowhere yet may be registered, and names no address to connect to', async () => {
    expect(
      await admit(
        URL_TEXT,
        by(async () => []),
      ),
    ).toMatchObject({ address: null });
  });

  it('is not asked for where an address stands', async () => {
    const resolve = async () => Promise.reject(new Error('asked'));
    expect(await admit('https://8.8.8.8/', by(resolve))).toMatchObject({ address: '8.8.8.8' });
  });
});
