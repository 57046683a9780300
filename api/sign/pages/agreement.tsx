import { day, money, moment } from '../../pages/formatting';
import { Table } from '../../pages/table';
import type { ShownAgreement } from '../agreement-shape';
import type { AgreementLabels } from '../words';
import { Payments } from './payments';

interface AgreementProps {
  agreement: ShownAgreement;
  labels: AgreementLabels;
  timeZone: string;
}

/** The whole agreement, as it is hashed and signed: nothing of it behind a fold, the total to own beside every payment. */
export function AgreementText({ agreement, labels, timeZone }: AgreementProps) {
  return (
    <article aria-label={agreement.title}>
      <Summary agreement={agreement} labels={labels} timeZone={timeZone} />
      <Parties agreement={agreement} labels={labels} />
      <h2>{labels.goods}</h2>
      <Items agreement={agreement} labels={labels} />
      <h2>{labels.payments}</h2>
      <p>{agreement.payments.description}</p>
      <p class="quiet">{labels.paymentsNote}</p>
      <Payments agreement={agreement} labels={labels} />
      <h2>{labels.terms}</h2>
      {agreement.disclosures.map(({ id, heading, text }) => (
        <section key={id}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </section>
      ))}
      <p class="quiet">
        {labels.hash}: <code>{agreement.agreementSha256}</code>
      </p>
    </article>
  );
}

function Summary({ agreement, labels, timeZone }: AgreementProps) {
  const { amounts, dates, language } = agreement;
  const facts: [string, string][] = [
    [labels.initialPayment, money(amounts.initialPaymentCents)],
    [labels.totalToOwn, money(amounts.totalToOwnCents)],
    [labels.cashPrice, money(amounts.cashPriceCents)],
    [labels.costOfLease, money(amounts.costOfLeaseCents)],
    [labels.lease, agreement.leaseId],
    [labels.invoice, agreement.invoiceNumber],
    [labels.madeOn, day(dates.agreementOn, language)],
    [labels.signBefore, moment(dates.signByAt, timeZone, language)],
  ];
  return (
    <>
      <h2>{labels.amounts}</h2>
      <dl class="facts panel">
        {facts.map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}

/** Names come from people: each in a `bdi`, so that one written from right to left turns nothing else around. */
function Parties({ agreement: { parties }, labels }: Omit<AgreementProps, 'timeZone'>) {
  const { lessor, merchant, customer } = parties;
  return (
    <>
      <h2>{labels.parties}</h2>
      <dl class="facts panel">
        <dt>{labels.customer}</dt>
        <dd>
          <Lines lines={[customer.fullName, ...customer.addressLines]} />
        </dd>
        <dt>{labels.lessor}</dt>
        <dd>
          <Lines lines={[lessor.name, ...(lessor.address ?? [])]} />
        </dd>
        <dt>{labels.store}</dt>
        <dd>
          <Lines lines={[merchant.name, `${merchant.storeName}, ${merchant.storeState}`]} />
        </dd>
      </dl>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  );
}

function Items({ agreement: { items }, labels }: Omit<AgreementProps, 'timeZone'>) {
  return (
    <Table
      caption={labels.goods}
      isCaptionHidden
      rows={items}
      keyOf={({ lineNumber }) => lineNumber}
      columns={[
        { title: labels.item, cell: ({ description }) => <bdi>{description}</bdi> },
        { title: labels.article, cell: ({ sku }) => <bdi>{sku}</bdi> },
        { title: labels.category, cell: ({ category }) => labels.categories[category] },
        { title: labels.quantity, cell: ({ quantity }) => String(quantity), isNumber: true },
        { title: labels.priceEach, cell: ({ priceEachCents }) => money(priceEachCents), isNumber: true },
        { title: labels.lineTotal, cell: ({ lineTotalCents }) => money(lineTotalCents), isNumber: true },
      ]}
    />
  );
}
