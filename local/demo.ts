import { join } from 'node:path';
import { loadLocalSettings } from '../config/local-settings';
import { DemoCaller } from './demo-caller';
import { threeChannels } from './demo-channels';
import { expiringLease, fundedLease } from './demo-leases';
import { Refusal } from './refusal';
import { readSandboxFile } from './sandbox-file';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Leases through the running system, the way a retailer's programs, its clerk and its file would do it. */
async function demo(): Promise<void> {
  const sandbox = readSandboxFile(join(loadLocalSettings().dataDir, 'sandbox.json'));
  const { apiUrl, retailers } = sandbox;
  const [retailer] = retailers;
  const [store] = retailer?.stores ?? [];
  if (!retailer || !store) throw new Refusal('sandbox.json names no retailer.');
  const caller = new DemoCaller(apiUrl, retailer.apiKey, write);
  write(`${retailer.name}, store ${store.name}, at ${apiUrl}\n`);
  await fundedLease(caller, store.storeId);
  await expiringLease(caller, store.storeId);
  await threeChannels(caller, sandbox, write);
  write('\nAll leases went as they should.');
}

demo().catch((error: unknown) => {
  write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
