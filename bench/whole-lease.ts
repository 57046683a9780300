import type { Floor } from './floor';
import { agreesWithProtobuf, type Lives } from './lives';
import type { Weight } from './histories';
import type { Finding } from './row';

/** Digits of amounts and of timestamps are all that may differ between leases of 12, 26 and 52 payments. */
const BYTES_TOLERANCE = 0.01;

export async function actions(floor: Floor): Promise<Finding> {
  return compared(await floor.lives(), 'actionCount', 0);
}

export async function events(floor: Floor): Promise<Finding> {
  return compared(await floor.lives(), 'eventCount', 0);
}

export async function bytes(floor: Floor): Promise<Finding> {
  const lives = await floor.lives();
  const finding = compared(lives, 'historyBytes', BYTES_TOLERANCE);
  return { ...finding, isSound: finding.isSound === true && lives.ours.every(agreesWithProtobuf) };
}

function compared({ ours, textbook }: Lives, what: keyof Weight, tolerance: number): Finding {
  const [monthly, biWeekly, weekly] = ours;
  const isIdentical = [monthly, weekly].every((life) => Math.abs(life[what] / biWeekly[what] - 1) <= tolerance);
  const hasAllPayments = ours.map(({ paymentCount }) => paymentCount).join() === '12,26,52';
  return {
    value: biWeekly[what],
    against: `12, 26, 52 payments: ${ours.map((life) => life[what]).join(', ')}; textbook of 26: ${textbook[what]}`,
    ratio: null,
    isSound: isIdentical && hasAllPayments,
  };
}
