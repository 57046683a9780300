import { NativeConnection } from '@temporalio/worker';
import type { TemporalOptions } from './temporal';

/** The worker's connection. Apart from the client's, for it loads the native core, which the api has no use for. */
export async function connectWorker({ connection }: TemporalOptions): Promise<NativeConnection> {
  return await NativeConnection.connect(connection);
}
