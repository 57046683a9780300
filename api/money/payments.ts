import { sql } from 'kysely';
import { bankingDayAt } from '../../activities/new-york';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { nextBankingDay } from '../../domain/banking-calendar';
import { type CalendarDate, type Instant, instant } from '../../domain/calendar-date';
import { cents, sumCents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { EntryKind } from '../../domain/ledger';
import { requireLease } from '../reads/tenancy';
import { lastFourOf } from './payment-accounts';
import { dateOf, paymentLines } from './payment-lines';
import { type BalanceStep, readHistoryRows } from './payment-rows';
import type { DateRange, FeeBreakdown, PaymentHistory, PaymentLine, PaymentReads } from './payments-port';

export interface PaymentReadsDeps {
  db: Db;
  cipher: Cipher;
}

/** @param now the wall clock: until which cut-off a payment can be scheduled is a question of today */
export function paymentReads({ db, cipher }: PaymentReadsDeps, now = () => instant(Date.now())): PaymentReads {
  return {
    async history(caller, leaseId, range) {
      await requireLease(db, caller, leaseId);
      return await readHistory(db, cipher, leaseId, { range, now: now() });
    },

    async fees(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      return await readFees(db, leaseId);
    },

    async statementHead(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      const { language, pay_frequency: payFrequency } = await db
        .selectFrom('applicants')
        .select(['language', 'pay_frequency'])
        .where('lease_id', '=', leaseId)
        .executeTakeFirstOrThrow();
      return { leaseId, language, payFrequency, cutOffOn: await nextCutOffOn(db, now()) };
    },
  };
}

async function readHistory(
  db: Db,
  cipher: Cipher,
  leaseId: LeaseId,
  { range, now }: { range: DateRange; now: Instant },
): Promise<PaymentHistory> {
  const rows = await readHistoryRows(db, leaseId);
  const lines = paymentLines(rows, await lastFourOf(db, cipher, leaseId));
  return {
    data: lines.filter((line) => isWithin(range, line)),
    cutOffOn: await nextCutOffOn(db, now),
    totalPaidCents: sumCents(rows.steps.map(paidBy)),
    remainingCents: rows.remainingCents,
    feesDueCents: rows.feesDueCents,
  };
}

function isWithin({ from, to }: DateRange, line: PaymentLine): boolean {
  const date = dateOf(line);
  if (date === null) return from === undefined && to === undefined;
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}

/** Entries by which the customer pays, and those by which the money goes back. */
const PAYS: readonly EntryKind[] = ['LeaseOpened', 'DebitSettled', 'CardPaymentTaken'];
const GIVES_BACK: readonly EntryKind[] = ['SettledDebitReturned', 'RefundOwed'];

function paidBy({ kind, debitCents, creditCents }: BalanceStep) {
  return cents((PAYS.includes(kind) ? creditCents : 0) - (GIVES_BACK.includes(kind) ? debitCents : 0));
}

/** The banking day after the newest run, and never a day that is over. */
async function nextCutOffOn(db: Db, now: Instant): Promise<CalendarDate> {
  const { rows } = await sql<{ newestOn: CalendarDate | null }>`
    SELECT greatest((SELECT max(business_on) FROM collection_runs), (SELECT max(business_on) FROM funding_runs))
           AS "newestOn"`.execute(db);
  const newestOn = rows[0]?.newestOn ?? null;
  const today = bankingDayAt(now);
  const next = newestOn === null ? today : nextBankingDay(newestOn);
  return next > today ? next : today;
}

async function readFees(db: Db, leaseId: LeaseId): Promise<FeeBreakdown> {
  const rows = await db
    .selectFrom('late_fees')
    .selectAll()
    .where('lease_id', '=', leaseId)
    .orderBy('assessed_on')
    .orderBy('payment_number')
    .execute();
  const assessedCents = sumCents(rows.map((row) => row.amount_cents));
  const waivedCents = sumCents(rows.map((row) => row.waived_cents));
  return {
    data: rows.map((row) => ({
      feeId: row.fee_id,
      paymentNumber: row.payment_number,
      dueOn: row.due_on,
      assessedOn: row.assessed_on,
      daysLate: row.days_late,
      state: row.state,
      rule: row.rule,
      capCents: row.cap_cents,
      amountCents: row.amount_cents,
      waivedCents: row.waived_cents,
      waivedReason: row.waived_reason,
    })),
    assessedCents,
    waivedCents,
    totalCents: cents(assessedCents - waivedCents),
  };
}
