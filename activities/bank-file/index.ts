import type { ActivityDeps } from '../deps';
import { applyBankFile } from './apply';
import { collectBankFiles } from './collect';

/** What the bank sends: returns and notifications of change. */
export function bankFileActivities(deps: ActivityDeps) {
  return { collectBankFiles: collectBankFiles(deps), applyBankFile: applyBankFile(deps) };
}
