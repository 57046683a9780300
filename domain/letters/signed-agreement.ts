import type { Agreement, AgreementItem } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import { stateName } from '../agreement/state-names';
import { certificate, type Signature } from './certificate';
import { type Letter, type LetterBlock, left, right } from './letter';
import { HEAD_WORDS } from './letter-head';
import { SIGNED_AGREEMENT_WORDS } from './signed-agreement-words';

/**
 * The customer's copy of a signed agreement: everything that was shown and signed, as it was kept, and a certificate
 * of the signature on a page of its own (domain.md 3.7, T14).
 */
export function signedAgreement(signature: Signature): Letter {
  const { agreement, signedAt } = signature;
  const { language, title, leaseId, parties } = agreement;
  return {
    title,
    language,
    madeAt: signedAt,
    footer: `${parties.lessor.name} · ${HEAD_WORDS[language].lease(leaseId)}`,
    blocks: [...agreementBlocks(agreement), ...certificate(signature, language)],
  };
}

function agreementBlocks(agreement: Agreement): LetterBlock[] {
  const words = SIGNED_AGREEMENT_WORDS[agreement.language];
  const { payments, disclosures } = agreement;
  return [
    { kind: 'heading', text: words.parties },
    partiesOf(agreement),
    { kind: 'heading', text: words.items },
    itemsOf(agreement),
    { kind: 'heading', text: words.amounts },
    amountsOf(agreement),
    { kind: 'heading', text: words.payments },
    { kind: 'paragraph', text: payments.description },
    paymentsOf(agreement),
    { kind: 'heading', text: words.terms },
    ...disclosures.flatMap(({ heading, text }): LetterBlock[] => [
      { kind: 'subheading', text: heading },
      { kind: 'paragraph', text },
    ]),
  ];
}

function partiesOf({ language, leaseId, invoiceNumber, governingState, parties, dates }: Agreement): LetterBlock {
  const words = SIGNED_AGREEMENT_WORDS[language];
  const { lessor, merchant, customer } = parties;
  return {
    kind: 'facts',
    rows: [
      [words.lessor, [lessor.name, ...(lessor.address ?? [])].join(', ')],
      [words.customer, [customer.fullName, ...customer.addressLines].join(', ')],
      [words.merchant, merchant.name],
      [words.store, `${merchant.storeName}, ${merchant.storeState}`],
      [words.lease, leaseId],
      [words.invoice, invoiceNumber],
      [words.agreementOn, dateText(dates.agreementOn, language)],
      [words.governingState, stateName(governingState, language)],
    ],
  };
}

function itemsOf({ language, items }: Agreement): LetterBlock {
  const words = SIGNED_AGREEMENT_WORDS[language];
  const row = ({ description, sku, quantity, priceEachCents, lineTotalCents }: AgreementItem) => [
    ...[`${description} (${sku})`, String(quantity), moneyText(priceEachCents), moneyText(lineTotalCents)],
  ];
  return {
    kind: 'table',
    columns: [left(words.item, 6), right(words.quantity, 2), right(words.priceEach, 3), right(words.lineTotal, 3)],
    rows: items.map(row),
  };
}

function amountsOf({ language, amounts }: Agreement): LetterBlock {
  const words = SIGNED_AGREEMENT_WORDS[language];
  return {
    kind: 'facts',
    rows: [
      [words.cashPrice, moneyText(amounts.cashPriceCents)],
      [words.costOfLease, moneyText(amounts.costOfLeaseCents)],
      [words.initialPayment, moneyText(amounts.initialPaymentCents)],
      [words.totalToOwn, moneyText(amounts.totalToOwnCents)],
    ],
  };
}

function paymentsOf({ language, amounts, payments }: Agreement): LetterBlock {
  const words = SIGNED_AGREEMENT_WORDS[language];
  const amount = words.amount(moneyText(amounts.totalToOwnCents));
  return {
    kind: 'table',
    columns: [left(words.number, 2), left(words.dueOn, 4), right(amount, 6)],
    rows: payments.estimated.map(({ number, dueOn, amountCents }) => [
      ...[String(number), dateText(dueOn, language), moneyText(amountCents)],
    ]),
  };
}
