import { Field } from '../../../pages/field';
import { type FieldProblem, Form, ProblemSummary } from '../../../pages/form';
import { day, moment, money } from '../../../pages/formatting';
import { type Language, LANGUAGES } from '../../../pages/language';
import { Notice } from '../../../pages/notice';
import { Table } from '../../../pages/table';
import type { ReturnView } from '../../../money/returns-port';
import { PortalPage } from '../../portal-page';
import type { Visit } from '../../visit';
import { Facts } from '../facts';
import { LEASE_PAGE_WORDS } from '../lease-page/words';
import { leasePath, receiptPath } from '../paths';
import type { Situation } from '../situation';
import { RECEIPT_WORDS } from './words';

export interface ReceiptPageProps {
  visit: Visit;
  situation: Situation;
  returned: ReturnView;
  /** of the paper; the page around it speaks the clerk's */
  language: Language;
  isJustAttached: boolean;
  problems: readonly FieldProblem[];
}

/** What the customer takes along: printed without what stands around it. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { visit, situation, returned, language, isJustAttached } = props;
  const { leaseId } = situation.lease;
  const words = RECEIPT_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={`${words.title} ${returned.returnId}`} place="today">
      {isJustAttached ? <Notice kind="good">{LEASE_PAGE_WORDS[visit.language].done['credit-invoice']}</Notice> : null}
      <p class="no-print">
        <a href={leasePath(leaseId)}>{words.back}</a>
      </p>
      <div class="actions">
        <button type="button" data-print hidden>
          {words.print}
        </button>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <a key={other} class="button" lang={other} href={`${receiptPath(leaseId, returned.returnId)}?in=${other}`}>
            {RECEIPT_WORDS[other].inLanguage}
          </a>
        ))}
      </div>
      <Receipt {...{ visit, situation, returned, language }} />
      <CreditInvoice {...props} />
    </PortalPage>
  );
}

type ReceiptProps = Pick<ReceiptPageProps, 'visit' | 'situation' | 'returned' | 'language'>;

function Receipt({ visit, situation, returned, language }: ReceiptProps) {
  const words = RECEIPT_WORDS[language];
  const { lease, desk } = situation;
  const described = new Map(desk.lines.map(({ lineNumber, description }) => [lineNumber, description]));
  return (
    <section class="panel" lang={language} aria-label={words.title}>
      <h2>
        {visit.merchantName}, {desk.storeName}
      </h2>
      <Facts
        facts={[
          [words.number, returned.returnId],
          [words.kind, LEASE_PAGE_WORDS[language].returnKinds[returned.actionType]],
          [words.lease, lease.leaseId],
          [words.customer, desk.customerName],
          [words.date, day(returned.returnedOn, language)],
          [words.postedAt, moment(returned.postedAt, desk.timeZone, language)],
          [words.creditInvoiceNumber, returned.creditInvoiceNumber],
        ]}
      />
      <Table
        caption={words.lines}
        rows={returned.lines}
        keyOf={({ lineNumber }) => lineNumber}
        columns={[
          { title: words.item, cell: ({ lineNumber }) => described.get(lineNumber) ?? lineNumber },
          { title: words.quantity, cell: ({ quantity }) => quantity ?? '', isNumber: true },
          { title: words.amount, cell: ({ amountCents }) => money(amountCents), isNumber: true },
        ]}
      />
      <Facts
        facts={[
          [words.merchantDebit, money(returned.merchantDebitCents)],
          [words.customerRefund, money(returned.customerRefundCents)],
        ]}
      />
      <p>{words.explanation}</p>
    </section>
  );
}

function CreditInvoice({ visit, situation, returned, problems }: ReceiptPageProps) {
  const { language, csrfToken } = visit;
  const words = RECEIPT_WORDS[language];
  const path = `${receiptPath(situation.lease.leaseId, returned.returnId)}/credit-invoice`;
  return (
    <section class="no-print" aria-labelledby="credit-invoice">
      <h2 id="credit-invoice">{words.attach}</h2>
      {returned.creditInvoice ? (
        <>
          <ProblemSummary language={language} problems={problems} />
          <p>
            <a href={path}>{words.download}</a>
          </p>
        </>
      ) : (
        <Form action={path} {...{ csrfToken, language, problems }} isMultipart>
          <Field
            name="file"
            type="file"
            label={words.file}
            hint={words.fileHint}
            accept="application/pdf,image/png,image/jpeg"
            {...{ problems }}
            isRequired
          />
          <button type="submit">{words.attachButton}</button>
        </Form>
      )}
    </section>
  );
}
