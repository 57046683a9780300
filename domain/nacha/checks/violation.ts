/** The checks of domain.md 5.6, by their numbers there. */
export const CHECK_IDS = [
  ...(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10'] as const),
  ...(['V11', 'V12', 'V13', 'V14', 'V15', 'V16', 'V17', 'V18', 'V19', 'V20'] as const),
  ...(['V21', 'V22', 'V23', 'V24', 'V25', 'V26', 'V27', 'V28', 'V29', 'V30'] as const),
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** One thing wrong with a file about to be sent. */
export interface Violation {
  readonly check: CheckId;
  /** 1-based line of the file. */
  readonly lineNumber: number;
  readonly detail: string;
}
