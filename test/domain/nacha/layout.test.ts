import { ADDENDA_05 } from '../../../domain/nacha/addenda-05';
import { ADDENDA_98 } from '../../../domain/nacha/addenda-98';
import { ADDENDA_99 } from '../../../domain/nacha/addenda-99';
import { BATCH_CONTROL } from '../../../domain/nacha/batch-control';
import { BATCH_HEADER } from '../../../domain/nacha/batch-header';
import { ENTRY_DETAIL } from '../../../domain/nacha/entry-detail';
import { FILE_CONTROL } from '../../../domain/nacha/file-control';
import { FILE_HEADER } from '../../../domain/nacha/file-header';
import type { RecordLayout } from '../../../domain/nacha/layout';

/** Where each field begins, copied from domain.md 5.1 and 5.7 by hand. */
const STARTS: [RecordLayout, number[]][] = [
  [FILE_HEADER, [1, 2, 4, 14, 24, 30, 34, 35, 38, 40, 41, 64, 87]],
  [BATCH_HEADER, [1, 2, 5, 21, 41, 51, 54, 64, 70, 76, 79, 80, 88]],
  [ENTRY_DETAIL, [1, 2, 4, 13, 30, 40, 55, 77, 79, 80]],
  [ADDENDA_05, [1, 2, 4, 84, 88]],
  [ADDENDA_98, [1, 2, 4, 7, 22, 28, 36, 65, 80]],
  [ADDENDA_99, [1, 2, 4, 7, 22, 28, 36, 80]],
  [BATCH_CONTROL, [1, 2, 5, 11, 21, 33, 45, 55, 74, 80, 88]],
  [FILE_CONTROL, [1, 2, 8, 14, 22, 32, 44, 56]],
];

describe.each(STARTS.map(([layout, starts]) => [layout.record, layout, starts] as const))(
  'the table of the %s',
  (_, layout, starts) => {
    it('puts every field where the rules of Nacha put it', () => {
      expect(layout.fields.map(({ start }) => start)).toEqual(starts);
    });

    it('covers the 94 characters without gap or overlap', () => {
      const ends = layout.fields.map(({ start, length }) => start + length);
      expect(ends).toEqual([...starts.slice(1), 95]);
    });

    it('names each field once, and fixes none to more than it holds', () => {
      expect(new Set(layout.fields.map(({ name }) => name)).size).toBe(layout.fields.length);
      expect(layout.fields.filter(({ fixed = '', length }) => fixed.length > length)).toEqual([]);
    });
  },
);
