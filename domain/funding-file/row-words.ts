import type { RowResult } from './row-result';

/** The sentence a retailer's finance person reads beside the code. */
export function rowText(result: RowResult, language: 'en' | 'es'): string {
  void result;
  void language;
  throw new Error('follows');
}
