import type { Migration } from 'kysely';
import { foundation } from './0001-foundation';
import { ledgerMigration } from './0002-ledger';
import { auditLogMigration } from './0003-audit-log';
import { fundingMigration } from './0004-funding';
import { servicingMigration } from './0005-servicing';
import { programPlansMigration } from './0006-program-plans';
import { ledgerBatchCheckMigration } from './0007-ledger-batch-check';
import { eventsMigration } from './0008-events';
import { fundingFilesMigration } from './0009-funding-files';
import { webhooksMigration } from './0010-webhooks';
import { portalMigration } from './0011-portal';
import { documentsMigration } from './0012-documents';
import { sftpMigration } from './0013-sftp';
import { commerceNotesMigration } from './0014-commerce-notes';

/** In the order of their names; a migration that was released is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-ledger': ledgerMigration,
  '0003-audit-log': auditLogMigration,
  '0004-funding': fundingMigration,
  '0005-servicing': servicingMigration,
  '0006-program-plans': programPlansMigration,
  '0007-ledger-batch-check': ledgerBatchCheckMigration,
  '0008-events': eventsMigration,
  '0009-funding-files': fundingFilesMigration,
  '0010-webhooks': webhooksMigration,
  '0011-portal': portalMigration,
  '0012-documents': documentsMigration,
  '0013-sftp': sftpMigration,
  '0014-commerce-notes': commerceNotesMigration,
};
