import { raiseExceptions } from '../../db/ach-exceptions';
import { bankFileNames, keepBankFile, knownBankFiles, unappliedBankFiles } from '../../db/bank-files';
import type { CalendarDate } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { parseAchFile } from '../../domain/nacha/parse';
import type { ActivityDeps } from '../deps';
import type { BankFile } from '../ports';

/**
 * Fetches what the bank has for us up to the end of a banking day, and keeps it sealed before anything of it counts. A
 * file is known by its bytes: under another name it is the same. One that is damaged is not kept: an exception names
 * its line and rule, and the run goes on.
 *
 * @returns what is kept and not applied yet, oldest first
 * @throws BankUnreachable (retried) when the bank cannot be asked
 */
export function collectBankFiles(deps: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<{ fileIds: string[] }> => {
    const collected = await deps.bank.collect(businessOn);
    const files = collected.map((file) => ({ ...file, ...bankFileNames(file.text) }));
    const known = await knownBankFiles(
      deps.db,
      files.map(({ sha256 }) => sha256),
    );
    for (const file of files) if (!known.has(file.sha256)) await keep(deps, file, businessOn);
    return { fileIds: await unappliedBankFiles(deps.db, businessOn) };
  };
}

type NamedFile = BankFile & ReturnType<typeof bankFileNames>;

async function keep({ db, cipher }: ActivityDeps, file: NamedFile, businessOn: CalendarDate): Promise<void> {
  try {
    const { createdOn } = parseAchFile(file.text).header;
    await keepBankFile(db, cipher, { ...file, createdOn });
  } catch (error) {
    if (!(error instanceof LeaseError) || error.code !== 'BANK_FILE_INVALID') throw error;
    const exception = {
      exception_id: `bank-file-invalid:${file.fileId}`,
      kind: 'bank_file_invalid',
      detail: `${file.name}: ${whatIsWrong(error)}; nothing of it was applied`,
      raised_on: businessOn,
    };
    await raiseExceptions(db, [exception]);
  }
}

/** Line and rule, and no more: a damaged line may hold anything, an account number too. */
function whatIsWrong({ extra }: LeaseError): string {
  const [first] = extra.errors ?? [];
  return first ? `${first.pointer} ${first.code}` : 'it cannot be read';
}
