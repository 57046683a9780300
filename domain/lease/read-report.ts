import { isCalendarDate } from '../calendar-date';
import { assertNever } from '../errors';
import { ITEM_CATEGORIES } from '../invoice';
import { LEASE_ID_PATTERN } from '../ids';
import type { Envelope } from './recording';
import type { Report, ReportEvent } from './reports';

type Fields = Record<string, unknown>;

/**
 * Reads a Signal's payload into a report. The API sends whole ones; an operator's hand may not, and a lease must
 * outlive both: what does not have its form is no report.
 */
export function readReport(event: ReportEvent, payload: unknown): { by: Envelope; report: Report } | undefined {
  if (!isObject(payload)) return undefined;
  const { messageId, requestId, actor, channel, ...fields } = payload;
  const by = { messageId, requestId, actor, channel };
  if (!Object.values(by).every(isText) || !hasItsForm(event, fields)) return undefined;
  return { by: by as Envelope, report: { ...fields, event } as Report };
}

function hasItsForm(event: ReportEvent, fields: Fields): boolean {
  switch (event) {
    case 'invoiceSubmitted':
      return isInvoice(fields['invoice']);
    case 'agreementSigned':
      return isCount(fields['round']) && isText(fields['agreementSha256']);
    case 'deliveryConfirmed':
      return (
        isDate(fields['deliveredOn']) &&
        isAbsentOr(fields['lines'], areOf(isDeliveredLine)) &&
        isAbsentOr(fields['invoiceTotalCents'], isCount)
      );
    case 'shipmentReported':
      return areOf(isDeliveredLine)(fields['lines']) && isAbsentOr(fields['deliveredOn'], isDate);
    case 'shipmentDelivered':
      return isText(fields['shipmentId']) && isDate(fields['deliveredOn']);
    case 'reviewClosed':
    case 'documentsReceived':
      return (
        (fields['decision'] === 'approved' || fields['decision'] === 'denied') &&
        isAbsentOr(fields['approvalLimitCents'], isCount)
      );
    case 'approvalMoved':
      return isText(fields['toLeaseId']) && LEASE_ID_PATTERN.test(fields['toLeaseId']);
    case 'returnSubmitted':
      return isDate(fields['returnedOn']) && isAbsentOr(fields['lastRunOn'], isDate);
    case 'paymentCancelled':
      return isText(fields['paymentId']);
    case 'purchaseAccepted':
      return isText(fields['quoteId']);
    case 'contractCancelled':
    case 'reviewOpened':
    case 'reinstated':
    case 'returnAuthorizationRequested':
    case 'paymentSubmitted':
    case 'paidOff':
      return true;
    default:
      return assertNever(event);
  }
}

function isInvoice(value: unknown): boolean {
  return (
    isObject(value) &&
    isCount(value['invoiceTotalCents']) &&
    isAbsentOr(value['deliveryState'], isText) &&
    areOf(isInvoiceLine)(value['lines'])
  );
}

function isInvoiceLine(line: Fields): boolean {
  const isPriced = isAmount(line['priceEachCents']) && isAmount(line['lineTotalCents']);
  return isDeliveredLine(line) && isPriced && (ITEM_CATEGORIES as readonly unknown[]).includes(line['category']);
}

const isDeliveredLine = (line: Fields): boolean => isCount(line['lineNumber']) && isCount(line['quantity']);
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isDate = (value: unknown): boolean => isText(value) && isCalendarDate(value);
const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

function isAbsentOr(value: unknown, hasForm: (value: unknown) => boolean): boolean {
  return value === undefined || hasForm(value);
}

function areOf(hasForm: (item: Fields) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && hasForm(item));
}
