import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { loadLocalSettings } from '../config/local-settings';
import { DemoCaller } from './demo-caller';
import { leaseToSign } from './demo-leases';
import { readJsonFile } from './json-file';
import { Refusal } from './refusal';
import { readSandboxFile } from './sandbox-file';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Wide enough for the Web UI's tables, tall enough for a lease's whole history. */
const WINDOW = { width: 1440, height: 1000 };

/** The page streams for ever, so that "loaded" never comes: a picture is taken when its text is there, and drawn. */
const DRAWING_MS = 1_500;
const TEXT_LIMIT_MS = 20_000;
const BETWEEN_LOOKS_MS = 200;

const places = z.looseObject({ temporalUiUrl: z.string(), temporalNamespace: z.string() });
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run screenshot`: pictures of the real Temporal Web UI showing one lease of the running sandbox that waits for its
 * customer's signature. `-- --out FOLDER` and `-- --browser PATH` say where to and with what.
 */
async function screenshots(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, browser: { type: 'string' } } });
  const { dataDir } = loadLocalSettings();
  const file = join(dataDir, 'sandbox.json');
  const folder = resolve(values.out ?? join(dataDir, 'screenshots'));
  const { apiUrl, retailers } = readSandboxFile(file);
  const { temporalUiUrl, temporalNamespace } = places.parse(readJsonFile(file));
  const [retailer] = retailers;
  const [store] = retailer?.stores ?? [];
  if (!retailer || !store) throw new Refusal('sandbox.json names no retailer.');

  const { leaseId } = await leaseToSign(new DemoCaller(apiUrl, retailer.apiKey, write), store.storeId);
  const leases = `${temporalUiUrl}/namespaces/${temporalNamespace}/workflows`;
  const lease = `${leases}/${encodeURIComponent(`lease:${leaseId}`)}`;
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath(values.browser), args: ['--no-sandbox'] });
  try {
    await picture(browser, { url: lease, text: 'Contracts until', to: join(folder, 'lease-history.png') });
    await picture(browser, { url: lease, tab: 'Metadata', text: 'waits for', to: join(folder, 'lease-waits-for.png') });
    const query = encodeURIComponent('LeaseStatus="contracts"');
    await picture(browser, {
      url: `${leases}?query=${query}`,
      text: leaseId,
      to: join(folder, 'leases-by-status.png'),
    });
  } finally {
    await browser.close();
  }
}

function browserPath(given: string | undefined): string {
  const path = [given, ...BROWSERS].find((candidate) => candidate !== undefined && existsSync(candidate));
  if (path === undefined)
    throw new Refusal('No Chromium here: install Debian’s package chromium, or give -- --browser PATH.');
  return path;
}

interface Picture {
  url: string;
  /** opened by its name where given */
  tab?: string;
  /** what must be readable */
  text: string;
  to: string;
}

async function picture(browser: Browser, { url, tab, text, to }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: WINDOW });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).first().click({ timeout: TEXT_LIMIT_MS });
  await readable(page, text);
  await pause(DRAWING_MS);
  await page.screenshot({ path: to });
  await page.close();
  write(`wrote ${to}`);
}

/**
 * The Web UI shows summaries and current details in frames of their own, which come when they like.
 * @throws when the text does not show: a picture without it would be worth nothing
 */
async function readable(page: Page, text: string): Promise<void> {
  const until = Date.now() + TEXT_LIMIT_MS;
  while (Date.now() < until) {
    const shown = await Promise.all(page.frames().map((frame) => frame.getByText(text).first().isVisible()));
    if (shown.includes(true)) return;
    await pause(BETWEEN_LOOKS_MS);
  }
  throw new Refusal(`The Web UI does not show "${text}" at ${page.url()}.`);
}

screenshots().catch((error: unknown) => {
  write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
