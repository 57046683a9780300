import { MockActivityEnvironment } from '@temporalio/testing';
import type { KyselyPlugin } from 'kysely';
import { type Activities, createActivities } from '../activities';
import type { Bank } from '../activities/ports';
import { createAdapters } from '../activities/adapters/choose';
import { webhooksOf } from '../activities/webhooks/mode';
import type { ServicingRequest } from '../activities/servicing';
import type { Db } from '../db/database';
import { nextBankingDay } from '../domain/banking-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import { LESSOR } from '../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../domain/originator';
import { sandboxStore } from '../worker/sandbox-store';
import type { System } from './system';

/** The activities of a banking day on one database, as a worker would run them, and the statements they send. */
export class RunDays {
  statementCount = 0;
  private readonly activities: Activities;

  constructor({ db, cipher }: Pick<System, 'db' | 'cipher'>, bank?: Bank) {
    const counted: Db = db.withPlugin(this.counter());
    const adapters = createAdapters({ mode: 'sandbox' }, sandboxStore(counted, cipher));
    this.activities = createActivities({
      db: counted,
      cipher,
      lessor: LESSOR,
      // Runs move money in SQL; the Workflows of these leases were never started.
      leases: { tell: () => Promise.resolve(false) },
      postWebhook: webhooksOf('sandbox').postWebhook,
      originator: SANDBOX_ORIGINATOR,
      releaseLimitCents: RELEASE_LIMIT_CENTS * 1_000,
      ...adapters,
      ...(bank ? { bank } : {}),
    });
  }

  /** One banking day, in the order of `workflows/collection-run` and `workflows/funding-run`. */
  async day(businessOn: CalendarDate): Promise<void> {
    await new MockActivityEnvironment().run(async () => {
      const act = this.activities;
      const { fileIds } = await act.collectBankFiles({ businessOn });
      for (const fileId of fileIds) await act.applyBankFile({ fileId });
      await act.settleCollections({ businessOn });
      await act.chargeDuePayments({ businessOn });
      await act.assessLateFees({ businessOn });
      const { runId, hasFile } = await act.cutCollectionRun({ businessOn });
      if (hasFile) await act.sendCollectionFile({ runId });
      await act.leasesPaidOff({ businessOn });
      await this.funding(businessOn);
    });
  }

  async paidOff(businessOn: CalendarDate): Promise<LeaseId[]> {
    const found: LeaseId[] = [];
    await new MockActivityEnvironment().run(async () => {
      found.push(...(await this.activities.leasesPaidOff({ businessOn })).leaseIds);
    });
    return found;
  }

  async close(request: ServicingRequest): Promise<void> {
    await new MockActivityEnvironment().run(() => this.activities.closePaidOff(request));
  }

  /** Only what merchants are paid. */
  async fundingDay(businessOn: CalendarDate): Promise<void> {
    await new MockActivityEnvironment().run(() => this.funding(businessOn));
  }

  private async funding(businessOn: CalendarDate): Promise<void> {
    await this.activities.settleFundings({ businessOn });
    const { runId, state } = await this.activities.cutFundingRun({ businessOn });
    if (state === 'released') await this.activities.sendFundingFile({ runId });
  }

  private counter(): KyselyPlugin {
    return {
      transformQuery: ({ node }) => {
        this.statementCount += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
  }
}

/** So many banking days in order, the first one included. */
export function bankingDays(firstOn: CalendarDate, count: number): CalendarDate[] {
  const days = [firstOn];
  while (days.length < count) days.push(nextBankingDay(days.at(-1) ?? firstOn));
  return days.slice(0, count);
}
