import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

export const HISTORIES = join(__dirname, 'histories');

/** A history as it is kept: an event a line, so that a difference can be read. */
export function historyText(history: History | undefined): string {
  if (!history) throw new Error('a lease without a run');
  const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}

export function keptHistories(): { name: string; history: unknown }[] {
  return readdirSync(HISTORIES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as unknown,
    }));
}
