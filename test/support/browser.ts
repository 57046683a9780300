import { existsSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A phone in somebody's hand, or the corner of a slow PC's screen. */
export const SMALL_SCREEN = { width: 360, height: 640 };

/** What axe finds that keeps somebody out; lesser findings are for people to judge. */
const GRAVE = ['serious', 'critical'];

/**
 * A real browser, one for each test file.
 * @throws Error that says how to get one: a test of pages that runs without a browser proves nothing
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error('No Chromium here: apt-get update && apt-get install -y chromium');
  }
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

export interface Visitor {
  language?: 'en' | 'es';
  hasScripts?: boolean;
}

/** Somebody with a browser of their own: no cookie of anybody else. */
export async function newVisitor(
  browser: Browser,
  { language = 'en', hasScripts = true }: Visitor = {},
): Promise<BrowserContext> {
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const context = await browser.newContext({ viewport: SMALL_SCREEN, locale, javaScriptEnabled: hasScripts });
  context.setDefaultTimeout(30_000);
  return context;
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: { target: unknown }[];
}

/**
 * What keeps people out of this page, one line a finding; empty when nothing does. Evaluated, not injected as a script:
 * the policy of our pages lets no foreign script in. Only for a visitor with scripts: axe is one.
 */
export async function barriersOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const expression = `${AXE};axe.run(document,{resultTypes:['violations']}).then(({violations})=>JSON.stringify(violations))`;
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  const findings: Finding[] = JSON.parse(String(result.value));
  return findings
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`);
}

/** Whether the page is wider than its screen: somebody would have to push it to and fro to read a line. */
export async function isTooWide(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const expression = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  await session.detach();
  return result.value === true;
}
