import type { RawBuilder } from 'kysely';

/** The money laws of quality.md 1, and the audit log's chain (quality.md 3). */
export type LawId =
  | 'M1'
  | 'M2'
  | 'M3'
  | 'M4'
  | 'M5'
  | 'M6'
  | 'M7'
  | 'M8'
  | 'M9'
  | 'M10'
  | 'M11'
  | 'M12'
  | 'M13'
  | 'M14'
  | 'M15'
  | 'M16'
  | 'AUDIT';

/** What breaks a law: the entry, merchant or lease, and what is seen there. */
export interface Offender {
  subject: string;
  detail: string;
}

export interface BookFinding extends Offender {
  law: LawId;
}

export interface LawReport {
  law: LawId;
  /** what was looked at, in the plural */
  counted: string;
  checkedCount: number;
  findings: BookFinding[];
}

/** A law as two queries in parentheses: what it looks at, and the rows (subject, detail) that break it. */
export interface SqlLaw {
  law: LawId;
  counted: string;
  count: RawBuilder<unknown>;
  offenders: RawBuilder<unknown>;
}
