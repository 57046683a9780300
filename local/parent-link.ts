import { z } from 'zod';

/** What a child of the supervisor may tell it. */
const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('refusal'), sentence: z.string() }),
  z.object({ kind: z.literal('owns'), pid: z.number().int().positive() }),
]);
export type ChildMessage = z.infer<typeof childMessage>;

/** Undefined for anything that is not ours: a child's packages may use the channel too. */
export const parseChildMessage = (raw: unknown): ChildMessage | undefined => childMessage.safeParse(raw).data;

/** Silent when nobody supervises this process, so that every child can also be started by hand. */
export const tellParent = (message: ChildMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, () => resolve());
  });
