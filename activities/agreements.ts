import { createHash } from 'node:crypto';
import { type ApplicantDetails, readApplicant } from '../db/applicants';
import { insertAgreement, insertInvoice, insertSigningLink } from '../db/contracts';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { requestBody } from '../db/requests';
import { findStore } from '../db/stores';
import { renderAgreement } from '../domain/agreement/agreement';
import { canonicalJson } from '../domain/agreement/canonical-json';
import type { InvoiceContent } from '../domain/invoice';
import type { Recording, Reporter } from '../domain/lease/recording';
import { paymentSchedule } from '../domain/payment-schedule';
import type { LeasePricing } from '../domain/pricing';
import { localDate } from '../domain/store-clock';
import type { ActivityDeps } from './deps';
import { storeOffsets } from './store-offsets';

/** Keeps an accepted invoice, renders the agreement the customer will read, and makes the link to sign it. */
export async function keepAgreement(
  { cipher, lessor }: ActivityDeps,
  trx: Trx,
  lease: LeaseRow,
  step: Recording,
  by: Reporter,
): Promise<{ invoiceNumber: string; pricing: LeasePricing; signingUrl: string }> {
  const {
    lease_id: leaseId,
    contract_round: round,
    delivery_state: governingState,
    contracts_expire_at: signByAt,
  } = lease;
  const { pricing } = lease;
  const found = await findStore(trx, lease.store_id);
  if (!round || !governingState || !signByAt || !pricing || !found)
    throw new Error('contracts need an invoice and a store');

  const content = await requestBody<InvoiceContent>(trx, cipher, by.messageId);
  const { customer, paydays, row: application } = await readApplicant(trx, cipher, leaseId);
  const { store, merchant } = found;
  const agreementOn = localDate(storeOffsets(store.time_zone, step.at, 1), step.at);
  const agreement = renderAgreement({
    leaseId,
    round,
    language: application.language,
    agreementOn,
    signByAt,
    lessor,
    merchant: { name: merchant.name, storeName: store.name, storeState: store.state },
    customer: nameAndAddress(customer),
    governingState,
    invoiceNumber: content.invoiceNumber,
    items: content.lines,
    pricing,
    termMonths: application.terms.termMonths,
    estimatedPayments: paymentSchedule(pricing, paydays, agreementOn),
  });
  const sha256 = createHash('sha256').update(canonicalJson(agreement)).digest('hex');

  const contract = { leaseId, round };
  await insertInvoice(trx, {
    ...contract,
    messageId: by.messageId,
    content,
    deliveryState: governingState,
    pricing,
    submittedAt: step.at,
  });
  await insertAgreement(trx, cipher, { ...contract, language: application.language, sha256, content: agreement });
  const token = await insertSigningLink(trx, contract);
  return { invoiceNumber: content.invoiceNumber, pricing, signingUrl: `/sign/${token}` };
}

/** A customer as agreements and letters name one. */
export function nameAndAddress({ firstName, lastName, address }: ApplicantDetails['customer']) {
  const { line1, line2, city, state, postalCode } = address;
  const streets = line2 ? [line1, line2] : [line1];
  return { fullName: `${firstName} ${lastName}`, addressLines: [...streets, `${city}, ${state} ${postalCode}`] };
}
