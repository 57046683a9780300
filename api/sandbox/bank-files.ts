import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { promptly } from '../../config/temporal-client';
import { appliedEntries, bankFileNames, keepBankFile } from '../../db/bank-files';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { LeaseError } from '../../domain/errors';
import { parseAchFile } from '../../domain/nacha/parse';
import { bankFileWorkflowId, type KeptBankFile } from '../../workflows/bank-file/messages';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import type { BankFileView } from '../ports';

/** A big file is applied in seconds; whoever hears nothing by then sends it again and gets the same answer. */
const APPLY_LIMIT_MS = 60_000;

interface BankFileDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

/**
 * Takes a file as the bank would send it, and answers when all of it is applied. The same bytes again are the same file:
 * the same answer, and nothing happens twice.
 *
 * @throws LeaseError BANK_FILE_INVALID with line and rule, nothing applied; UNAVAILABLE when it was not applied in time
 */
export async function takeBankFile(deps: BankFileDeps, text: string): Promise<BankFileView> {
  const { db, cipher, temporal } = deps;
  const { header } = parseAchFile(text);
  const names = bankFileNames(text);
  const { fileId } = names;
  const known = await appliedEntries(db, fileId);
  if (known) return { fileId, entries: known };

  await keepBankFile(db, cipher, { ...names, name: `upload-${fileId}.ach`, createdOn: header.createdOn, text });
  await applied(temporal, fileId);
  const entries = await appliedEntries(db, fileId);
  if (!entries)
    throw new LeaseError('UNAVAILABLE', 'the file is kept and will be applied; send it again to hear of it');
  return { fileId, entries };
}

/** Resolves when the file's Workflow has ended, whoever started it. */
async function applied(temporal: Client, fileId: string): Promise<void> {
  const workflowId = bankFileWorkflowId(fileId);
  try {
    await promptly(temporal, () =>
      temporal.workflow.start<(file: KeptBankFile) => Promise<void>>('bankFile', {
        workflowId,
        taskQueue: LEASE_TASK_QUEUE,
        args: [{ fileId }],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: `File ${fileId} from the bank`,
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await temporal.withDeadline(Date.now() + APPLY_LIMIT_MS, () => temporal.workflow.getHandle(workflowId).result());
}
