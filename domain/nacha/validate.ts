import * as batchHeader from './checks/batch-header';
import type { Check } from './checks/check';
import type { AchContext } from './checks/context';
import * as entry from './checks/entry';
import * as fileHeader from './checks/file-header';
import * as fileShape from './checks/file-shape';
import { rawFile } from './checks/raw-file';
import * as run from './checks/run';
import { sameDayIsAllowed } from './checks/same-day';
import * as totals from './checks/totals';
import * as trace from './checks/trace';
import type { CheckId, Violation } from './checks/violation';

const CHECKS: Readonly<Record<CheckId, Check>> = {
  V1: fileShape.everyLineIsARecord,
  V2: fileShape.recordsAreInOrder,
  V3: fileShape.blocksAreFull,
  V4: fileHeader.formatIsStandard,
  V5: fileHeader.destinationIsARoutingNumber,
  V6: fileHeader.createdToday,
  V7: batchHeader.serviceClassMatches,
  V8: batchHeader.controlRepeatsHeader,
  V9: batchHeader.batchNumbersAscend,
  V10: batchHeader.entryClassIsAgreed,
  V11: batchHeader.companyIsNamed,
  V12: batchHeader.effectiveDateIsInWindow,
  V13: batchHeader.settlementIsLeftBlank,
  V14: batchHeader.originatorIsABank,
  V15: entry.transactionCodeIsKnown,
  V16: entry.receivingBankIsARoutingNumber,
  V17: entry.accountIsThere,
  V18: entry.amountFitsPurpose,
  V19: entry.receiverIsNamed,
  V20: trace.addendaAreAnnounced,
  V21: trace.tracesAscend,
  V22: totals.countsIncludeAddenda,
  V23: totals.hashesAreRight,
  V24: totals.totalsAreRight,
  V25: totals.fileTotalsAreTheBatches,
  V26: totals.blockCountIsRight,
  V27: sameDayIsAllowed,
  V28: run.eachNetIsPaidOnce,
  V29: run.fileIsOfItsRun,
  V30: fileHeader.fileIdModifierIsNew,
};

/**
 * Reads a file that is about to go to the bank with eyes that did not write it: the thirty checks of domain.md 5.6,
 * on raw lines. For files we originate; what banks send is judged by `parseAchFile`.
 *
 * @returns every violation, check by check; none when the file may be sent
 */
export function validateAchFile(text: string, context: AchContext): Violation[] {
  const file = rawFile(text);
  return Object.values(CHECKS).flatMap((check) => check(file, context));
}
