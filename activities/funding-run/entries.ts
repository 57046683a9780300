import type { PayeeAccount } from '../../db/funding-accounts';
import type { FundingEntry } from '../../db/funding-runs';
import { type Cents, ZERO_CENTS } from '../../domain/cents';
import { merchantIdentification } from '../../domain/funding/identification';
import type { MerchantId } from '../../domain/ids';
import { transactionCode } from '../../domain/nacha/transaction-codes';

export interface EntriesToMake {
  accounts: readonly PayeeAccount[];
  nets: readonly { merchantId: MerchantId; paidCents: Cents }[];
  originatingBank: string;
  /** the newest trace sequence in use */
  sequence: number;
}

/** One credit for each merchant that is paid, one prenote for each account to be tested, numbered on from `sequence`. */
export function entriesFor({ accounts, nets, originatingBank, sequence }: EntriesToMake) {
  const paid = new Map(nets.map(({ merchantId, paidCents }) => [merchantId, paidCents]));
  const due = accounts.filter(({ purpose, merchantId }) => purpose === 'prenote' || (paid.get(merchantId) ?? 0) > 0);
  const entries = due.map(({ accountId, merchantId, purpose, account }, index): FundingEntry => {
    const kind = purpose === 'prenote' ? 'prenote' : 'live';
    return {
      traceNumber: originatingBank + String(sequence + index + 1).padStart(7, '0'),
      purpose,
      transactionCode: transactionCode(account.accountType, kind, 'credit'),
      amountCents: kind === 'live' ? (paid.get(merchantId) ?? ZERO_CENTS) : ZERO_CENTS,
      merchantId,
      accountId,
      identification: merchantIdentification(merchantId),
    };
  });
  const live = entries.filter(({ purpose }) => purpose === 'funding');
  const traces = new Map(live.map(({ merchantId, traceNumber }) => [merchantId, traceNumber]));
  return { entries, traceOf: (merchantId: MerchantId): string | null => traces.get(merchantId) ?? null };
}
