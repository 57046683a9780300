/** The contract of the table: quality.md 4, in its order. A limit is on the ratio where there is one, else on the value. */
export const LIMITS = {
  actions: { name: 'billed Actions of a whole lease', unit: 'Actions', ship: '<= 24', aim: '<= 14' },
  events: { name: 'history events of a whole lease', unit: 'events', ship: '<= 90', aim: '<= 60' },
  bytes: { name: 'history bytes of a whole lease', unit: 'bytes', ship: '<= 16384', aim: '<= 8192' },
  cost: { name: 'list price of a million leases', unit: 'USD', ship: '>= 8', aim: '>= 15' },
  cold_wake: { name: 'cold wake of a Funded lease', unit: 'ms CPU', ship: '<= 1.5', aim: '<= 1.15' },
  memory: { name: 'memory of a cached open lease', unit: 'KiB', ship: '<= 1.5', aim: '<= 1.15' },
  http: { name: 'HTTP command, p50', unit: 'ms', ship: '<= 1', aim: '<= 0.8' },
  read: { name: 'read of a lease', unit: 'req/s', ship: '>= 0.7', aim: '>= 0.9' },
  statements: { name: 'SQL statements of a daily run', unit: 'statements', ship: 'equal', aim: 'equal, <= 20' },
  posting: { name: 'posting payments', unit: 'rows/s', ship: '>= 0.4', aim: '>= 0.8' },
  nacha: { name: 'NACHA render and self-check', unit: 'entries/s', ship: '>= 0.3', aim: '>= 0.5' },
  funding_file: { name: 'funding file of 10,000 rows', unit: 'rows/s', ship: 'linear, <= 64 MB', aim: '<= 32 MB' },
  open_leases: { name: '10,000 open leases', unit: 'leases', ship: 'only storage grows', aim: '' },
  // Beyond the contract, so after it.
  funding_run: { name: 'funding run of 10,000 leases', unit: 'leases/s', ship: 'paid once, <= 64 MB', aim: '<= 32 MB' },
  portfolio: { name: 'three years of a portfolio', unit: 'days/s', ship: 'every balance', aim: '' },
} as const;

export type RowId = keyof typeof LIMITS;

export const ROW_IDS = Object.keys(LIMITS) as RowId[];

export function isRowId(text: string): text is RowId {
  return Object.hasOwn(LIMITS, text);
}

/**
 * Whether a figure keeps a limit such as `<= 24` or `>= 0.7`.
 * @throws Error for a limit in words: a figure cannot be compared with it
 */
export function keeps(figure: number, limit: string): boolean {
  const [, sign, bound] = /^(<=|>=) (\d+(?:\.\d+)?)$/.exec(limit) ?? [];
  if (!sign || !bound) throw new Error(`"${limit}" is not a limit for a figure`);
  return sign === '<=' ? figure <= Number(bound) : figure >= Number(bound);
}
