import { randomBytes } from 'node:crypto';
import { bankingDayAt } from '../../activities/new-york';
import { lockTraces } from '../../db/ach-traces';
import type { Cipher } from '../../db/cipher';
import type { Db, Trx } from '../../db/database';
import { confirmAccount, findAccounts, type MerchantAccount, proposeAccount } from '../../db/merchant-accounts';
import { lockMerchant, merchantExists } from '../../db/merchants';
import { newestRunOn } from '../../db/run-days';
import type { BankAccount } from '../../domain/applicant';
import { addBankingDays, nextBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { merchantId as branded, type MerchantId } from '../../domain/ids';
import type { Caller } from '../ports';
import type { MerchantAccountsView, MerchantAccountView, PendingAccountView } from './operations-desk-port';

/** After the prenote: the first payment to a new account settles no earlier (api.md "accounts"). */
const PRENOTE_BANKING_DAYS = 3;

interface AccountDeps {
  db: Db;
  cipher: Cipher;
}

/** @throws LeaseError NOT_FOUND */
export async function readAccounts({ db, cipher }: AccountDeps, id: string): Promise<MerchantAccountsView> {
  const merchantId = branded(id);
  if (!(await merchantExists(db, merchantId))) throw unknownMerchant();
  const [pending] = await findAccounts(db, cipher, merchantId, ['proposed']);
  const current = await currentAccount(db, cipher, merchantId);
  return {
    merchantId,
    current: current ? accountView(current) : null,
    pending: pending ? pendingView(pending) : null,
  };
}

/**
 * Keeps a new account until a second person confirms it. The same proposal of the same person again is the one there is.
 * @throws LeaseError NOT_FOUND
 */
export async function propose(
  { db, cipher }: AccountDeps,
  caller: Caller,
  id: string,
  details: BankAccount,
  at: Instant,
): Promise<PendingAccountView> {
  const merchantId = branded(id);
  return await db.transaction().execute(async (trx) => {
    if (!(await lockMerchant(trx, merchantId))) throw unknownMerchant();
    const [pending] = await findAccounts(trx, cipher, merchantId, ['proposed']);
    if (pending?.proposedBy === caller.keyId && isSame(pending.details, details)) return pendingView(pending);
    const accountId = `ACC-${randomBytes(8).toString('hex')}`;
    const proposed = { accountId, merchantId, details, proposedBy: caller.keyId };
    await proposeAccount(trx, cipher, { ...proposed, createdAt: at });
    return pendingView(proposed);
  });
}

/**
 * The second person agrees. The account before is paid nothing from this moment; the new one gets its prenote with the
 * next run, and money from three banking days after it.
 * @throws LeaseError NOT_FOUND, FORBIDDEN
 */
export async function confirm(
  { db, cipher }: AccountDeps,
  caller: Caller,
  seen: { merchantId: string; accountId?: string | undefined },
  at: Instant,
): Promise<MerchantAccountView> {
  const merchantId = branded(seen.merchantId);
  return await db.transaction().execute(async (trx) => {
    // A run that is being cut just now comes before or after, never half: it either pays the new account's prenote, or
    // counts as the newest run.
    await lockTraces(trx);
    if (!(await lockMerchant(trx, merchantId))) throw unknownMerchant();
    const [pending] = await findAccounts(trx, cipher, merchantId, ['proposed']);
    const current = await currentAccount(trx, cipher, merchantId);
    const isRepeat = !pending && (seen.accountId ?? current?.accountId) === current?.accountId;
    if (isRepeat && current?.confirmedBy === caller.keyId) return accountView(current); // the same call again
    const isSeen = seen.accountId === undefined || seen.accountId === pending?.accountId;
    if (!pending || !isSeen) throw new LeaseError('NOT_FOUND', 'no such account waits for confirmation');
    if (pending.proposedBy === caller.keyId) {
      throw new LeaseError('FORBIDDEN', 'the key that proposed this account cannot confirm it: a second person must');
    }
    const confirmedOn = await nextRunOn(trx, at);
    const usableFromOn = addBankingDays(confirmedOn, PRENOTE_BANKING_DAYS);
    const by = { confirmedBy: caller.keyId, confirmedOn, usableFromOn };
    await confirmAccount(trx, merchantId, pending.accountId, by);
    return accountView({ ...pending, ...by, state: 'prenoting' });
  });
}

/** The day whose run comes next: that of the clock, or, where a sandbox's runs lie ahead of it, the one after them. */
async function nextRunOn(trx: Trx, at: Instant): Promise<CalendarDate> {
  const byClockOn = bankingDayAt(at);
  const newestOn = await newestRunOn(trx);
  const afterRunsOn = newestOn && nextBankingDay(newestOn);
  return afterRunsOn !== undefined && afterRunsOn > byClockOn ? afterRunsOn : byClockOn;
}

/** The account that is paid to, or the one that was until its bank refused it. */
async function currentAccount(
  db: Db | Trx,
  cipher: Cipher,
  merchantId: MerchantId,
): Promise<MerchantAccount | undefined> {
  const accounts = await findAccounts(db, cipher, merchantId, ['prenoting', 'usable', 'unusable']);
  return accounts.find(({ state }) => state !== 'unusable') ?? accounts[0];
}

function accountView(account: MerchantAccount): MerchantAccountView {
  const { source, confirmedBy, confirmedOn, usableFromOn, state } = account;
  if (state === 'proposed' || state === 'replaced') throw new LeaseError('INTERNAL', `an account that is ${state}`);
  return { ...shown(account), state, source, confirmedBy, confirmedOn, usableFromOn };
}

type Shown = Pick<MerchantAccount, 'accountId' | 'merchantId' | 'details' | 'proposedBy'>;

const pendingView = (account: Shown): PendingAccountView => ({ ...shown(account), state: 'pending' });

/** Routing numbers are public; of the account number the last four digits tell which one is meant. */
function shown({ accountId, merchantId, details, proposedBy }: Shown) {
  const { routingNumber, accountNumber, accountType } = details;
  return { accountId, merchantId, routingNumber, accountLast4: accountNumber.slice(-4), accountType, proposedBy };
}

function isSame(one: BankAccount, other: BankAccount): boolean {
  return (
    one.routingNumber === other.routingNumber &&
    one.accountNumber === other.accountNumber &&
    one.accountType === other.accountType
  );
}

const unknownMerchant = (): LeaseError => new LeaseError('NOT_FOUND', 'no such merchant');
