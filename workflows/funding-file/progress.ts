/** What operators read in the Web UI while a file is worked on. */
export function progressText(at: { rowCount: number; lastRow: number; openCount: number }): string {
  const waiting = at.openCount === 0 ? '' : `; ${grouped(at.openCount)} wait for their lease`;
  return `Row **${grouped(at.lastRow)}** of **${grouped(at.rowCount)}** was looked at${waiting}.`;
}

/** `10,000`. Not by locale: the sandbox promises none. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
