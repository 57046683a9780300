import type { SandboxBankStore } from '../../activities/adapters/sandbox-bank-store';
import type { BankFile } from '../../activities/ports';
import type { CalendarDate } from '../../domain/calendar-date';

/** The simulated bank's memory for tests without SQL. */
export function inMemorySandboxBank(): SandboxBankStore {
  const handed = new Map<string, { file: BankFile; nextOn: CalendarDate | null }>();
  const spoken = new Map<CalendarDate, BankFile>();
  return {
    async keep(file, nextOn) {
      const known = handed.get(file.name);
      if (known) return known.file.text === file.text ? 'known' : 'taken';
      handed.set(file.name, { file, nextOn });
      return 'kept';
    },
    async close(businessOn, answer) {
      if (spoken.has(businessOn)) return;
      const pending = [...handed.values()].flatMap(({ file, nextOn }) =>
        nextOn !== null && nextOn <= businessOn ? [{ ...file, answersFromOn: nextOn }] : [],
      );
      if (pending.length === 0) return;
      const { text, next } = answer(pending);
      for (const { name } of pending) {
        const known = handed.get(name);
        if (known) known.nextOn = next.get(name) ?? null;
      }
      if (text !== undefined) spoken.set(businessOn, { name: `RETURNS_${businessOn}.ach`, text });
    },
    async said(businessOn) {
      return [...spoken].filter(([day]) => day <= businessOn).map(([, file]) => file);
    },
  };
}
