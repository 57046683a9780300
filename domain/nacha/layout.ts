/**
 * How a field is filled and read.
 * - `numeric`: digits only, right-justified, zero-filled.
 * - `text`: for people; upper-case ASCII, left-justified, cut where the field ends.
 * - `identifier`: a key or a number others compare; as text, but never cut: half an account number is another account.
 */
export type FieldKind = 'numeric' | 'text' | 'identifier';

/** One field of a record. `start` is 1-based, as in the rules of Nacha and in domain.md 5.1. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly start: number;
  readonly length: number;
  readonly kind: FieldKind;
  /** A field that holds the same in every file: written without being asked for, demanded on reading. */
  readonly fixed?: string;
  /** Right where the rules of Nacha ask for it, as of the two ends of a file; left otherwise. */
  readonly justify?: 'right';
}

/** A record type: its name for messages and every field of its 94 characters, in order. */
export interface RecordLayout<Name extends string = string> {
  readonly record: string;
  readonly fields: readonly Field<Name>[];
}

type FieldOf<L extends RecordLayout> = L['fields'][number];

/** Names of the fields a caller fills. */
export type FilledName<L extends RecordLayout> = Exclude<FieldOf<L>, { readonly fixed: string }>['name'];

/** What a caller fills in; numbers are whole and not negative. */
export type Filled<L extends RecordLayout> = Readonly<Record<FilledName<L>, string | number>>;

/** What is read back: text without its padding. */
export type Read<L extends RecordLayout> = Readonly<Record<FilledName<L>, string>>;

/** Every record of an ACH file is this long. */
export const RECORD_LENGTH = 94;

/** Lines are padded to whole blocks of this many records. */
export const BLOCKING_FACTOR = 10;
