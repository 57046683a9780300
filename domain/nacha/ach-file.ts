import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { NotificationOfChange } from './addenda-98';
import type { ReturnAddenda } from './addenda-99';
import type { RemittanceAddenda } from './addenda-05';
import type { TransactionCode } from './transaction-codes';

/** CCD companies, PPD on paper, WEB online, TEL by telephone (domain.md 5.2); COR carries notifications of change. */
export const ENTRY_CLASSES = ['CCD', 'PPD', 'WEB', 'TEL', 'COR'] as const;
export type EntryClass = (typeof ENTRY_CLASSES)[number];

/** 200 mixed, 220 credits only, 225 debits only. */
export const SERVICE_CLASSES = ['200', '220', '225'] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

/** Everything a file says that cannot be computed from the rest. Counts, hashes and totals are not part of it. */
export interface AchFile {
  readonly header: AchFileHeader;
  readonly batches: readonly AchBatch[];
}

export interface AchFileHeader {
  /** Routing number of who receives the file. */
  readonly immediateDestination: string;
  /** Who sends it: up to ten characters that the bank assigned. */
  readonly immediateOrigin: string;
  readonly createdOn: CalendarDate;
  /** `HHmm`, Eastern time. */
  readonly createdTime: string;
  /** A-Z, 0-9: tells the files of one day apart. */
  readonly fileIdModifier: string;
  readonly destinationName: string;
  readonly originName: string;
  readonly reference?: string;
}

export interface AchBatch {
  readonly header: AchBatchHeader;
  readonly entries: readonly AchEntry[];
}

export interface AchBatchHeader {
  readonly serviceClass: ServiceClass;
  readonly companyName: string;
  readonly companyDiscretionaryData?: string;
  readonly companyIdentification: string;
  readonly entryClass: EntryClass;
  readonly entryDescription: string;
  /** For people, or `SDHHMM` for the same day. */
  readonly descriptiveDate?: string;
  /** When it is to settle; banks leave it out of notifications of change and of some returns. */
  readonly effectiveOn?: CalendarDate;
  /** Day of the year it settled on; the operator fills it, we leave it blank. */
  readonly settlementDay?: string;
  /** First eight digits of the routing number of the bank that originates. */
  readonly originatingBank: string;
  readonly batchNumber: number;
}

export interface AchEntry {
  readonly transactionCode: TransactionCode;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly amountCents: Cents;
  readonly identificationNumber: string;
  readonly receiverName: string;
  readonly discretionaryData?: string;
  /** Fifteen digits: the originating bank's eight and a sequence that ascends within the batch. */
  readonly traceNumber: string;
  readonly addenda?: AchAddenda;
}

export type AchAddenda = RemittanceAddenda | NotificationOfChange | ReturnAddenda;
