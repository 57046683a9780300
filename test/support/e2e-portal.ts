import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type PortalUser, readSandboxFile } from '../../local/sandbox-file';
import { DATA_DIR_VARIABLE } from './e2e-system';

/** The store portal, with those of one retailer who can sign in to it. */
export interface Portal {
  url: string;
  manager: PortalUser;
  /** the clerk of one store */
  clerkOf(storeId: string): PortalUser;
}

/** As `sandbox.json` of the shared system names them. */
export function sharedPortal(retailer: 'bestsofa' | 'acme' = 'bestsofa'): Portal {
  const { apiUrl, retailers } = readSandboxFile(join(process.env[DATA_DIR_VARIABLE] ?? '', 'sandbox.json'));
  const users = retailers.find(({ merchantId }) => merchantId === `mer_${retailer}`)?.portal?.users ?? [];
  const find = (is: (user: PortalUser) => boolean): PortalUser => {
    const user = users.find(is);
    if (!user) throw new Error('sandbox.json names no such person');
    return user;
  };
  return {
    url: `${apiUrl}/portal`,
    manager: find(({ role }) => role === 'manager'),
    clerkOf: (storeId) => find(({ role, storeIds }) => role === 'clerk' && storeIds.includes(storeId)),
  };
}

/** Fills in the page one is sent to, and waits for the one behind it. */
export async function signIn(page: Page, url: string, user: Pick<PortalUser, 'username' | 'password'>): Promise<void> {
  await page.goto(url);
  await page.fill('[name=username]', user.username);
  await page.fill('[name=password]', user.password);
  await page.click('form button.main');
  await page.locator('nav.places').waitFor();
}
