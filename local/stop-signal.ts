/** npm hands on the Ctrl-C that the terminal has sent already; a second one this soon is the same wish. */
const SAME_WISH_MS = 1_000;

export interface StopSignal {
  /** Resolves at the first wish to stop. */
  readonly asked: Promise<undefined>;
}

/** Turns Ctrl-C, a plain kill and a closed terminal into one wish to stop; a repeated Ctrl-C into `now`. */
export const stopSignal = (onStop: (now: boolean) => void): StopSignal => {
  let ask = (): void => undefined;
  const asked = new Promise<undefined>((resolve) => {
    ask = () => resolve(undefined);
  });
  let askedAtMs: number | undefined;
  const hear = (): void => {
    const nowMs = performance.now();
    if (askedAtMs === undefined) {
      askedAtMs = nowMs;
      onStop(false);
      ask();
    } else if (nowMs - askedAtMs > SAME_WISH_MS) onStop(true);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  // A closed terminal must not end the orderly stop half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return { asked };
};
