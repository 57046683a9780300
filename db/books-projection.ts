import { leaseId, type LeaseId } from '../domain/ids';
import type { LeaseStatus, ServicingState } from '../domain/lease-status';
import type { BookFinding, LawReport } from './books-law';
import type { Db, Trx } from './database';

/** What both the Workflow and its row in SQL know. */
export interface WorkflowFacts {
  status: LeaseStatus;
  version: number;
}

/** Answers undefined when no Workflow of the lease exists any more. */
export type ReadWorkflow = (leaseId: LeaseId) => Promise<WorkflowFacts | undefined>;

type Projected = WorkflowFacts & { lease_id: LeaseId };

/** Asked at once, so that a worker is busy and not flooded. */
const BATCH_COUNT = 20;

/** A lease may move between the two readings; one that differs this often is not moving but wrong. */
const READINGS_MAX = 3;

const ENDED_STATUSES: readonly LeaseStatus[] = ['approval_expired'];
const ENDED_SERVICING: readonly ServicingState[] = [
  'returned',
  'owned_by_term',
  'owned_by_buyout',
  'surrendered',
  'charged_off',
];

/** M15: at rest, the Workflow of each lease that has not ended and its row in SQL say the same. */
export async function compareWithWorkflows(db: Db | Trx, readWorkflow: ReadWorkflow): Promise<LawReport> {
  const report: LawReport = { law: 'M15', counted: 'open leases', checkedCount: 0, findings: [] };
  let batch = await openLeases(db, '');
  while (batch.length > 0) {
    try {
      const judged = await Promise.all(batch.map((row) => compare(db, readWorkflow, row)));
      report.findings.push(...judged.filter((finding) => finding !== undefined));
    } catch (error) {
      // Whom nobody answers once is not asked a million times.
      report.findings.push({ law: 'M15', subject: 'Temporal', detail: `does not answer: ${String(error)}` });
      return report;
    }
    report.checkedCount += batch.length;
    batch = await openLeases(db, batch.at(-1)?.lease_id ?? '');
  }
  return report;
}

/** Walks by key: leases that are added or end meanwhile shift nothing. */
async function openLeases(db: Db | Trx, after: string): Promise<Projected[]> {
  return await db
    .selectFrom('leases')
    .select(['lease_id', 'status', 'version'])
    .where('lease_id', '>', leaseId(after))
    .where('status', 'not in', ENDED_STATUSES)
    .where((where) =>
      where.or([where('servicing_state', 'is', null), where('servicing_state', 'not in', ENDED_SERVICING)]),
    )
    .orderBy('lease_id')
    .limit(BATCH_COUNT)
    .execute();
}

async function compare(db: Db | Trx, readWorkflow: ReadWorkflow, row: Projected): Promise<BookFinding | undefined> {
  let projected = row;
  let detail = '';
  for (let reading = 1; reading <= READINGS_MAX; reading += 1) {
    const facts = await readWorkflow(row.lease_id);
    // A denial becomes final without a word to SQL: the Workflow is then gone after its retention.
    if (!facts && projected.status === 'denied') return undefined;
    if (facts?.status === projected.status && facts.version === projected.version) return undefined;
    detail = `SQL says ${said(projected)}, the Workflow ${facts ? said(facts) : 'does not exist'}`;
    projected = await reread(db, projected);
  }
  return { law: 'M15', subject: `lease ${row.lease_id}`, detail };
}

async function reread(db: Db | Trx, { lease_id }: Projected): Promise<Projected> {
  return await db
    .selectFrom('leases')
    .select(['lease_id', 'status', 'version'])
    .where('lease_id', '=', lease_id)
    .executeTakeFirstOrThrow();
}

const said = ({ status, version }: WorkflowFacts): string => `${status} version ${version}`;
