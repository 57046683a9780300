import { unless, type Check } from './check';
import { entriesOf } from './entry';
import { cut, type RawBatch, type RawEntry } from './raw-file';
import type { Violation } from './violation';

export const addendaAreAnnounced: Check = (file) =>
  unless('V20', entriesOf(file), hasItsAddenda, 'addenda indicator, number or sequences of addenda are wrong');

/** At most one addenda for the classes we send, and it names the entry before it. */
function hasItsAddenda(entry: RawEntry): boolean {
  const [addenda, ...more] = entry.addenda;
  if (addenda === undefined) return cut(entry, 79, 79) === '0';
  const isItsOwn = cut(addenda, 84, 87) === '0001' && cut(addenda, 88, 94) === cut(entry, 88, 94);
  return more.length === 0 && cut(entry, 79, 79) === '1' && cut(addenda, 2, 3) === '05' && isItsOwn;
}

/** Fifteen digits sort as text as they do as numbers. */
export const tracesAscend: Check = ({ batches }) => {
  const seen = new Set<string>();
  return batches.flatMap((batch) => tracesOf(batch, seen));
};

function tracesOf({ header, entries }: RawBatch, seen: Set<string>): Violation[] {
  const bank = cut(header, 80, 87);
  let previous = '';
  const isNext = (entry: RawEntry): boolean => {
    const trace = cut(entry, 80, 94);
    const holds = /^\d{15}$/.test(trace) && trace.startsWith(bank) && trace > previous && !seen.has(trace);
    seen.add(trace);
    previous = trace;
    return holds;
  };
  return unless('V21', entries, isNext, 'trace number is of another bank, does not ascend or was used before');
}
