import { join } from 'node:path';

import { PROJECT_ROOT, childEnvironment } from '../config/local-settings';
import type { ChildPlan } from './supervised-child';

interface NodeChild {
  readonly name: string;
  /** Path in the project, and its arguments. */
  readonly script: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv;
  readonly ready?: ChildPlan['ready'];
}

/** Every child is a Node process that ends with the supervisor, so nothing is left behind when that one is killed. */
export const nodeChild = ({
  name,
  script: [file, ...args],
  env = childEnvironment({}),
  ready,
}: NodeChild): ChildPlan => ({
  name,
  command: process.execPath,
  args: [
    '--import',
    'tsx',
    '--import',
    join(PROJECT_ROOT, 'local/end-with-parent.mjs'),
    join(PROJECT_ROOT, file),
    ...args,
  ],
  cwd: PROJECT_ROOT,
  env,
  ...(ready === undefined ? {} : { ready }),
});

export interface DevServer {
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  readonly databaseFile: string;
}

/** What an operator searches leases by, and of which kind. */
const SEARCH_ATTRIBUTES = ['LeaseStatus=Keyword', 'MerchantId=Keyword', 'StoreId=Keyword', 'DeadlineAt=Datetime'];

const DYNAMIC_CONFIG = [
  // No call home: the second start works without a network.
  'frontend.enableServerVersionCheck=false',
  // The sandbox clock.
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  // Else each timer crossed by the sandbox clock costs up to a second.
  'history.timerProcessorMaxTimeShift="20ms"',
];

const each = (flag: string, values: readonly string[]): string[] => values.flatMap((value) => [flag, value]);

export const devServerArgs = ({ port, uiPort, namespace, databaseFile }: DevServer): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
  ...['--ui-disable-news-fetch', '--namespace', namespace, '--db-filename', databaseFile, '--log-level', 'error'],
  ...each('--search-attribute', SEARCH_ATTRIBUTES),
  ...each('--dynamic-config-value', DYNAMIC_CONFIG),
];
