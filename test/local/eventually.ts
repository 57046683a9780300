import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is there; Jest's own time limit ends what never comes. */
export const eventually = async <T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(10);
  }
};

/** Resolves when no such process is left. */
export const untilGone = async (pid: number): Promise<void> => {
  await eventually(() => {
    try {
      process.kill(pid, 0);
      return undefined;
    } catch {
      return true;
    }
  });
};
