import { sql } from 'kysely';
import { addDays, type CalendarDate, calendarDate } from '../domain/calendar-date';
import { type Cents, cents } from '../domain/cents';
import type { AnswersGiven, PendingFile } from '../domain/simulated-bank/answer-file';
import { readHandedFile } from '../domain/simulated-bank/handed-file';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

/** Of a file to the bank, `available_on` is the next day the bank answers it on; of a file from it, the day it spoke. */
const NEVER = calendarDate('9999-12-31');
const SAID_FOR_DAYS = 31;

const sealedRow = (name: string) => ({ table: 'sandbox_bank_files', column: 'content', id: name });

/** @returns `taken` when the name is there with other bytes */
export async function keepHandedFile(
  db: Db,
  cipher: Cipher,
  { name, text }: { name: string; text: string },
  answersFromOn: CalendarDate | null,
): Promise<'kept' | 'known' | 'taken'> {
  const content = cipher.seal(text, sealedRow(name));
  const fresh = await db
    .insertInto('sandbox_bank_files')
    .values({ name, direction: 'to_bank', available_on: answersFromOn ?? NEVER, content })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  if (fresh) return 'kept';
  const row = await db.selectFrom('sandbox_bank_files').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  return cipher.open(row.content, sealedRow(name)) === text ? 'known' : 'taken';
}

/** Lets the bank speak for a day; once it has, the day is closed. Two at once wait for each other. */
export async function closeBankDay(
  db: Db,
  cipher: Cipher,
  businessOn: CalendarDate,
  answer: (pending: readonly PendingFile[]) => AnswersGiven,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(4206)`.execute(trx);
    const name = `RETURNS_${businessOn}.ach`;
    const spoken = await trx.selectFrom('sandbox_bank_files').select('name').where('name', '=', name).execute();
    const pending = spoken.length > 0 ? [] : await pendingFiles(trx, cipher, businessOn);
    if (pending.length === 0) return;
    const { text, next } = answer(pending);
    await moveOn(trx, next);
    if (text === undefined) return;
    const content = cipher.seal(text, sealedRow(name));
    await trx
      .insertInto('sandbox_bank_files')
      .values({ name, direction: 'from_bank', available_on: businessOn, content })
      .execute();
  });
}

async function pendingFiles(trx: Trx, cipher: Cipher, businessOn: CalendarDate): Promise<PendingFile[]> {
  const rows = await trx
    .selectFrom('sandbox_bank_files')
    .selectAll()
    .where('direction', '=', 'to_bank')
    .where('available_on', '<=', businessOn)
    .orderBy('name')
    .execute();
  return rows.map(({ name, content, available_on: answersFromOn }) => {
    return { name, text: cipher.open(content, sealedRow(name)), answersFromOn };
  });
}

async function moveOn(trx: Trx, next: AnswersGiven['next']): Promise<void> {
  const rows = Array.from(next, ([name, on]) => ({ name, on: on ?? NEVER }));
  await sql`
    UPDATE sandbox_bank_files SET available_on = given."on"
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given(name text, "on" date)
     WHERE sandbox_bank_files.name = given.name`.execute(trx);
}

/** What the bank has said in the month up to that day, oldest first. */
export async function filesFromBank(
  db: Db,
  cipher: Cipher,
  businessOn: CalendarDate,
): Promise<{ name: string; text: string }[]> {
  const rows = await db
    .selectFrom('sandbox_bank_files')
    .selectAll()
    .where('direction', '=', 'from_bank')
    .where('available_on', '<=', businessOn)
    .where('available_on', '>', addDays(businessOn, -SAID_FOR_DAYS))
    .orderBy('available_on')
    .execute();
  return rows.map(({ name, content }) => ({ name, text: cipher.open(content, sealedRow(name)) }));
}

/**
 * What our account at the simulated bank has gained or lost, computed from the bytes it was handed and not from our
 * books: debits less credits, without the entries whose return was accepted (M16). What we parked the bank takes back.
 */
export async function bankHoldingsCents(db: Db | Trx, cipher: Cipher): Promise<Cents> {
  const returned = await db
    .selectFrom('bank_file_entries')
    .select('trace_number')
    .where('result', '=', 'applied')
    .where('code', 'like', 'R%')
    .execute();
  const isReturned = new Set(returned.map((row) => row.trace_number));
  const names = await db.selectFrom('sandbox_bank_files').select('name').where('direction', '=', 'to_bank').execute();
  let heldCents = 0;
  // One at a time: three years of files are more than one process should hold.
  for (const { name } of names) heldCents += await movedBy(db, cipher, name, isReturned);
  return cents(heldCents);
}

async function movedBy(db: Db | Trx, cipher: Cipher, name: string, isReturned: ReadonlySet<string>): Promise<number> {
  const row = await db.selectFrom('sandbox_bank_files').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  const entries = readHandedFile(cipher.open(row.content, sealedRow(name))).batches.flatMap((batch) => batch.entries);
  return entries
    .filter(({ traceNumber }) => !isReturned.has(traceNumber))
    .reduce((sum, entry) => sum + (entry.transactionCode.charAt(1) < '5' ? -1 : 1) * entry.amountCents, 0);
}
