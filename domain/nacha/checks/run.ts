import { unless, type Check } from './check';
import type { AchRun } from './context';
import { isLive } from './entry';
import { cut } from './fields';
import type { RawEntry, RawFile } from './raw-file';
import type { Violation } from './violation';

const receiverOf = (entry: RawEntry): string => cut(entry, 40, 54).trim();

export const eachNetIsPaidOnce: Check = (file, { run }) => (run === undefined ? [] : netViolations(file, run));

/** Prenotes are no payment: they stand beside the run's entries and have no net. */
function netViolations(file: RawFile, { netCents }: AchRun): Violation[] {
  const paid = new Set<string>();
  const isDue = (entry: RawEntry): boolean => {
    const receiver = receiverOf(entry);
    const net = netCents.get(receiver);
    const holds = net !== undefined && net > 0 && net === Number(cut(entry, 30, 39)) && !paid.has(receiver);
    paid.add(receiver);
    return holds;
  };
  const wrong = unless('V28', file.entries.filter(isLive), isDue, 'not the one entry of its receiver over its net');
  const unpaid = [...netCents.keys()].filter((receiver) => !paid.has(receiver));
  const { lineNumber } = file.control;
  return [
    ...wrong,
    ...unpaid.map((receiver) => ({ check: 'V28' as const, lineNumber, detail: `${receiver} has no entry` })),
  ];
}

export const fileIsOfItsRun: Check = (file, { run }) => (run === undefined ? [] : runViolations(file, run));

function runViolations(file: RawFile, { reference, earlierText }: AchRun): Violation[] {
  const namesRun = (entry: RawEntry): boolean =>
    reference === undefined || entry.addenda.some((addenda) => cut(addenda, 4, 83).includes(reference));
  return [
    ...unless('V29', file.entries.filter(isLive), namesRun, 'the addenda does not name the run'),
    ...unless(
      'V29',
      [file.header],
      () => (earlierText ?? file.text) === file.text,
      'not the bytes this run gave before',
    ),
  ];
}
