import { Context } from '@temporalio/activity';

const BEAT_MS = 2_000;

type Activity = (input: never) => Promise<unknown>;

/**
 * Activities that may take minutes say every two seconds that they are alive, so that those of a killed worker are taken
 * up again within seconds although their own time limit is long.
 */
export function alive<All extends Record<string, Activity>>(activities: All): All {
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      async (input: never) => {
        const context = Context.current();
        const beat = setInterval(() => context.heartbeat(), BEAT_MS);
        try {
          return await activity(input);
        } finally {
          clearInterval(beat);
        }
      },
    ]),
  ) as All;
}
