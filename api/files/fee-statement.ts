import { renderPdf } from '../../activities/pdf/render-pdf';
import { moneyText } from '../../domain/agreement/money-text';
import { left, right } from '../../domain/letters/letter';
import type { FeeBreakdown, StatementHead } from '../money/payments-port';
import { renderCsv } from './csv';
import { ruleWords } from './fee-rule-words';
import { statement } from './statement';
import { STATEMENT_WORDS } from './statement-words';

const CSV_COLUMNS = [
  ...['feeId', 'paymentNumber', 'dueOn', 'assessedOn', 'daysLate', 'state', 'rule', 'capCents', 'amountCents'],
  ...['waivedCents', 'waivedReason'],
];

/** The fees for a spreadsheet: the fields of the JSON answer, and what they add up to as last line. */
export function feesCsv({ data, assessedCents, waivedCents, totalCents }: FeeBreakdown): string {
  const rows = data.map((fee) => [
    ...[fee.feeId, fee.paymentNumber, fee.dueOn, fee.assessedOn, fee.daysLate, fee.state, fee.rule, fee.capCents],
    ...[fee.amountCents, fee.waivedCents, fee.waivedReason],
  ]);
  const sums = [
    ['ASSESSED', '', '', '', '', '', '', '', assessedCents, waivedCents, ''],
    ['TOTAL', '', '', '', '', '', '', '', totalCents, '', ''],
  ];
  return renderCsv(CSV_COLUMNS, [...rows, ...sums]);
}

/** The fees for people, in the customer's language. */
export async function feesPdf(fees: FeeBreakdown, head: StatementHead): Promise<Buffer> {
  const words = STATEMENT_WORDS[head.language];
  const { assessed, payment, due, daysLate, rule, amount, waived } = words.fees;
  return await renderPdf(
    statement({
      title: words.feesTitle,
      head,
      facts: [words.lease(head.leaseId), words.cutOff(head.cutOffOn)],
      columns: [
        ...[left(assessed, 80), left(payment, 44), left(due, 58), left(daysLate, 70), left(rule, 170)],
        ...[right(amount, 52), right(waived, 62)],
      ],
      rows: fees.data.map((fee) => [
        ...[fee.assessedOn, String(fee.paymentNumber), fee.dueOn, String(fee.daysLate)],
        ...[`${fee.state}: ${ruleWords(fee, head)}`, moneyText(fee.amountCents), moneyText(fee.waivedCents)],
      ]),
      emptyText: words.noFees,
      totals: [
        `${words.feesAssessed}: ${moneyText(fees.assessedCents)}`,
        `${words.feesWaived}: ${moneyText(fees.waivedCents)}`,
        `${words.feesTotal}: ${moneyText(fees.totalCents)}`,
      ],
    }),
  );
}
