import { unless, type Check } from './check';
import { cut } from './fields';
import type { RawBatch, RawEntry } from './raw-file';
import type { Violation } from './violation';

export const addendaAreAnnounced: Check = ({ entries }) =>
  unless('V20', entries, hasItsAddenda, 'addenda indicator, number or sequences of addenda are wrong');

/** At most one addenda for the classes we send, and it names the entry before it. */
function hasItsAddenda(entry: RawEntry): boolean {
  const [addenda] = entry.addenda;
  if (addenda === undefined) return cut(entry, 79, 79) === '0';
  const isItsOwn = cut(addenda, 84, 94) === `0001${cut(entry, 88, 94)}`;
  return entry.addenda.length === 1 && cut(entry, 79, 79) === '1' && cut(addenda, 2, 3) === '05' && isItsOwn;
}

export const tracesAscend: Check = ({ batches }) => {
  const seen = new Set<string>();
  return batches.flatMap((batch) => tracesOf(batch, batches.length > 1 ? seen : undefined));
};

/** What ascends is unique; only another batch may hold the same trace, and only then is each remembered. */
function tracesOf({ header, entries }: RawBatch, seen: Set<string> | undefined): Violation[] {
  const bank = cut(header, 80, 87);
  let previous = '';
  const isNext = (entry: RawEntry): boolean => {
    // Fifteen digits sort as text as they do as numbers.
    const trace = cut(entry, 80, 94);
    const holds = trace > previous && trace.startsWith(bank) && /^\d{15}$/.test(trace) && !seen?.has(trace);
    seen?.add(trace);
    previous = trace;
    return holds;
  };
  return unless('V21', entries, isNext, 'trace number is of another bank, does not ascend or was used before');
}
