import { renderPdf } from '../../activities/pdf/render-pdf';
import { moneyText } from '../../domain/agreement/money-text';
import { left, right } from '../../domain/letters/letter';
import type { PaymentHistory, PaymentLine, StatementHead } from '../money/payments-port';
import { renderCsv } from './csv';
import { statement } from './statement';
import { STATEMENT_WORDS } from './statement-words';

const CSV_COLUMNS = [
  ...['paymentId', 'kind', 'number', 'dueOn', 'postedOn', 'effectiveOn', 'amountCents', 'method', 'last4', 'state'],
  ...['balanceAfterCents', 'reference'],
];

/** The history for a spreadsheet: the fields of the JSON answer, and what they add up to as last lines. */
export function paymentsCsv({ data, ...sums }: PaymentHistory): string {
  const rows = data.map((line) => [
    ...[line.paymentId, line.kind, line.number, line.dueOn, line.postedOn, line.effectiveOn, line.amountCents],
    ...[line.method.type, line.method.last4, line.state, line.balanceAfterCents, line.reference],
  ]);
  const { totalPaidCents, remainingCents, feesDueCents, cutOffOn } = sums;
  const sumRow = (name: string, amountCents: number) => [name, '', '', '', '', '', amountCents, '', '', '', '', ''];
  return renderCsv(CSV_COLUMNS, [
    ...rows,
    sumRow('TOTAL_PAID', totalPaidCents),
    sumRow('REMAINING', remainingCents),
    sumRow('FEES_DUE', feesDueCents),
    ['CUT_OFF', '', '', cutOffOn, '', '', '', '', '', '', '', ''],
  ]);
}

/** The history for people, in the customer's language. */
export async function paymentsPdf(history: PaymentHistory, head: StatementHead): Promise<Buffer> {
  const words = STATEMENT_WORDS[head.language];
  const { date, due, what, method, state, amount, balance } = words.payments;
  return await renderPdf(
    statement({
      title: words.paymentsTitle,
      head,
      facts: [words.lease(head.leaseId), words.cutOff(history.cutOffOn)],
      columns: [
        ...[left(date, 56), left(due, 54), left(what, 116), left(method, 142), left(state, 56)],
        ...[right(amount, 52), right(balance, 56)],
      ],
      rows: history.data.map((line) => pdfRow(line, head.language)),
      emptyText: words.noPayments,
      totals: [
        `${words.totalPaid}: ${moneyText(history.totalPaidCents)}`,
        `${words.remaining}: ${moneyText(history.remainingCents)}`,
        `${words.feesDue}: ${moneyText(history.feesDueCents)}`,
      ],
    }),
  );
}

function pdfRow(line: PaymentLine, language: StatementHead['language']): string[] {
  const words = STATEMENT_WORDS[language];
  const type = line.method.type === 'card' ? words.card : words.bankAccount;
  const what = line.number === null ? words.kinds[line.kind] : `${words.kinds[line.kind]} ${line.number}`;
  const isBack = line.kind === 'refund' || line.kind === 'reversal';
  return [
    line.postedOn ?? '',
    line.dueOn ?? '',
    what,
    line.method.last4 === null ? type : `${type} ${words.endingIn} ${line.method.last4}`,
    words.states[line.state],
    `${isBack ? '-' : ''}${moneyText(line.amountCents)}`,
    moneyText(line.balanceAfterCents),
  ];
}
