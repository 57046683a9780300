import { feesCsv, feesPdf } from '../files/fee-statement';
import { paymentsCsv, paymentsPdf } from '../files/payment-statement';
import { json, keyedOperation, type Operation, type Reply } from '../operation';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { FeeBreakdown, HistoryQuery, PaymentHistory } from '../schemas/payments';

const MEDIA_TYPES = ['application/json', 'text/csv', 'application/pdf'] as const;
const READ = {
  method: 'get',
  tag: 'Payments',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: [],
  pathSchema: LeasePath,
  bodySchema: NoBody,
  answerTypes: ['text/csv', 'application/pdf'],
} as const;

const requestPaymentHistory = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/payments',
  operationId: 'requestPaymentHistory',
  summary: 'What a customer paid, owes and got back; also as a file',
  querySchema: HistoryQuery,
  answerSchema: PaymentHistory,
  async handle({ caller, path: { leaseId }, query, accepts }, { money: { payments } }) {
    const history = await payments.history(caller, leaseId, query);
    const answerAs = accepts(MEDIA_TYPES);
    if (answerAs === 'text/csv') return csv(`payments-${leaseId}`, paymentsCsv(history));
    if (answerAs !== 'application/pdf') return varied(json(history));
    const head = await payments.statementHead(caller, leaseId);
    return pdf(`payments-${leaseId}`, await paymentsPdf(history, head));
  },
});

const requestFees = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/fees',
  operationId: 'requestFees',
  summary: 'The late fees of a lease, by which rule, and what was waived; also as a file',
  querySchema: Nothing,
  answerSchema: FeeBreakdown,
  async handle({ caller, path: { leaseId }, accepts }, { money: { payments } }) {
    const fees = await payments.fees(caller, leaseId);
    const answerAs = accepts(MEDIA_TYPES);
    if (answerAs === 'text/csv') return csv(`fees-${leaseId}`, feesCsv(fees));
    if (answerAs !== 'application/pdf') return varied(json(fees));
    return pdf(`fees-${leaseId}`, await feesPdf(fees, await payments.statementHead(caller, leaseId)));
  },
});

/** A cache must not hand one caller's file to who asked for JSON. */
const varied = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, Vary: 'Accept' } });

const attachment = (fileName: string) => ({ 'Content-Disposition': `attachment; filename="${fileName}"` });

const csv = (name: string, text: string): Reply =>
  varied({
    kind: 'text',
    status: 200,
    text,
    contentType: 'text/csv; charset=utf-8',
    headers: attachment(`${name}.csv`),
  });

const pdf = (name: string, bytes: Buffer): Reply =>
  varied({ kind: 'bytes', status: 200, bytes, contentType: 'application/pdf', headers: attachment(`${name}.pdf`) });

export const paymentOperations: readonly Operation[] = [requestPaymentHistory, requestFees];
