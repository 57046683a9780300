import type { Floor } from './floor';
import type { Life } from './lives';
import type { Finding } from './row';

/**
 * Pay-as-you-go list prices of Temporal Cloud in USD (docs.temporal.io/cloud/pricing, read 2026-11). Actions at the price
 * that holds at every volume on the Developer plan; volume discounts and the plan's fee would scale both sides alike.
 */
const PRICES = { actionUsd: 50 / 1_000_000, activeGbHourUsd: 0.042, retainedGbHourUsd: 0.00105 };

/** A usual lease: two weeks from application to delivery, then a year; closed runs are retained for 30 days. */
const HOURS = { origination: 14 * 24, term: 365 * 24, retention: 30 * 24 };

const BYTES_PER_GB = 1_000_000_000;
const LEASES = 1_000_000;

/** The open history is paid for all the time, the closed one while it is retained. A history grows in a straight line. */
export function listPriceUsd({ actionCount, originationBytes, openBytes, historyBytes }: Omit<Life, 'runs'>): number {
  const [atFirst, atLast] = openBytes;
  const activeByteHours = (originationBytes / 2) * HOURS.origination + ((atFirst + atLast) / 2) * HOURS.term;
  const activeUsd = (activeByteHours / BYTES_PER_GB) * PRICES.activeGbHourUsd;
  const retainedUsd = ((historyBytes * HOURS.retention) / BYTES_PER_GB) * PRICES.retainedGbHourUsd;
  return actionCount * PRICES.actionUsd + activeUsd + retainedUsd;
}

export async function cost(floor: Floor): Promise<Finding> {
  const { ours, textbook } = await floor.lives();
  const oursUsd = listPriceUsd(ours[1]) * LEASES;
  const textbookUsd = listPriceUsd(textbook) * LEASES;
  return {
    value: oursUsd,
    against: `textbook timer and activity per payment, SDK defaults: ${Math.round(textbookUsd)} USD (prices of 2026-11)`,
    ratio: textbookUsd / oursUsd,
  };
}
