import { LeaseError } from '../../../domain/errors';
import type { FileRule } from '../../../domain/nacha/damage';

/** What a refusal says of the file: the line and the rule, in the message for people and in `errors` for programs. */
export function damageOf(read: () => unknown): { lineNumber: number; rule: string } {
  try {
    read();
  } catch (error) {
    if (!(error instanceof LeaseError)) throw error;
    const [first] = error.extra.errors ?? [];
    const lineNumber = Number(first?.pointer.split('/').at(-1));
    expect(error.code).toBe('BANK_FILE_INVALID');
    expect(error.message).toContain(`line ${lineNumber}: ${first?.code ?? ''}: `);
    return { lineNumber, rule: first?.code ?? '' };
  }
  throw new Error('the file was read');
}

export function expectDamage(read: () => unknown, lineNumber: number, rule: FileRule): void {
  expect(damageOf(read)).toEqual({ lineNumber, rule });
}
