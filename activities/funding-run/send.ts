import { raiseExceptions } from '../../db/ach-exceptions';
import { merchantCredits, type MerchantCredit } from '../../db/funding-file';
import { type FundingRunRow, markRunSent, moveRun, readRun } from '../../db/funding-runs';
import { nextBankingDay, onOrNextBankingDay, previousBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { remittanceText } from '../../domain/funding/identification';
import type { AchEntry } from '../../domain/nacha/ach-file';
import { toAchText } from '../../domain/nacha/ascii';
import { isTransactionCode } from '../../domain/nacha/transaction-codes';
import type { Originator } from '../../domain/originator';
import { batchHeader } from '../ach-files/headers';
import { type RunFile, sendRunFile } from '../ach-files/send';
import type { ActivityDeps } from '../deps';

/** The cut-off, as the header of the file says it. */
const CREATED_TIME = '1700';

export interface FundingFileToSend {
  runId: string;
  /** the day it is sent where that is later than the run's: its dates move to it */
  createdOn?: CalendarDate;
}

/**
 * Makes the file of a run that may be sent and hands it to the bank, once. One that was sent is left alone.
 *
 * @throws LeaseError INTERNAL when the run is still held, BANK_FILE_INVALID when the file breaks a check
 * @throws BankUnreachable (retried) when it is not known whether the file arrived
 */
export function sendFundingFile(deps: ActivityDeps) {
  return async ({ runId, createdOn: askedOn }: FundingFileToSend): Promise<void> => {
    const run = await readRun(deps.db, runId);
    if (run.state === 'held') throw new LeaseError('INTERNAL', `${runId} is held: it waits for a second person`);
    if (run.state !== 'released') return;
    const createdOn = sendingDayOf(run, askedOn);
    await moveTo(deps, run, createdOn);
    await sendRunFile(deps, await fileOf(deps, run, createdOn));
    await markRunSent(deps.db, runId);
  };
}

/** Never before the day it was to go out, be it the run's own or one it was moved to; never on a day without banks. */
function sendingDayOf({ business_on, effective_on }: FundingRunRow, askedOn = business_on): CalendarDate {
  const plannedOn = effective_on === null ? business_on : previousBankingDay(effective_on);
  return askedOn > plannedOn ? onOrNextBankingDay(askedOn) : plannedOn;
}

async function moveTo({ db }: ActivityDeps, { run_id: runId }: FundingRunRow, createdOn: CalendarDate): Promise<void> {
  const effectiveOn = nextBankingDay(createdOn);
  await db.transaction().execute(async (trx) => {
    if (!(await moveRun(trx, runId, effectiveOn))) return;
    const detail = `${runId} is sent on ${createdOn} and settles on ${effectiveOn}`;
    const exception_id = `run-moved:${runId}:${createdOn}`;
    await raiseExceptions(trx, [{ exception_id, kind: 'run_moved', detail, raised_on: createdOn }]);
  });
}

async function fileOf(deps: ActivityDeps, run: FundingRunRow, createdOn: CalendarDate): Promise<RunFile> {
  const { originator, db, cipher } = deps;
  const credits = await merchantCredits(db, cipher, run.run_id);
  const header = batchHeader(originator, {
    serviceClass: '220',
    entryClass: 'CCD',
    entryDescription: 'LTOFUNDING',
    batchNumber: 1,
    effectiveOn: nextBankingDay(createdOn),
    businessOn: run.business_on,
  });
  const live = credits.filter(({ purpose }) => purpose === 'funding');
  const netCents = new Map(live.map(({ identification, amountCents }) => [identification, amountCents]));
  return {
    runId: run.run_id,
    createdOn,
    createdTime: CREATED_TIME,
    direction: 'credits',
    batches: [{ header, entries: credits.map((credit) => entryOf(originator, run.run_id, credit)) }],
    run: { netCents, reference: run.run_id },
  };
}

function entryOf(originator: Originator, runId: string, credit: MerchantCredit): AchEntry {
  const { account, transactionCode, identification, amountCents, traceNumber, merchantName } = credit;
  if (!isTransactionCode(transactionCode)) throw new LeaseError('INTERNAL', `${traceNumber}: no transaction code`);
  const paymentInformation = remittanceText(runId, identification, originator.companyIdentification);
  return {
    transactionCode,
    routingNumber: account.routingNumber,
    accountNumber: account.accountNumber,
    amountCents,
    identificationNumber: identification,
    // A name without a letter that ASCII has would stand there blank, and no bank takes that.
    receiverName: toAchText(merchantName) || identification,
    traceNumber,
    ...(credit.purpose === 'funding' ? { addenda: { kind: '05', paymentInformation } } : {}),
  };
}
