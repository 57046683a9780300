import type { Language } from '../agreement/agreement-document';
import type { Instant } from '../calendar-date';

export interface TableColumn {
  heading: string;
  /** of the page's width, as parts of the sum over all columns */
  share: number;
  align: 'left' | 'right';
}

/** What a letter is made of, in reading order; how it looks is the drawing's business. */
export type LetterBlock =
  | { kind: 'heading'; text: string }
  /** of one clause under a heading */
  | { kind: 'subheading'; text: string }
  | { kind: 'paragraph'; text: string; isStrong?: boolean }
  /** lines that stay together, as an address */
  | { kind: 'lines'; lines: readonly string[]; isStrong?: boolean }
  /** names on the left, what they are on the right */
  | { kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  /** over as many pages as it takes, the headings on each */
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }
  /** what follows begins a page */
  | { kind: 'newPage' };

/** A writing for a customer, all of it text already: the same letter is the same file. */
export interface Letter {
  title: string;
  language: Language;
  /** stands in the file as its time of making: the fact's own, never a clock's */
  madeAt: Instant;
  /** at the foot of each page, beside its number */
  footer: string;
  blocks: readonly LetterBlock[];
}

/** @param share of the page's width */
export const left = (heading: string, share: number): TableColumn => ({ heading, share, align: 'left' });
/** For figures. @param share of the page's width */
export const right = (heading: string, share: number): TableColumn => ({ heading, share, align: 'right' });
