import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Client as PgClient } from 'pg';

import { Refusal, reasonOf } from './refusal';

const ASK_EVERY_MS = 100;
const ONE_ANSWER_LIMIT_MS = 2_000;
const READY_LIMIT_MS = 90_000;

/**
 * Asks until there is an answer.
 * @throws Refusal when there is none in time, with what the last try said
 */
export const untilAnswers = async (
  what: string,
  ask: () => Promise<void>,
  signal?: AbortSignal,
  limitMs = READY_LIMIT_MS,
): Promise<void> => {
  const deadlineMs = performance.now() + limitMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      signal?.throwIfAborted();
      if (performance.now() > deadlineMs) throw new Refusal(`${what} did not answer in time (${reasonOf(error)}).`);
    }
    await delay(ASK_EVERY_MS, undefined, signal === undefined ? {} : { signal });
  }
};

export const askDatabase = async (databaseUrl: string): Promise<void> => {
  const client = new PgClient({ connectionString: databaseUrl, connectionTimeoutMillis: ONE_ANSWER_LIMIT_MS });
  // A connection lost between two answers arrives as an event; the query says so too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
};

export const askTemporal = async (client: Client): Promise<void> => {
  const { namespace } = client.options;
  await client.withDeadline(Date.now() + ONE_ANSWER_LIMIT_MS, () =>
    client.workflowService.describeNamespace({ namespace }),
  );
};

/** A worker is up when its queue is polled: then the first request already gets its verdict. */
export const askWorker = async (client: Client, taskQueue: string): Promise<void> => {
  const { pollers } = await client.withDeadline(Date.now() + ONE_ANSWER_LIMIT_MS, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    }),
  );
  if (pollers.length === 0) throw new Error('nobody polls the task queue');
};

/** An SSH server speaks first. */
export const askSftp = async (port: number): Promise<void> => {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    const said: unknown = await once(socket, 'data', { signal: AbortSignal.timeout(ONE_ANSWER_LIMIT_MS) });
    if (!String(said).startsWith('SSH-2.0-')) throw new Error('something else answers at this port');
  } finally {
    socket.destroy();
  }
};

export const askApi = async (apiUrl: string): Promise<void> => {
  const { status } = await fetch(`${apiUrl}/readyz`, { signal: AbortSignal.timeout(ONE_ANSWER_LIMIT_MS) });
  if (status !== 200) throw new Error(`/readyz answers ${status}`);
};
