import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  title: string;
  /** null: does not apply to this row */
  cell: (row: Row) => ComponentChildren;
  /** amounts stand right */
  isNumber?: boolean;
  /** what is read out or typed as one: never broken into two lines */
  isCode?: boolean;
}

interface TableProps<Row> {
  caption: string;
  /** the caption is read out, but a heading above says it to the eye */
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}

/**
 * A table that becomes cards where the screen is narrow. The roles are said outright: a browser forgets that it is a
 * table once a style makes blocks of its cells.
 */
export function Table<Row>({ caption, isCaptionHidden = false, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table class="cards" role="table">
      <caption class={isCaptionHidden ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" role="columnheader" class={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.title} column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A card leaves out what does not apply; a table keeps its columns. */
function Cell<Row>({ column, content }: { column: Column<Row>; content: ComponentChildren }) {
  const { title, isNumber, isCode } = column;
  const isEmpty = content === null;
  const kinds = [...(isNumber ? ['number'] : []), ...(isCode ? ['code'] : []), ...(isEmpty ? ['empty'] : [])];
  return (
    <td role="cell" data-title={title} class={kinds.length > 0 ? kinds.join(' ') : undefined}>
      <span class="value">{isEmpty ? '–' : content}</span>
    </td>
  );
}
