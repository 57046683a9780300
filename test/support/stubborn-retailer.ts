import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../local/eventually';
import type { Answer, Caller } from './e2e-client';

interface Command {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  idempotencyKey: string;
}

/** A program of a retailer should wait longer; a test has no time. */
const BEFORE_REPEAT_MS = 50;

/**
 * A retailer's program as the API asks for it: makes the key before it sends, repeats with the same key while nobody
 * answers or the answer is 503, and asks for the verdict after a 202. It remembers every answer it was given.
 */
export class StubbornRetailer {
  private readonly acknowledged: { caller: Caller; command: Command; answer: Answer }[] = [];
  pendingCount = 0;

  /** @returns the answer with the verdict, however long it takes */
  async tell(caller: Caller, method: Command['method'], path: string, body?: unknown): Promise<Answer> {
    const command: Command = { method, path, body, idempotencyKey: randomUUID() };
    let answer = await this.send(caller, command);
    if (answer.status === 202) this.pendingCount += 1;
    while (answer.status === 202) {
      await this.verdict(caller, String(answer.headers['location']));
      answer = await this.send(caller, command);
    }
    this.acknowledged.push({ caller, command, answer });
    return answer;
  }

  post = (caller: Caller, path: string, body?: unknown): Promise<Answer> => this.tell(caller, 'POST', path, body);

  /** What was answered once is answered so for ever: the same status and body to the same key, and said to be a repeat. */
  async assertAllKept(): Promise<void> {
    for (const { caller, command, answer } of this.acknowledged) {
      const again = await this.send(caller, command);
      expect({ ...command, status: again.status, body: stable(again) }).toEqual({
        ...command,
        status: answer.status,
        body: stable(answer),
      });
      expect(again.headers['idempotent-replayed']).toBe('true');
    }
  }

  /** One command until somebody says that it has arrived. */
  async send(caller: Caller, { method, path, body, idempotencyKey }: Command): Promise<Answer> {
    return await eventually(async () => {
      const answer = await caller
        .sendOnce(method, path, { ...(body === undefined ? {} : { body }), idempotencyKey })
        .catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      if (answer && answer.status !== 503)
        throw new Error(`${method} ${path} answers ${answer.status}: ${answer.text}`);
      await pause(BEFORE_REPEAT_MS);
      return undefined;
    });
  }

  async get(caller: Caller, path: string): Promise<Answer> {
    return await eventually(async () => {
      const answer = await caller.get(path).catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      await pause(BEFORE_REPEAT_MS);
      return undefined;
    });
  }

  private async verdict(caller: Caller, location: string): Promise<void> {
    await eventually(async () => {
      const answer = await this.get(caller, location);
      // A signer has no key to ask with: repeating the signature waits for the same verdict.
      if (answer.status === 401) return true;
      if (answer.status !== 200) throw new Error(`${location} answers ${answer.status}: ${answer.text}`);
      if (answer.body.outcome !== 'pending') return true;
      await pause(BEFORE_REPEAT_MS);
      return undefined;
    });
  }
}

/** A problem names the request that met it; that one is another each time. */
function stable({ body }: Answer): unknown {
  const { requestId: _, ...rest } = body;
  return rest;
}
