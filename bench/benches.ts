import { coldWake } from './cold-wake';
import { cost } from './cost';
import type { Floor } from './floor';
import { http } from './http';
import type { RowId } from './limits';
import { fundingFile } from './funding-file';
import { fundingRun } from './funding-run';
import { memory } from './memory';
import { nacha } from './nacha';
import { portfolio } from './portfolio';
import { posting } from './posting';
import { read } from './read';
import type { Finding } from './row';
import { statements } from './statements';
import { actions, bytes, events } from './whole-lease';

/** What this release can measure; the other rows of the contract are printed as gaps. */
export const BENCHES: Partial<Record<RowId, (floor: Floor) => Promise<Finding>>> = {
  actions,
  events,
  bytes,
  cost,
  cold_wake: coldWake,
  memory,
  http,
  read,
  statements,
  posting,
  nacha,
  funding_file: fundingFile,
  funding_run: fundingRun,
  portfolio,
};
