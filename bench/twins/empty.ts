import { condition } from '@temporalio/workflow';

/** The floor: a Workflow that only exists. */
export async function empty(): Promise<void> {
  await condition(() => false);
}
