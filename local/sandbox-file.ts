import { z } from 'zod';

import { replacePrivateFile } from '../config/private-file';
import { readJsonFile } from './json-file';
import { Refusal } from './refusal';
import type { SandboxSftp } from './sftp-keys';

const store = z.looseObject({ storeId: z.string(), name: z.string(), state: z.string(), timeZone: z.string() });
const portalUser = z.looseObject({
  username: z.string(),
  password: z.string(),
  role: z.enum(['manager', 'clerk']),
  storeIds: z.array(z.string()),
});
const retailer = z.looseObject({
  merchantId: z.string(),
  name: z.string(),
  apiKey: z.string(),
  readOnlyApiKey: z.string(),
  stores: z.array(store),
  sftp: z.looseObject({ username: z.string(), privateKeyPath: z.string() }).optional(),
  // Not in the file of a release that had no portal.
  portal: z.looseObject({ users: z.array(portalUser) }).optional(),
});

/** Loose, so that a part written by a newer version is carried over, not dropped. */
const seedSchema = z.looseObject({
  retailers: z.array(retailer),
  support: z.looseObject({ apiKey: z.string() }),
  operations: z.looseObject({ apiKey: z.string(), secondApiKey: z.string() }),
  care: z.looseObject({ apiKey: z.string(), supervisorApiKey: z.string() }),
});

/** Somebody who can sign in to the store portal. */
export interface PortalUser {
  readonly username: string;
  readonly password: string;
  readonly role: 'manager' | 'clerk';
  readonly storeIds: readonly string[];
}

export interface SandboxRetailer {
  readonly merchantId: string;
  readonly name: string;
  readonly apiKey: string;
  readonly readOnlyApiKey: string;
  readonly stores: readonly {
    readonly storeId: string;
    readonly name: string;
    readonly state: string;
    readonly timeZone: string;
  }[];
  readonly portal?: { readonly users: readonly PortalUser[] } | undefined;
  readonly sftp?: { readonly username: string; readonly privateKeyPath: string } | undefined;
}

/** Who can call the sandbox, and with which keys. The database keeps only their hashes: this file alone holds them. */
export interface SandboxSeed {
  readonly retailers: SandboxRetailer[];
  readonly support: { readonly apiKey: string };
  readonly operations: { readonly apiKey: string; readonly secondApiKey: string };
  readonly care: { readonly apiKey: string; readonly supervisorApiKey: string };
}

export interface SandboxPlaces {
  readonly apiUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Unknown for a Temporal service that is not ours. */
  readonly temporalUiUrl: string | undefined;
  readonly databaseUrl: string;
  readonly sftp: { readonly host: string; readonly port: number };
}

/**
 * The keys of the first start; undefined before it.
 * @throws Refusal when the file is there but is not what a start has written
 */
export const readSandboxSeed = (path: string): SandboxSeed | undefined => {
  const damaged = new Refusal(
    `${path} is damaged, and the API keys it held are kept nowhere else in clear: ` +
      'restore it from a copy, or move the data folder away to start with an empty one.',
  );
  try {
    const content = readJsonFile(path);
    return content === undefined ? undefined : seedSchema.parse(content);
  } catch {
    throw damaged;
  }
};

/** Where everything is now, over the keys of the first start. */
export const writeSandboxFile = (path: string, places: SandboxPlaces, seed: SandboxSeed, keys: SandboxSftp): void => {
  const retailers = seed.retailers.map((retailer) => ({
    ...retailer,
    portal: { ...retailer.portal, url: `${places.apiUrl}/portal` },
    sftp: keys.accessOf.get(retailer.merchantId),
  }));
  const sftp = { ...places.sftp, hostKeySha256: keys.hostKeySha256 };
  replacePrivateFile(path, `${JSON.stringify({ ...seed, retailers, ...places, sftp }, null, 2)}\n`);
};

const placesSchema = z.looseObject({
  apiUrl: z.string(),
  databaseUrl: z.string(),
  sftp: z.looseObject({ host: z.string(), port: z.int() }).optional(),
});

export type SandboxFile = SandboxSeed & z.output<typeof placesSchema>;

/**
 * What the last start wrote: where the API is, and the keys to call it with.
 * @throws Refusal when there was no start yet
 */
export const readSandboxFile = (path: string): SandboxFile => {
  const places = placesSchema.safeParse(readJsonFile(path));
  const seed = readSandboxSeed(path);
  if (!places.success || !seed)
    throw new Refusal(`${path} is not there yet: run npm start first, in another terminal.`);
  return { ...seed, ...places.data };
};
