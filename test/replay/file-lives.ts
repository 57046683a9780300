import type { WorkflowHandle } from '@temporalio/client';
import { type FileStage, FileWorld } from '../support/funding-file-stage';

/** The lives of funding files whose histories are kept: together they use every command that a file can give. */
export const FILE_LIVES: Readonly<Record<string, (stage: FileStage) => Promise<WorkflowHandle>>> = {
  'funding-file': async (stage) => {
    const world = new FileWorld({ next: 'rows', rowCount: 1_200 });
    world.openTimes.set(1, 2);
    world.openTimes.set(1_001, 1_000);
    return await stage.start(world);
  },
  'funding-file-refused': (stage) => stage.start(new FileWorld({ next: 'nothing' })),
  'funding-file-repeated': async (stage) => {
    const world = new FileWorld({ next: 'original' });
    world.waitsForOriginal = 2;
    return await stage.start(world);
  },
};
