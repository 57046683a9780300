// Receives Ownward's events and prints those whose signature is right. Node only:
//   WEBHOOK_SECRET=whsec_… node examples/webhook-receiver/receiver.mjs 4000
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const TOLERANCE_SECONDS = 300;
const { WEBHOOK_SECRET: secret = '' } = process.env;
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const seen = new Set(); // in earnest: a table with a unique key, written with what the event changes

function isGenuine(headers, body) {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return false;
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.split(' ').some((signature) => {
    const [version, given = ''] = signature.split(',');
    const bytes = Buffer.from(given, 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();

  // At least once: the same id may come again, and is answered like the first time.
  const { id, type, sequence, leaseId, data } = JSON.parse(body);
  if (!seen.has(id)) process.stdout.write(`${[leaseId, sequence, type, JSON.stringify(data)].join('  ')}\n`);
  seen.add(id);
  response.writeHead(204).end();
});

if (key.length === 0) throw new Error('WEBHOOK_SECRET is not set: the secret that was shown at registration');
server.listen(Number(process.argv[2] ?? 4000), '127.0.0.1', () => {
  process.stdout.write(`receiving on port ${server.address().port}\n`);
});
