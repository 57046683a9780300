import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MessageId } from '../domain/ids';
import type { InvoiceContent, InvoiceItem } from '../domain/invoice';
import type { LeasePricing } from '../domain/pricing';
import type { Cipher } from './cipher';
import { rowId } from './cipher';
import type { Db, Trx } from './database';

export interface ContractRound {
  leaseId: LeaseId;
  round: number;
}

export const agreementRow = ({ leaseId, round }: ContractRound) => ({
  table: 'agreements',
  column: 'content',
  id: rowId(leaseId, round),
});

const signatureRow = ({ leaseId, round }: ContractRound) => ({
  table: 'signatures',
  column: 'evidence',
  id: rowId(leaseId, round),
});

export async function insertInvoice(
  trx: Trx,
  contract: ContractRound & {
    messageId: MessageId;
    content: InvoiceContent;
    deliveryState: string;
    pricing: LeasePricing;
    submittedAt: Instant;
  },
): Promise<void> {
  await trx
    .insertInto('invoices')
    .values({
      lease_id: contract.leaseId,
      round: contract.round,
      message_id: contract.messageId,
      invoice_number: contract.content.invoiceNumber,
      invoice_total_cents: contract.content.invoiceTotalCents,
      delivery_state: contract.deliveryState,
      lines: JSON.stringify(contract.content.lines),
      pricing: JSON.stringify(contract.pricing),
      submitted_at: contract.submittedAt,
    })
    .execute();
}

export async function insertAgreement(
  trx: Trx,
  cipher: Cipher,
  agreement: ContractRound & { language: 'en' | 'es'; sha256: string; content: unknown },
): Promise<void> {
  const { leaseId, round, language, sha256, content } = agreement;
  await trx
    .insertInto('agreements')
    .values({ lease_id: leaseId, round, language, sha256, content: cipher.sealJson(content, agreementRow(agreement)) })
    .execute();
}

/** The agreement's hash as the lease must know it before anyone can sign. */
export async function agreementHash(db: Db | Trx, { leaseId, round }: ContractRound): Promise<string | undefined> {
  const row = await db
    .selectFrom('agreements')
    .select('sha256')
    .where('lease_id', '=', leaseId)
    .where('round', '=', round)
    .executeTakeFirst();
  return row?.sha256;
}

/** Makes the customer's single-use link: 256 random bits, of which SQL keeps only the hash. */
export async function insertSigningLink(trx: Trx, { leaseId, round }: ContractRound): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await trx
    .insertInto('signing_links')
    .values({ token_hash: tokenHash(token), lease_id: leaseId, round })
    .execute();
  return token;
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function insertSignature(
  trx: Trx,
  cipher: Cipher,
  signature: ContractRound & { messageId: MessageId; signedAt: Instant; evidence: unknown },
): Promise<void> {
  const { leaseId, round, messageId, signedAt, evidence } = signature;
  await trx
    .insertInto('signatures')
    .values({
      lease_id: leaseId,
      round,
      message_id: messageId,
      signed_at: signedAt,
      evidence: cipher.sealJson(evidence, signatureRow(signature)),
    })
    .execute();
}

/** Which contract a signing link belongs to, dead or alive; undefined for a token that never existed. */
export async function findSigningLink(db: Db, token: string): Promise<ContractRound | undefined> {
  const row = await db
    .selectFrom('signing_links')
    .select(['lease_id', 'round'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  return row && { leaseId: row.lease_id, round: row.round };
}

/** The agreement as rendered, and its hash. */
export async function readAgreement(
  db: Db,
  cipher: Cipher,
  contract: ContractRound,
): Promise<{ sha256: string; content: unknown }> {
  const { sha256, content } = await db
    .selectFrom('agreements')
    .select(['sha256', 'content'])
    .where('lease_id', '=', contract.leaseId)
    .where('round', '=', contract.round)
    .executeTakeFirstOrThrow();
  return { sha256, content: cipher.openJson(content, agreementRow(contract)) };
}

/** What proves the signature, as it was kept; undefined where this contract was not signed. */
export async function readSignature(
  db: Db,
  cipher: Cipher,
  contract: ContractRound,
): Promise<{ signedAt: Instant; evidence: unknown } | undefined> {
  const row = await db
    .selectFrom('signatures')
    .select(['signed_at', 'evidence'])
    .where('lease_id', '=', contract.leaseId)
    .where('round', '=', contract.round)
    .executeTakeFirst();
  return row && { signedAt: row.signed_at, evidence: cipher.openJson(row.evidence, signatureRow(contract)) };
}

/** An order as it was sold. */
export interface KeptInvoice {
  invoiceNumber: string;
  lines: InvoiceItem[];
  pricing: LeasePricing;
  /** the governing US state */
  deliveryState: string;
}

/** @throws Error when the contract has no invoice */
export async function readInvoice(db: Db, { leaseId, round }: ContractRound): Promise<KeptInvoice> {
  const row = await db
    .selectFrom('invoices')
    .select(['invoice_number', 'lines', 'pricing', 'delivery_state'])
    .where('lease_id', '=', leaseId)
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  const { invoice_number: invoiceNumber, lines, pricing, delivery_state: deliveryState } = row;
  return { invoiceNumber, lines, pricing, deliveryState };
}
