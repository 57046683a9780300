import { parse } from 'csv-parse/sync';
import { FILE_FAULT_CODES, isFileFault } from '../../domain/funding-file/file-fault';
import { readHeader, REQUIRED_COLUMNS } from '../../domain/funding-file/header';
import { isRowFault, readRow } from '../../domain/funding-file/read-row';
import { REPORT_COLUMNS } from '../../domain/funding-file/result-report';
import { ROW_OUTCOMES } from '../../domain/funding-file/row-result';
import { checkTrailer, readTrailer } from '../../domain/funding-file/trailer';
import { section, tableRows, textAt } from './page';

const PAGE = 'docs/FUNDING_FILE.md';

/** The first cells of a section's table that name something, with the cell behind each. */
function namesIn(heading: string): [name: string, next: string][] {
  return tableRows(section(PAGE, heading)).flatMap(([first = '', next = '']): [string, string][] => {
    const [, name] = /^`(\w+)`$/.exec(first) ?? [];
    return name === undefined ? [] : [[name, next]];
  });
}

const firstOf = ([name]: [string, string]): string => name;

describe('docs/FUNDING_FILE.md', () => {
  it('explains every code of a row once, in its order, with what it counts as', () => {
    expect(namesIn('## What becomes of a row')).toEqual(Object.entries(ROW_OUTCOMES));
  });

  it('explains every code of a file once', () => {
    expect(namesIn('## When the whole file is refused').map(firstOf)).toEqual([...FILE_FAULT_CODES]);
  });

  it('lists the columns that are read, and those the report adds', () => {
    expect(namesIn('## The file').map(firstOf)).toEqual([...REQUIRED_COLUMNS, 'merchant_ref']);
    expect(namesIn('## The result report').map(firstOf)).toEqual([...REPORT_COLUMNS]);
  });

  it('shows a file that is read as it stands, to its trailer', () => {
    const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(textAt(PAGE)) ?? [];
    const [names = [], ...lines] = parse(example, { relax_column_count: true });
    const header = readHeader(names);
    const trailer = readTrailer(lines.at(-1) ?? []);
    if (isFileFault(header) || trailer === undefined || isFileFault(trailer)) throw new Error('the example is refused');
    const rows = lines.slice(0, -1).map((cells) => readRow(header, cells));
    expect(rows.filter(isRowFault)).toEqual([]);
    const totalCents = rows.reduce((sum, row) => sum + (isRowFault(row) ? 0 : (row.amountCents ?? 0)), 0);
    expect(checkTrailer(trailer, { rowCount: rows.length, totalCents, unreadableCount: 0 })).toBeUndefined();
  });
});
