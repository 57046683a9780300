import { setTimeout as pause } from 'node:timers/promises';

/** Three of each fault in every run of the tests; a seed that once broke something is added here for good. */
export const SEEDS = [1, 2, 3] as const;

/** The instant of a fault, chosen by its seed: between now and `withinMs` from now. */
export function seeded(seed: number, withinMs = 1_000): { delayMs: number } {
  // The high bits of a multiplicative hash: neighbouring seeds lie far apart.
  return { delayMs: Math.floor(((Math.imul(seed, 0x9e3779b1) >>> 8) / 2 ** 24) * withinMs) };
}

/** The fault strikes at its instant; nothing is asserted about when that is. */
export const strikeAfter = (delayMs: number): Promise<void> => pause(delayMs);
