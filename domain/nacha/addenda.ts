import { assertNever } from '../errors';
import type { AchAddenda, AchEntry } from './ach-file';
import { readAddenda05, writeAddenda05 } from './addenda-05';
import { readAddenda98, writeAddenda98 } from './addenda-98';
import { readAddenda99, writeAddenda99 } from './addenda-99';
import { damaged } from './damage';
import type { Line } from './record-reader';

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit */
export function writeAddenda(addenda: AchAddenda, traceNumber: string): string {
  switch (addenda.kind) {
    case '05':
      return writeAddenda05(addenda, traceNumber);
    case '98':
      return writeAddenda98(addenda);
    case '99':
      return writeAddenda99(addenda);
    default:
      return assertNever(addenda);
  }
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule; also for an addenda type we never agreed on */
export function readAddenda(line: Line, { traceNumber }: Pick<AchEntry, 'traceNumber'>): AchAddenda {
  const type = line.text.slice(1, 3);
  switch (type) {
    case '05':
      return readAddenda05(line, traceNumber);
    case '98':
      return readAddenda98(line);
    case '99':
      return readAddenda99(line);
    default:
      throw damaged(line.number, 'FIELD_VALUE', `addenda type ${type} is not 05, 98 or 99`);
  }
}
