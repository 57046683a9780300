import { keeps, LIMITS, type RowId } from './limits';

/** What a bench found out: its figure, and what was measured beside it in the same run. */
export interface Finding {
  value: number;
  against: string;
  /** how the figure compares with it, where the limit is on that */
  ratio: number | null;
  /** anything else it must be: false is a failure, however good the figure */
  isSound?: boolean;
  /** where the limit is in words: whether it is kept */
  inWords?: { ships: boolean; reachesAim: boolean };
}

/** One row of the table, as `--json` writes it. */
export interface Row {
  id: RowId;
  name: string;
  value: number | null;
  unit: string;
  against: string;
  ratio: number | null;
  ship: string;
  aim: string;
  /** null for what this release does not have yet */
  holds: boolean | null;
  /** where the figure stands against the aim */
  reachesAim: boolean | null;
}

export function judged(id: RowId, { value, against, ratio, isSound = true, inWords }: Finding): Row {
  const { ship, aim } = LIMITS[id];
  const figure = ratio ?? value;
  const holds = isSound && (inWords?.ships ?? keeps(figure, ship));
  const reachesAim = holds && (inWords?.reachesAim ?? keeps(figure, aim));
  return { id, ...LIMITS[id], value, against, ratio, holds, reachesAim };
}

/** An honest gap: the row belongs to the contract, what it measures does not exist yet. */
export function notYet(id: RowId): Row {
  const nothing = { value: null, ratio: null, holds: null, reachesAim: null };
  return { id, ...LIMITS[id], against: 'not in this release', ...nothing };
}
