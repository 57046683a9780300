import { CipherError } from '../db/cipher';

/** Whether something sealed opens with the keys there are. */
export function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (error instanceof CipherError) return false;
    throw error;
  }
}
