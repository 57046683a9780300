import { sql } from 'kysely';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { auditChains } from './books-audit';
import { compareWithBank } from './books-bank';
import { CUSTOMER_LAWS } from './books-customers';
import { LEASE_LAWS } from './books-leases';
import { LEDGER_LAWS } from './books-ledger';
import { MERCHANT_LAWS } from './books-merchants';
import { PAYMENT_LAWS } from './books-payments';
import { compareWithWorkflows, type ReadWorkflow } from './books-projection';
import type { BookFinding, LawReport, Offender, SqlLaw } from './books-law';

export type { BookFinding, LawReport } from './books-law';
export type { ReadWorkflow, WorkflowFacts } from './books-projection';

export interface BooksOptions {
  /** Asks a lease's Workflow. Without it M15 cannot be judged and is left out. */
  readWorkflow?: ReadWorkflow;
  /** Opens the files that a simulated bank was handed. Without it M16 rests on our own entries alone. */
  cipher?: Cipher;
}

/** Enough to see what is wrong; a broken ledger of a million entries must not be read into memory. */
const FINDINGS_MAX = 100;

/** In the order of the laws. M15 asks Workflows, and comes last. */
const LAWS: readonly SqlLaw[] = [
  ...LEDGER_LAWS,
  MERCHANT_LAWS.merchantIsOwedWhatIsOpen,
  LEASE_LAWS.eachLeaseFundsOnce,
  MERCHANT_LAWS.runsAreWhatTheyPaid,
  MERCHANT_LAWS.negativeNetsAreCarried,
  CUSTOMER_LAWS.balanceIsWhatIsOpen,
  CUSTOMER_LAWS.scheduleIsTheTotal,
  CUSTOMER_LAWS.buyoutEndsAllCharges,
  PAYMENT_LAWS.feesAreWithinTheLaw,
  PAYMENT_LAWS.returnsRestoreWhatWasPaid,
  PAYMENT_LAWS.paidIsWhatPaymentsPaid,
  LEASE_LAWS.moneyMovesInTheRightState,
  PAYMENT_LAWS.bankIsWhatFilesMoved,
];

/** Proves the money laws of quality.md 1 on this database, one report a law, in the order of the laws. */
export async function auditBooks(db: Db | Trx, { readWorkflow, cipher }: BooksOptions = {}): Promise<LawReport[]> {
  const reports = await snapshot(db, async (trx) => {
    const judged: LawReport[] = [];
    for (const law of LAWS) judged.push(await judge(trx, law));
    if (cipher) judged.push(await compareWithBank(trx, cipher));
    return [...judged, await auditChains(trx)];
  });
  if (readWorkflow) reports.push(await compareWithWorkflows(db, readWorkflow));
  return reports;
}

/** All findings; none means that the books hold. */
export async function proveBooks(db: Db | Trx, options: BooksOptions = {}): Promise<BookFinding[]> {
  return (await auditBooks(db, options)).flatMap(({ findings }) => findings);
}

/** One state of the database for all laws, however much is posted meanwhile. Inside a transaction: what it sees. */
async function snapshot<Answer>(db: Db | Trx, read: (trx: Db | Trx) => Promise<Answer>): Promise<Answer> {
  if (db.isTransaction) return await read(db);
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

async function judge(trx: Db | Trx, { law, counted, count, offenders }: SqlLaw): Promise<LawReport> {
  const checked = await sql<{ checked: number }>`SELECT count(*) AS checked FROM ${count} AS counted`.execute(trx);
  const { rows } = await sql<Offender>`SELECT subject, detail FROM ${offenders} AS offenders
    ORDER BY subject LIMIT ${FINDINGS_MAX}`.execute(trx);
  return {
    law,
    counted,
    checkedCount: checked.rows[0]?.checked ?? 0,
    findings: rows.map(({ subject, detail }) => ({ law, subject, detail })),
  };
}
