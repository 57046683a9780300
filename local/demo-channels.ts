import { readFileSync } from 'node:fs';
import SftpClient from 'ssh2-sftp-client';
import type { DemoCaller } from './demo-caller';
import { DemoClerk } from './demo-clerk';
import { localToday, signedLease } from './demo-leases';
import { DemoReceiver } from './demo-receiver';
import { Refusal } from './refusal';
import type { SandboxFile } from './sandbox-file';

type Write = (line: string) => void;
const POLL_MS = 250;
const RESULT_LIMIT_MS = 60_000;

/** Three leases, delivered by API, store portal and file; what happens is told to a receiver as it happens. */
export async function threeChannels(caller: DemoCaller, sandbox: SandboxFile, write: Write): Promise<void> {
  write('\n— Three leases delivered by three channels, and the webhooks about them —');
  const receiver = await DemoReceiver.listen(write);
  try {
    const endpoint = await caller.call('POST', '/v1/webhook-endpoints', { url: receiver.url, eventTypes: ['*'] });
    receiver.secret = String(endpoint['secret']);
    const leases = [await signedLease(caller), await signedLease(caller), await signedLease(caller)] as const;
    await byApi(caller, leases[0]);
    await byPortal(sandbox, leases[1], write);
    await byFile(sandbox, leases[2], write);
    for (const leaseId of leases) await receiver.until('lease.funded', leaseId);
    await receiver.until('file.processed');
    await caller.call('DELETE', `/v1/webhook-endpoints/${String(endpoint['endpointId'])}`);
  } finally {
    receiver.close();
  }
}

async function byApi(caller: DemoCaller, leaseId: string): Promise<void> {
  const lease = `/v1/leases/${leaseId}`;
  const { updatedAt } = await caller.call('GET', lease);
  const deliveredOn = localToday(String(updatedAt));
  caller.show(await caller.call('POST', `${lease}/delivery-confirmation`, { deliveredOn }), 'statusLabel');
}

async function byPortal({ apiUrl, retailers }: SandboxFile, leaseId: string, write: Write): Promise<void> {
  const user = retailers[0]?.portal?.users.find(({ role }) => role === 'clerk');
  if (!user) throw new Refusal('sandbox.json names no clerk.');
  const clerk = new DemoClerk(apiUrl);
  await clerk.signIn(user);
  const path = `/portal/leases/${leaseId}/delivery`;
  const status = await clerk.submit(path, { deliveredOn: localToday(new Date().toISOString()) });
  write(`\nPOST ${path} by the clerk ${user.username}  →  ${status}`);
  if (status !== 303) throw new Error('the portal did not take the delivery');
}

async function byFile({ sftp, retailers }: SandboxFile, leaseId: string, write: Write): Promise<void> {
  const [retailer] = retailers;
  if (!sftp || !retailer?.sftp) throw new Refusal('sandbox.json names no SFTP server.');
  const [today, now] = [localToday(new Date().toISOString()), Date.now()];
  const name = `FUND_${retailer.merchantId}_${today.replaceAll('-', '')}_${now}.csv`;
  const rows = [
    'store name,lease ID,customer name,invoice amount,confirmed delivery date',
    `${retailer.stores[0]?.name ?? ''},${leaseId},"Ruiz, Ana",1000.00,${today}`,
  ];
  const client = new SftpClient();
  const privateKey = readFileSync(retailer.sftp.privateKeyPath);
  await client.connect({ host: sftp.host, port: sftp.port, username: retailer.sftp.username, privateKey });
  try {
    await client.put(Buffer.from(`${rows.join('\r\n')}\r\n`), `in/${name}`);
    write(`\nsftp put in/${name}`);
    for (const line of (await resultOf(client, `out/RESULT_${name}`)).trim().split('\r\n')) write(`  ${line}`);
  } finally {
    await client.end();
  }
}

async function resultOf(client: SftpClient, path: string): Promise<string> {
  const deadline = Date.now() + RESULT_LIMIT_MS;
  while (!(await client.exists(path))) {
    if (Date.now() > deadline) throw new Error(`${path} did not come within a minute`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const bytes = await client.get(path);
  if (!Buffer.isBuffer(bytes)) throw new Error(`${path} is no file`);
  return bytes.toString('utf8');
}
