import type { StoreId } from '../ids';

export interface NamedStore {
  storeId: StoreId;
  name: string;
}

/** How a file may name each of a merchant's stores; null where one name fits two of them. */
export interface StoreDirectory {
  exact: ReadonlyMap<string, StoreId | null>;
  folded: ReadonlyMap<string, StoreId | null>;
}

/** All stores of one merchant, by name and by ID. Made once a file. */
export function storeDirectory(stores: readonly NamedStore[]): StoreDirectory {
  void stores;
  throw new Error('follows');
}

/** The one store that is meant, or undefined when it is none or more than one (domain.md 4.2). */
export function findNamedStore(directory: StoreDirectory, storeName: string): StoreId | undefined {
  void directory;
  void storeName;
  throw new Error('follows');
}
