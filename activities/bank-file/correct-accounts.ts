import type { Cipher } from '../../db/cipher';
import { type AccountInUse, accountsInUse, type CorrectedAccount, replaceAccounts } from '../../db/corrected-accounts';
import type { Trx } from '../../db/database';
import { correctedAccount } from '../../domain/bank-file/correct-account';
import type { FiledEntry, Verdict } from '../../domain/bank-file/judge-answers';
import type { Instant } from '../../domain/calendar-date';

type Correction = Extract<Verdict, { does: 'correct' }>;

/**
 * Keeps what notifications of change correct, each as a new version of the account, used from the next entry on. The
 * entry itself is not sent again: it arrived. A correction of an account that is not in use any more changes nothing.
 */
export async function correctAccounts(
  trx: Trx,
  cipher: Cipher,
  verdicts: readonly Verdict[],
  at: Instant,
): Promise<void> {
  const corrections = verdicts.filter(isCorrection);
  if (corrections.length === 0) return;
  const entries = corrections.map(({ entry }) => entry);
  const inUse = await accountsInUse(trx, cipher, entries.flatMap(merchantOf), entries.flatMap(customerOf));
  const corrected = new Map<string, CorrectedAccount>();
  for (const correction of corrections) {
    const next = correctedBy(correction, inUse, corrected, at);
    if (next) corrected.set(ownerOf(correction.entry), next);
  }
  await replaceAccounts(trx, cipher, [...corrected.values()]);
}

/** Several corrections of one account in a file, for two entries or in two codes, make one new version. */
function correctedBy(
  { entry, answer, correction }: Correction,
  inUse: ReadonlyMap<string, AccountInUse>,
  corrected: ReadonlyMap<string, CorrectedAccount>,
  createdAt: Instant,
): CorrectedAccount | undefined {
  const used = inUse.get(ownerOf(entry));
  if (!used || used.accountId !== entry.accountId) return undefined;
  const known = corrected.get(ownerOf(entry));
  const account = correctedAccount(known?.account ?? used.account, correction);
  if (!account) return undefined;
  if (known) return { ...known, account };
  const [merchantId = null] = merchantOf(entry);
  return {
    accountId: `ACC-${answer.code}-${entry.traceNumber}`,
    merchantId,
    leaseId: merchantId === null ? entry.leaseId : null,
    account,
    replaces: used.accountId,
    usableFromOn: used.usableFromOn,
    createdAt,
  };
}

const isCorrection = (verdict: Verdict): verdict is Correction =>
  verdict.result === 'applied' && verdict.does === 'correct';

/** A merchant's entry names no lease; a customer's may name the merchant of the lease. */
const isToMerchant = ({ leaseId }: FiledEntry): boolean => leaseId === null;
const merchantOf = (entry: FiledEntry) => (isToMerchant(entry) && entry.merchantId !== null ? [entry.merchantId] : []);
const customerOf = ({ leaseId }: FiledEntry) => (leaseId === null ? [] : [leaseId]);
const ownerOf = ({ leaseId, merchantId }: FiledEntry): string => leaseId ?? merchantId ?? '';
