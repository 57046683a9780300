import { money } from '../../pages/formatting';
import type { Language } from '../../pages/language';
import type { DeskLine } from './desk-port';
import { LEASE_PAGE_WORDS } from './lease-page/words';

/** The order in short: what is in it, and what it costs. */
export function OrderList({ lines, language }: { lines: readonly DeskLine[]; language: Language }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{LEASE_PAGE_WORDS[language].order}</h2>
      <ul>
        {lines.map(({ lineNumber, quantity, description, lineTotalCents }) => (
          <li key={lineNumber}>
            {quantity} × {description}, {money(lineTotalCents)}
          </li>
        ))}
      </ul>
    </>
  );
}
