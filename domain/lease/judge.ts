import type { Instant } from '../calendar-date';
import { assertNever } from '../errors';
import { moveApproval } from './approve';
import { cancelContract } from './cancel-contract';
import { confirmDelivery } from './confirm-delivery';
import { askServicing } from './ask-servicing';
import type { Judgement } from './judgement';
import { deliverShipment, reportShipment } from './report-shipment';
import type { Report } from './reports';
import { signAgreement } from './sign-agreement';
import type { LeaseState } from './state';
import { submitInvoice } from './submit-invoice';
import { closeReview, openReview, receiveDocuments, reinstate } from './support';

/**
 * Judges what a caller reports. Pure and total: it never throws for anything a caller can send, and never looks at a
 * deadline: whether time has run out is the story's business, so a fact that lands together with its deadline counts.
 * @param at Workflow time of the report
 */
export function judge(lease: LeaseState, report: Report, at: Instant): Judgement {
  switch (report.event) {
    case 'invoiceSubmitted':
      return submitInvoice(lease, report.invoice, at);
    case 'agreementSigned':
      return signAgreement(lease, report, at);
    case 'deliveryConfirmed':
      return confirmDelivery(lease, report, at);
    case 'shipmentReported':
      return reportShipment(lease, report, at);
    case 'shipmentDelivered':
      return deliverShipment(lease, report, at);
    case 'contractCancelled':
      return cancelContract(lease, at);
    case 'reviewOpened':
      return openReview(lease, at);
    case 'reviewClosed':
      return closeReview(lease, report, at);
    case 'documentsReceived':
      return receiveDocuments(lease, report, at);
    case 'reinstated':
      return reinstate(lease, at);
    case 'approvalMoved':
      return moveApproval(lease, report.toLeaseId, at);
    case 'returnAuthorizationRequested':
    case 'returnSubmitted':
    case 'paymentSubmitted':
    case 'paymentCancelled':
    case 'purchaseAccepted':
    case 'paidOff':
      return askServicing(lease, report, at);
    default:
      return assertNever(report);
  }
}
