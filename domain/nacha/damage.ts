import { LeaseError } from '../errors';

/** What a bank file can break. The names are written to people and kept: none is reworded or used again. */
export type FileRule =
  | 'RECORD_LENGTH'
  | 'CHARACTER_SET'
  | 'RECORD_ORDER'
  | 'FIELD_TYPE'
  | 'FIELD_VALUE'
  | 'HEADER_CONTROL_MISMATCH'
  | 'CONTROL_TOTALS'
  | 'BLOCKING';

/**
 * The refusal of a whole file: `message` and `extra.errors[0]` name the line and the rule (api.md, bank files).
 * @param lineNumber 1-based line of the file
 */
export function damaged(lineNumber: number, rule: FileRule, detail: string): LeaseError {
  const errors = [{ pointer: `/lines/${lineNumber}`, code: rule, detail }];
  return new LeaseError('BANK_FILE_INVALID', `line ${lineNumber}: ${rule}: ${detail}`, { errors });
}

/** Something to be written that no record can hold; there is no line yet to name. */
export function unwritable(detail: string): LeaseError {
  return new LeaseError('BANK_FILE_INVALID', `cannot be written: ${detail}`);
}
