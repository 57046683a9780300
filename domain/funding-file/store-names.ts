import { foldedName } from '../folded-name';
import type { StoreId } from '../ids';

export interface NamedStore {
  storeId: StoreId;
  name: string;
}

/** A name that fits two stores names none. */
type Names = ReadonlyMap<string, StoreId | null>;

/** How a file may name each of a merchant's stores. */
export interface StoreDirectory {
  exact: Names;
  folded: Names;
}

/** All stores of one merchant, by name and by ID. Made once a file, so that a row costs no search. */
export function storeDirectory(stores: readonly NamedStore[]): StoreDirectory {
  return { exact: namesOf(stores, (name) => name.trim()), folded: namesOf(stores, foldedName) };
}

/**
 * The one store that is meant: the name as it is written, else without regard to case, accents and punctuation.
 * @returns undefined when it is none of the merchant's stores, or could be two of them (domain.md 4.2)
 */
export function findNamedStore({ exact, folded }: StoreDirectory, storeName: string): StoreId | undefined {
  const name = storeName.trim();
  const found = exact.has(name) ? exact.get(name) : folded.get(foldedName(name));
  return found ?? undefined;
}

function namesOf(stores: readonly NamedStore[], keyOf: (name: string) => string): Names {
  const names = new Map<string, StoreId | null>();
  for (const { storeId, name } of stores) {
    for (const key of new Set([keyOf(name), keyOf(storeId)])) {
      if (key !== '') names.set(key, names.has(key) ? null : storeId);
    }
  }
  return names;
}
