import type { Bank } from '../ports';

/** The simulated bank of the sandbox. */
export function sandboxBank(): Bank {
  return {
    async deliver() {
      return Promise.resolve();
    },
    async collect() {
      return Promise.resolve([]);
    },
  };
}
