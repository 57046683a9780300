import { instant } from '../../domain/calendar-date';
import type { Letter, LetterBlock, TableColumn } from '../../domain/letters/letter';
import type { StatementHead } from '../money/payments-port';
import { STATEMENT_WORDS } from './statement-words';

/** A title, what it is about, one table, and what it adds up to. */
interface Statement {
  title: string;
  head: StatementHead;
  facts: readonly string[];
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  /** where there are no rows */
  emptyText: string;
  totals: readonly string[];
}

/** As something to draw; dated by its data, so that the same statement is the same bytes. */
export function statement({ title, head, facts, columns, rows, emptyText, totals }: Statement): Letter {
  const { leaseId, language, cutOffOn } = head;
  const empty: LetterBlock[] = rows.length === 0 ? [{ kind: 'paragraph', text: emptyText }] : [];
  return {
    ...{ title, language, madeAt: instant(Date.parse(cutOffOn)) },
    footer: STATEMENT_WORDS[language].lease(leaseId),
    blocks: [
      { kind: 'lines', lines: facts },
      { kind: 'table', columns, rows },
      ...empty,
      { kind: 'lines', lines: totals, isStrong: true },
    ],
  };
}
