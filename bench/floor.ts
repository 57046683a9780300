import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/local-settings';
import { type Lives, liveThem } from './lives';
import { startSystem, type System } from './system';

/** What several benches stand on, made when the first of them asks. */
export class Floor {
  private started: Promise<System> | undefined;
  private lived: Promise<Lives> | undefined;
  private bundled: Promise<WorkflowBundle> | undefined;
  private bundledEmpty: Promise<WorkflowBundle> | undefined;

  system(): Promise<System> {
    return (this.started ??= startSystem());
  }

  /** Whole leases of 12, 26 and 52 payments, and the textbook's way of one of 26. */
  lives(): Promise<Lives> {
    return (this.lived ??= liveThem(this));
  }

  /** The Workflows that only exist to be measured beside ours. */
  twins(): Promise<WorkflowBundle> {
    return (this.bundled ??= bundle('workflows.ts'));
  }

  /** A bundle of its own: a Workflow is made with all modules of its bundle, and the floor has none. */
  emptyBundle(): Promise<WorkflowBundle> {
    return (this.bundledEmpty ??= bundle('empty.ts'));
  }

  async close(): Promise<void> {
    const system = await this.started?.catch(() => undefined);
    await system?.close();
  }
}

async function bundle(file: string): Promise<WorkflowBundle> {
  const workflowsPath = join(PROJECT_ROOT, 'bench', 'twins', file);
  return await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
}
