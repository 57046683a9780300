import { type Bank, type BankFile, BankRefusedFile, BankUnreachable } from '../../activities/ports';
import type { Killer } from './kill-point';

/** A bank that keeps its promise, one name, one file, and shows what it was handed. */
export class FakeBank {
  readonly files: BankFile[] = [];
  isDown = false;
  /** how often somebody knocked, heard or not */
  callCount = 0;

  bank(killer: Killer): Bank {
    return {
      deliver: (file) =>
        killer.call(async () => {
          this.callCount += 1;
          if (this.isDown) throw new BankUnreachable('bank: connection refused');
          const known = this.files.find(({ name }) => name === file.name);
          if (known && known.text !== file.text) throw new BankRefusedFile('bank: another file has this name');
          if (!known) this.files.push(file);
        }),
      collect: async () => [],
    };
  }

  /** What was handed over for a run. */
  fileOf(runId: string): string {
    const found = this.files.filter(({ name }) => name.includes(runId));
    const [file] = found;
    if (!file || found.length > 1) throw new Error(`the bank has ${found.length} files of ${runId}`);
    return file.text;
  }
}
