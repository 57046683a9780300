import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import type { Resolve } from '../../../activities/webhooks/admission';
import { postPinned } from '../../../activities/webhooks/pinned-request';
import { webhookPost } from '../../../activities/webhooks/post';

const LIMIT_MS = 400;
const nowhere: Resolve = async () => [];
const post = webhookPost({ allowsLoopback: true, resolve: nowhere }, LIMIT_MS);

interface Heard {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A receiver that does what it is told. */
async function receiver(behave: (res: ServerResponse) => void): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      heard.push({ method: req.method, path: req.url, headers: req.headers, body: Buffer.concat(chunks).toString() });
      behave(res);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push({ close: () => (server.closeAllConnections(), server.close()) });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const tell = (url: string) => post({ url, headers: { 'webhook-id': 'evt_1' }, body: '{"id":"evt_1"}' });
const answering = (status: number, headers: Record<string, string> = {}) =>
  receiver((res) => res.writeHead(status, headers).end());

describe('a call', () => {
  it('brings exactly the bytes and headers it was given, by POST to the path and query of the URL', async () => {
    const { url, heard } = await answering(204);
    await tell(`${url}/hook?store=1`);

    expect(heard).toEqual([
      {
        ...{ method: 'POST', path: '/hook?store=1', body: '{"id":"evt_1"}' },
        headers: expect.objectContaining({ 'webhook-id': 'evt_1', host: new URL(url).host }),
      },
    ]);
  });

  it.each([200, 201, 202, 204, 299])('that is answered %i was taken', async (status) => {
    expect(await tell((await answering(status)).url)).toEqual({ status });
  });

  it.each([301, 400, 401, 404, 410, 429, 500, 503])('that is answered %i was not', async (status) => {
    expect(await tell((await answering(status)).url)).toEqual({ status, error: `it answered ${status}` });
  });

  it.each([301, 302, 303, 307, 308])('is not led on by a redirect with %i, wherever it leads', async (status) => {
    const elsewhere = await answering(200);
    const { url } = await answering(status, { location: `${elsewhere.url}/secret` });

    expect(await tell(url)).toEqual({ status, error: `it answered ${status}` });
    expect(elsewhere.heard).toEqual([]);
  });

  it('to a receiver that never answers ends at its limit', async () => {
    const { url } = await receiver(() => undefined);
    expect(await tell(url)).toEqual({ status: null, error: `no answer within ${LIMIT_MS} ms` });
  });

  it('to a name whose servers never answer ends at the same limit', async () => {
    const silent = webhookPost({ allowsLoopback: false, resolve: () => new Promise(() => undefined) }, LIMIT_MS);
    const answer = await silent({ url: 'https://shop.example/', headers: {}, body: '' });
    expect(answer).toEqual({ status: null, error: `no answer within ${LIMIT_MS} ms` });
  });

  it('to a receiver that says yes and then trickles on for ever was taken', async () => {
    const { url } = await receiver((res) => {
      res.writeHead(200).write('.');
    });
    expect(await tell(url)).toEqual({ status: 200 });
  });

  it('does not read an answer without end', async () => {
    let sentBytes = 0;
    const { url } = await receiver((res) => {
      const more = (): void => {
        if (res.destroyed) return;
        sentBytes += 65_536;
        res.write(Buffer.alloc(65_536), more);
      };
      res.writeHead(200);
      more();
    });

    const patient = webhookPost({ allowsLoopback: true, resolve: nowhere }, 5_000);
    expect(await patient({ url, headers: {}, body: '' })).toEqual({ status: 200 });
    expect(sentBytes).toBeLessThan(50_000_000);
  });

  it('to a receiver with endless headers, nonsense or a cut line fails without a word of what was said', async () => {
    const sayings = [`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`, 'SECRET nonsense\r\n\r\n', ''];
    for (const saying of sayings) {
      const server = createTcpServer((socket) => socket.on('error', () => undefined).end(saying)).listen(
        0,
        '127.0.0.1',
      );
      await once(server, 'listening');
      servers.push(server);
      const answer = await tell(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(answer).toEqual({ status: null, error: expect.stringMatching(/^the connection failed \(\w+\)$/) });
    }
  });

  it('connects to the address that was judged, and to no other, whatever the name means', async () => {
    const { url, heard } = await answering(204);
    const named = new URL(url);
    named.hostname = 'shop.invalid';
    const content = { headers: {}, body: '', signal: AbortSignal.timeout(5_000) };

    expect(await postPinned({ ...content, url: named, address: '127.0.0.1' })).toBe(204);
    expect(heard[0]?.headers.host).toBe(named.host);
    await expect(postPinned({ ...content, url: named, address: '127.0.0.9' })).rejects.toThrow('ECONNREFUSED');
  });

  it('to a closed port, an unknown name or a forbidden place fails in words for the retailer, without a connection', async () => {
    const live = webhookPost({ allowsLoopback: false, resolve: async () => ['10.0.0.1'] }, LIMIT_MS);
    const call = { headers: {}, body: '' };
    const { url, heard } = await answering(200);

    expect(await tell('http://127.0.0.1:1/')).toMatchObject({ error: 'the connection failed (ECONNREFUSED)' });
    expect(await tell('https://shop.example/')).toMatchObject({ error: 'the name of the host cannot be resolved' });
    expect(await live({ ...call, url })).toMatchObject({ error: 'the URL must be https' });
    expect(await live({ ...call, url: 'https://shop.example/' })).toMatchObject({
      error: 'the URL must lead to a public address',
    });
    expect(heard).toEqual([]);
  });
});
