import type { Instant } from '../calendar-date';
import { LeaseError, type ErrorCode } from '../errors';
import type { Invoice } from '../invoice';
import { CONTRACTS_DAYS, NEVER_LEASABLE, SERVICE_CATEGORIES } from '../lease-policy';
import { priceCapViolation } from '../price-caps';
import { priceLease } from '../pricing';
import { NO_SERVICE_PLAN_STATES, NOT_SERVED_STATES } from '../states';
import { endOfDayAfter, localDate } from '../store-clock';
import { accept, refuse, type Judgement } from './judgement';
import type { Contract, LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

/**
 * T8 and T10: an invoice on an Approved lease opens contracts; on an unsigned one it replaces them, the old signing
 * link dies and the 60 days start again, never beyond the approval.
 */
export function submitInvoice(lease: LeaseState, submitted: Invoice, at: Instant): Judgement {
  const invoice = { ...submitted, deliveryState: submitted.deliveryState ?? lease.origin.homeState };
  const isReplacement = lease.status === 'contracts';
  if ((lease.status !== 'approved' && !isReplacement) || !lease.approval)
    return refuseForStatus(lease, 'invoiceSubmitted');
  if (lease.isBlocked) return refuse(lease, 'LEASE_BLOCKED', 'card attempts blocked this lease');

  const fault = invoiceFault(lease, invoice);
  if (fault) return refuse(lease, fault.code, fault.detail);

  const contract = contractFor(lease, invoice, lease.approval.expiresAt, at);
  if (contract instanceof LeaseError) return refuse(lease, contract.code, contract.message);
  return accept(lease, at, { status: 'contracts', contract, roundCount: contract.round }, [
    {
      type: isReplacement ? 'invoice.replaced' : 'invoice.submitted',
      data: { round: contract.round, invoiceTotalCents: invoice.invoiceTotalCents },
    },
  ]);
}

type PlacedInvoice = Required<Invoice>;

function contractFor(
  lease: LeaseState,
  invoice: PlacedInvoice,
  approvalExpiresAt: Instant,
  at: Instant,
): Contract | LeaseError {
  try {
    const sixtyDays = endOfDayAfter(lease.clock, localDate(lease.clock, at), CONTRACTS_DAYS);
    return {
      round: lease.roundCount + 1,
      invoiceTotalCents: invoice.invoiceTotalCents,
      deliveryState: invoice.deliveryState,
      pricing: priceLease(invoice.invoiceTotalCents, lease.origin.terms, lease.origin.payFrequency),
      lines: invoice.lines.map(({ lineNumber, quantity }) => ({ lineNumber, quantity })),
      expiresAt: sixtyDays < approvalExpiresAt ? sixtyDays : approvalExpiresAt,
      agreementSha256: null,
    };
  } catch (error) {
    if (error instanceof LeaseError) return error;
    throw error;
  }
}

interface Fault {
  code: ErrorCode;
  detail: string;
}

/** The first rule the invoice breaks, in the order a store would mend them: arithmetic, goods, place, amount. */
function invoiceFault(lease: LeaseState, invoice: PlacedInvoice): Fault | undefined {
  return (
    arithmeticFault(invoice) ?? goodsFault(lease, invoice) ?? priceFault(lease, invoice) ?? amountFault(lease, invoice)
  );
}

function arithmeticFault({ lines, invoiceTotalCents }: Invoice): Fault | undefined {
  const seen = new Set<number>();
  for (const line of lines) {
    if (seen.has(line.lineNumber)) return { code: 'DUPLICATE_LINE', detail: `line ${line.lineNumber} appears twice` };
    seen.add(line.lineNumber);
    if (line.priceEachCents * line.quantity !== line.lineTotalCents) {
      return { code: 'LINE_TOTAL_MISMATCH', detail: `line ${line.lineNumber} is not price times quantity` };
    }
  }
  const linesCents = lines.reduce((total, line) => total + line.lineTotalCents, 0);
  if (linesCents === invoiceTotalCents) return undefined;
  return { code: 'INVOICE_TOTAL_MISMATCH', detail: `lines add up to ${linesCents} cents, not ${invoiceTotalCents}` };
}

function goodsFault({ origin }: LeaseState, { lines, deliveryState }: PlacedInvoice): Fault | undefined {
  const noServicePlans = [origin.storeState, deliveryState].some((state) => NO_SERVICE_PLAN_STATES.includes(state));
  const forbidden: readonly string[] = noServicePlans ? [...NEVER_LEASABLE, ...SERVICE_CATEGORIES] : NEVER_LEASABLE;
  const line = lines.find(({ category }) => forbidden.includes(category));
  if (line)
    return { code: 'ITEM_NOT_LEASABLE', detail: `line ${line.lineNumber}: ${line.category} cannot be leased here` };
  if (!NOT_SERVED_STATES.includes(deliveryState)) return undefined;
  return { code: 'STATE_NOT_SERVED', detail: `we do not serve ${deliveryState}` };
}

/** A program is checked where its merchant has stores; a web store sells into other states too. */
function priceFault({ origin: { terms } }: LeaseState, { deliveryState }: PlacedInvoice): Fault | undefined {
  const violation = priceCapViolation(terms, deliveryState);
  return violation && { code: 'PRICE_CAP_EXCEEDED', detail: `${violation.state}: ${violation.rule}` };
}

function amountFault({ approval, origin: { terms } }: LeaseState, { invoiceTotalCents }: Invoice): Fault | undefined {
  if (approval && invoiceTotalCents > approval.limitCents) {
    return {
      code: 'AMOUNT_EXCEEDS_APPROVAL',
      detail: `${invoiceTotalCents} cents exceed the limit of ${approval.limitCents}`,
    };
  }
  if (invoiceTotalCents < terms.minInvoiceCents) {
    return { code: 'BELOW_MINIMUM', detail: `the merchant's minimum is ${terms.minInvoiceCents} cents` };
  }
  if (invoiceTotalCents > terms.maxInvoiceCents) {
    return { code: 'ABOVE_MAXIMUM', detail: `the merchant's maximum is ${terms.maxInvoiceCents} cents` };
  }
  return undefined;
}
