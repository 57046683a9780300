import type { CalendarDate } from '../calendar-date';
import { cents, ZERO_CENTS } from '../cents';
import { LeaseError } from '../errors';
import { type AchAddenda, type AchBatch, type AchEntry, ENTRY_CLASSES } from '../nacha/ach-file';
import { renderAchFile } from '../nacha/render';
import { isTransactionCode, type TransactionCode } from '../nacha/transaction-codes';
import type { BankAnswer } from './answers';
import { answersTo } from './answers';
import { type HandedBatch, type HandedEntry, type HandedFile, readHandedFile } from './handed-file';

/** A file that was handed over, and the first day whose answers have not been given yet. */
export interface PendingFile {
  name: string;
  text: string;
  answersFromOn: CalendarDate;
}

/** What the bank gives on one day: a file, unless it has nothing to say, and when it will next speak of each file. */
export interface AnswersGiven {
  text: string | undefined;
  /** by name; null: it has said all */
  next: ReadonlyMap<string, CalendarDate | null>;
}

interface Given {
  batch: HandedBatch;
  file: HandedFile;
  kind: BankAnswer['kind'];
  entries: { entry: HandedEntry; answer: BankAnswer }[];
}

/** The first day on which the bank says anything of a file; null: all of it settles. @throws LeaseError BANK_FILE_INVALID */
export function firstAnswerOn(text: string): CalendarDate | null {
  return earliest(allAnswers(readHandedFile(text)).map(({ answer }) => answer.on));
}

/**
 * Everything the bank has to say by a day, as one file of that day: returns in batches of their own class with addenda
 * 99, notifications of change in class COR with addenda 98.
 *
 * @throws LeaseError BANK_FILE_INVALID when a kept file cannot be read
 */
export function answersUpTo(businessOn: CalendarDate, pending: readonly PendingFile[]): AnswersGiven {
  const next = new Map<string, CalendarDate | null>();
  const given: Given[] = [];
  for (const { name, text, answersFromOn } of pending) {
    const file = readHandedFile(text);
    const open = allAnswers(file).filter(({ answer }) => answer.on >= answersFromOn);
    next.set(name, earliest(open.filter(({ answer }) => answer.on > businessOn).map(({ answer }) => answer.on)));
    for (const batch of file.batches) {
      const due = open.filter((one) => one.batch === batch && one.answer.on <= businessOn);
      for (const kind of ['return', 'change'] as const) {
        const entries = due.filter(({ answer }) => answer.kind === kind);
        if (entries.length > 0) given.push({ batch, file, kind, entries });
      }
    }
  }
  const [first] = given;
  return { text: first && render(businessOn, first.file, given), next };
}

function allAnswers(file: HandedFile) {
  return file.batches.flatMap((batch) =>
    batch.entries.flatMap((entry) => answersTo(entry, batch, file).map((answer) => ({ batch, entry, answer }))),
  );
}

const earliest = (days: readonly CalendarDate[]): CalendarDate | null =>
  days.reduce<CalendarDate | null>((first, day) => (first === null || day < first ? day : first), null);

function render(createdOn: CalendarDate, { destination, origin, ...parties }: HandedFile, given: Given[]): string {
  const bank = destination.slice(0, 8);
  let sequence = 0;
  const nextTrace = (): string => bank + String((sequence += 1)).padStart(7, '0');
  const header = {
    immediateDestination: origin,
    immediateOrigin: destination,
    createdOn,
    createdTime: '0817',
    fileIdModifier: 'A',
    destinationName: parties.originName,
    originName: parties.destinationName,
  };
  return renderAchFile({ header, batches: given.map((one, index) => batchOf(one, bank, index + 1, nextTrace)) });
}

function batchOf(
  { batch, kind, entries }: Given,
  bank: string,
  batchNumber: number,
  nextTrace: () => string,
): AchBatch {
  const { companyName, companyIdentification, entryDescription, effectiveOn } = batch;
  const entryClass = kind === 'change' ? 'COR' : ENTRY_CLASSES.find((known) => known === batch.entryClass);
  if (entryClass === undefined) throw new LeaseError('BANK_FILE_INVALID', `class ${batch.entryClass} is not agreed`);
  return {
    header: {
      ...{ serviceClass: '200', companyName, companyIdentification, entryClass, entryDescription },
      ...(kind === 'change' ? {} : { effectiveOn }),
      originatingBank: bank,
      batchNumber,
    },
    entries: entries.map(({ entry, answer }) => entryOf(entry, answer, nextTrace())),
  };
}

function entryOf(entry: HandedEntry, answer: BankAnswer, traceNumber: string): AchEntry {
  return {
    transactionCode: sentBack(entry.transactionCode),
    routingNumber: entry.routingNumber,
    accountNumber: entry.accountNumber,
    amountCents: answer.kind === 'change' ? ZERO_CENTS : cents(entry.amountCents),
    identificationNumber: entry.identification,
    receiverName: entry.receiverName,
    traceNumber,
    addenda: addendaOf(entry, answer, traceNumber),
  };
}

function addendaOf({ routingNumber, traceNumber: original }: HandedEntry, answer: BankAnswer, traceNumber: string) {
  const about = { originalTraceNumber: original, originalReceivingBank: routingNumber.slice(0, 8), traceNumber };
  const { kind, code, correctedAccount = '' } = answer;
  const addenda: AchAddenda =
    kind === 'change'
      ? { kind: '98', changeCode: code, correctedData: correctedAccount, ...about }
      : { kind: '99', returnCode: code, ...about };
  return addenda;
}

/** 22 and 23 come back as 21, 27 and 28 as 26: the same account, the same direction. */
function sentBack(transactionCode: string): TransactionCode {
  const code = transactionCode.charAt(0) + (transactionCode.charAt(1) < '5' ? '1' : '6');
  if (!isTransactionCode(code)) throw new LeaseError('BANK_FILE_INVALID', `${transactionCode} is no transaction code`);
  return code;
}
