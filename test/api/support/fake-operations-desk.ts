import type { MerchantAccountView, OperationsDesk, PendingAccountView } from '../../../api/money/operations-desk-port';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { knownRun } from './fake-fundings';

export const COLLECTION_RUN = 'CRUN-2026-11-25';
export const MERCHANT = 'M-1';

const ACCOUNT = {
  accountId: 'ACC-1',
  merchantId: MERCHANT,
  accountLast4: '6789',
  accountType: 'checking',
  routingNumber: '121042882',
  proposedBy: 'operations',
} as const;

export const PENDING_ACCOUNT: PendingAccountView = { ...ACCOUNT, state: 'pending' };

export const MERCHANT_ACCOUNT: MerchantAccountView = {
  ...ACCOUNT,
  state: 'prenoting',
  source: 'operations',
  confirmedBy: 'operations2',
  confirmedOn: calendarDate('2026-11-24'),
  usableFromOn: calendarDate('2026-11-30'),
};

function knownCollectionRun(runId: string): string {
  if (runId !== COLLECTION_RUN) throw new LeaseError('NOT_FOUND', 'no such run');
  return runId;
}

function known(merchantId: string): string {
  if (merchantId !== MERCHANT) throw new LeaseError('NOT_FOUND', 'no such merchant');
  return merchantId;
}

export const fakeOperationsDesk = (): OperationsDesk => ({
  fundingFile: async (runId) => `101 ${knownRun(runId).runId}`,
  release: async (_caller, runId) => knownRun(runId),
  collectionRun: async (runId) => ({
    runId: knownCollectionRun(runId),
    businessOn: calendarDate('2026-11-25'),
    state: 'sent',
    debitCount: 2,
    debitCents: cents(15_008),
    refundCount: 0,
    refundCents: cents(0),
    effectiveOn: calendarDate('2026-11-27'),
  }),
  collectionFile: async (runId) => `101 ${knownCollectionRun(runId)}`,
  accounts: async (merchantId) => ({ merchantId: known(merchantId), current: MERCHANT_ACCOUNT, pending: null }),
  proposeAccount: async (_caller, merchantId) => ({ ...PENDING_ACCOUNT, merchantId: known(merchantId) }),
  confirmAccount: async (_caller, merchantId) => ({ ...MERCHANT_ACCOUNT, merchantId: known(merchantId) }),
  setProgram: async (_caller, merchantId) => void known(merchantId),
  setEmbedOrigins: async (merchantId) => void known(merchantId),
});
