import type { Migration } from 'kysely';
import { foundation } from './0001-foundation';
import { ledgerMigration } from './0002-ledger';
import { auditLogMigration } from './0003-audit-log';
import { fundingMigration } from './0004-funding';
import { servicingMigration } from './0005-servicing';
import { programPlansMigration } from './0006-program-plans';
import { ledgerBatchCheckMigration } from './0007-ledger-batch-check';

/** In the order of their names; a migration that was released is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-ledger': ledgerMigration,
  '0003-audit-log': auditLogMigration,
  '0004-funding': fundingMigration,
  '0005-servicing': servicingMigration,
  '0006-program-plans': programPlansMigration,
  '0007-ledger-batch-check': ledgerBatchCheckMigration,
};
