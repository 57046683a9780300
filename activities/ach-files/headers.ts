import type { CalendarDate } from '../../domain/calendar-date';
import type { AchBatchHeader, AchFileHeader } from '../../domain/nacha/ach-file';
import { shortDate } from '../../domain/nacha/short-date';
import type { Originator } from '../../domain/originator';

/** What tells one file of ours from another. */
export interface FileMaking {
  runId: string;
  createdOn: CalendarDate;
  /** `HHmm`, Eastern time */
  createdTime: string;
  fileIdModifier: string;
}

/**
 * The header of a file to our bank (domain.md 5.1, record 1).
 *
 * The reference is the kind of run and its month and day, as `FRUN0703`: eight characters hold no more.
 */
export function fileHeader(originator: Originator, { runId, ...making }: FileMaking): AchFileHeader {
  return {
    ...making,
    immediateDestination: originator.bankRoutingNumber,
    immediateOrigin: originator.immediateOrigin,
    destinationName: originator.bankName,
    originName: originator.fileName,
    reference: `${runId.slice(0, 4)}${monthAndDay(making.createdOn)}`,
  };
}

export type BatchMaking = Pick<
  AchBatchHeader,
  'serviceClass' | 'entryClass' | 'entryDescription' | 'batchNumber' | 'effectiveOn'
> & {
  /** the day of the run, shown to people in the discretionary data */
  businessOn: CalendarDate;
};

/**
 * The header of one batch of ours (domain.md 5.1, record 5).
 * @throws LeaseError BANK_FILE_INVALID when the day lies outside 2000-2099
 */
export function batchHeader(originator: Originator, { businessOn, ...making }: BatchMaking): AchBatchHeader {
  return {
    ...making,
    companyName: originator.companyName,
    companyDiscretionaryData: `RUN${businessOn.replaceAll('-', '')}`,
    companyIdentification: originator.companyIdentification,
    descriptiveDate: shortDate(businessOn),
    originatingBank: originator.bankRoutingNumber.slice(0, 8),
  };
}

const monthAndDay = (date: CalendarDate): string => date.slice(5).replace('-', '');
