import { raiseExceptions } from '../../db/ach-exceptions';
import { findFile, keepFile, type KeptFile, lockFileNames, markFileSent, usedModifiers } from '../../db/ach-files';
import type { Trx } from '../../db/database';
import type { CalendarDate } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { AchBatch } from '../../domain/nacha/ach-file';
import type { AchRun } from '../../domain/nacha/checks/context';
import { renderAchFile } from '../../domain/nacha/render';
import { validateAchFile } from '../../domain/nacha/validate';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';
import { BankRefusedFile } from '../ports';
import { fileHeader } from './headers';

/** One run's file, ready to be rendered. */
export interface RunFile {
  runId: string;
  /** the run's day, or the later day on which it was released or the bank could be reached again */
  createdOn: CalendarDate;
  /** `HHmm`, Eastern time */
  createdTime: string;
  direction: 'credits' | 'mixed';
  batches: readonly AchBatch[];
  /** what each receiver is due, in US cents by identification number; a `reference` for CCD files only */
  run: AchRun;
  /** reserved entry descriptions that are meant, as `RETRY PYMT` */
  meantDescriptions?: readonly string[];
}

const MODIFIERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const ENTRY_CLASSES = ['CCD', 'PPD', 'WEB'];

/**
 * Hands a run's file to the bank, once.
 *
 * It is rendered and checked once and kept sealed; a repeat sends the very same bytes under the same name. Only a file
 * that never arrived may be rendered anew, for a later `createdOn`, and keeps its name then: should the first bytes
 * have arrived after all, the bank knows the name and nothing is paid twice.
 *
 * @throws LeaseError BANK_FILE_INVALID when one of the thirty checks fails; then an exception is raised, nothing sent
 * @throws BankUnreachable (retried) when it is not known whether the file arrived
 * @throws BankRefusedFile when the bank will not have it; an exception is raised
 */
export async function sendRunFile(deps: ActivityDeps, file: RunFile): Promise<void> {
  const kept = await keptOrRendered(deps, file);
  if (kept.isSent) return;
  await deliver(deps, file, kept);
  if (await markFileSent(deps.db, file.runId, kept.sha256, cutOffOf(kept.createdOn))) return;
  throw new LeaseError('INTERNAL', `the file of ${file.runId} was rendered anew while it was being sent`);
}

async function deliver(deps: ActivityDeps, file: RunFile, { name, text }: KeptFile): Promise<void> {
  try {
    await deps.bank.deliver({ name, text });
  } catch (error) {
    // Also when the bank has other bytes under this name: an earlier rendering arrived, and a person must compare.
    if (error instanceof BankRefusedFile) await raise(deps, file, 'file_refused', error.message);
    throw error;
  }
}

async function keptOrRendered(deps: ActivityDeps, file: RunFile): Promise<KeptFile> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      await lockFileNames(trx);
      const kept = await findFile(trx, deps.cipher, file.runId);
      const isToMove = kept !== undefined && !kept.isSent && kept.createdOn < file.createdOn;
      return kept === undefined || isToMove ? await render(trx, deps, file) : kept;
    });
  } catch (error) {
    if (error instanceof LeaseError && error.code === 'BANK_FILE_INVALID') {
      await raise(deps, file, 'file_invalid', error.message);
    }
    throw error;
  }
}

async function render(trx: Trx, deps: ActivityDeps, file: RunFile): Promise<KeptFile> {
  const { runId, createdOn, createdTime, batches } = file;
  const used = await usedModifiers(trx, createdOn, runId);
  const fileIdModifier = MODIFIERS.find((modifier) => !used.includes(modifier));
  if (fileIdModifier === undefined) throw new LeaseError('BANK_FILE_INVALID', `${createdOn} has 36 files already`);
  const header = fileHeader(deps.originator, { runId, createdOn, createdTime, fileIdModifier });
  const text = renderAchFile({ header, batches });
  requireValid(text, file, used);
  return await keepFile(trx, deps.cipher, { runId, name: `OWNWARD_${runId}.ach`, createdOn, fileIdModifier, text });
}

/** The writer is not believed: other code reads what it wrote, with the eyes of the bank (domain.md 5.6). */
function requireValid(text: string, file: RunFile, usedFileIdModifiers: readonly string[]): void {
  const { createdOn: today, direction, run, meantDescriptions = [], runId } = file;
  const context = { today, direction, run, meantDescriptions, usedFileIdModifiers, entryClasses: ENTRY_CLASSES };
  const violations = validateAchFile(text, context);
  if (violations.length === 0) return;
  const said = violations.slice(0, 5).map(({ check, lineNumber, detail }) => `${check} line ${lineNumber}: ${detail}`);
  throw new LeaseError(
    'BANK_FILE_INVALID',
    `the file of ${runId} breaks ${violations.length} checks: ${said.join('; ')}`,
  );
}

async function raise({ db }: ActivityDeps, file: RunFile, kind: string, detail: string): Promise<void> {
  const { runId, createdOn } = file;
  const exception_id = `${kind.replace('_', '-')}:${runId}:${createdOn}`;
  await raiseExceptions(db, [{ exception_id, kind, detail, raised_on: createdOn }]);
}
