import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A retailer's page with ours inside it, and a list of all that ours said to it. */
export interface EmbeddingShop {
  /** @param host by which the browser asks for it: another name is another origin */
  url(host: '127.0.0.1' | 'localhost'): string;
  close(): Promise<void>;
}

/** @param sandbox the frame's attribute of that name; absent: none */
export async function openShop(signingUrl: string, sandbox?: string): Promise<EmbeddingShop> {
  const attribute = sandbox === undefined ? '' : ` sandbox="${sandbox}"`;
  const page = `<!doctype html><title>Shop</title>
    <iframe src="${signingUrl}" title="Lease agreement" width="340" height="600"${attribute}></iframe>
    <script>
      window.heard = [];
      addEventListener('message', ({ origin, data }) => window.heard.push([origin, data]));
    </script>`;
  const server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html');
    res.end(page);
  });
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (host) => `http://${host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
