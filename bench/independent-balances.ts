import { sql } from 'kysely';
import type { Db } from '../db/database';

interface Facts {
  lease_id: string;
  total_to_own_cents: number;
  is_over: boolean;
  fees: number | null;
  ledger: number | null;
  payments: { kind: string; state: string; amount_cents: number }[] | null;
}

/** Leases whose balance in the ledger is not what the customer's own account says, computed payment by payment. */
export async function wrongBalances(db: Db): Promise<string[]> {
  const { rows } = await sql<Facts>`
    SELECT lease_id, total_to_own_cents, is_over,
           (SELECT sum(amount_cents - waived_cents) FROM late_fees WHERE late_fees.lease_id = leases.lease_id)::bigint AS fees,
           (SELECT sum(debit_cents - credit_cents) FROM postings
             WHERE postings.lease_id = leases.lease_id AND account = 'customer_balance')::bigint AS ledger,
           (SELECT json_agg(json_build_object('kind', kind, 'state', state, 'amount_cents', amount_cents)) FROM payments
             WHERE payments.lease_id = leases.lease_id) AS payments
      FROM leases ORDER BY lease_id`.execute(db);
  return rows.flatMap((facts) => {
    const owed = balanceOf(facts);
    return owed === (facts.ledger ?? 0) ? [] : [`${facts.lease_id}: owes ${owed}, the ledger says ${facts.ledger}`];
  });
}

function balanceOf({ total_to_own_cents, fees, payments }: Facts): number {
  let owed = total_to_own_cents + (fees ?? 0);
  for (const { kind, state, amount_cents } of payments ?? []) {
    if (state !== 'posted') continue;
    owed += kind === 'refund' ? amount_cents : -amount_cents;
  }
  return owed;
}
