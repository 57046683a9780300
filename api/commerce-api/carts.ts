import { z } from 'zod';
import { ITEM_CATEGORIES } from '../../domain/invoice';
import type { LeasePricing } from '../../domain/pricing';
import { invoiceLeftCents } from '../../domain/returns/lines-left';
import { parseBody } from '../http/parse';
import { json, keyedOperation, type Operation, type Ports } from '../operation';
import type { Caller } from '../ports';
import type { LeaseId } from '../../domain/ids';
import { InvoiceBody } from '../schemas/invoice';
import { NoBody, Nothing } from '../schemas/nothing';
import { code, text } from '../schemas/text';
import { AppStatus, appStatus } from './app-status';
import { reply, submit } from './command';
import { anyCase, ApplicationId, ApplicationQuery, decimal, dollars, Store } from './values';

const COMMERCE = { tag: 'Commerce API', pathSchema: Nothing, successStatus: 200 } as const;

const Item = z.looseObject({
  lineNumber: z.int(),
  sku: code(64),
  description: text(200),
  category: anyCase(ITEM_CATEGORIES).default('other'),
  priceEach: decimal(0),
  quantity: z.int(),
  lineTotal: decimal(0),
});

const CartBody = z.looseObject({
  store: Store,
  applicationId: ApplicationId,
  merchantTransactionId: text(35),
  deposit: decimal(0, 0).optional().meta({ description: 'Refundable lease deposits are not offered: absent or 0' }),
  cartTotal: decimal(0),
  items: z.array(Item).min(1).max(100),
});

const PRICING = {
  applicationId: z.string(),
  appStatus: AppStatus,
  cashPrice: z.number(),
  costOfRental: z.number(),
  depositAmount: z.number(),
  depositNet: z.number(),
  depositSalesTax: z.number(),
  effectiveLeaseBalance: z.number(),
  initialBalance: z.number(),
  initialPaymentAmount: z.number(),
  invoiceTotal: z.number(),
  invoiceRemaining: z.number(),
  ninetyDayBuyout: z.number(),
  totalNumberOfPayments: z.int(),
  paymentAmount: z.number(),
  lastPaymentAmount: z.number(),
  payFrequency: z.string(),
};

const Pricing = z.strictObject(PRICING).meta({ id: 'CommercePricing' });
const CartAnswer = z.strictObject({ cartId: z.int(), ...PRICING }).meta({ id: 'CommerceCart' });

/**
 * The incumbent's names for our figures (domain.md 2.5). `initialBalance` is its literal sum, which counts the initial
 * payment twice (C4); there is no refundable deposit, and `nextPaymentDate` is never answered.
 */
function figures(pricing: LeasePricing, invoiceTotalCents: number, remainingCents: number) {
  const effectiveCents = invoiceTotalCents + pricing.costOfLeaseCents;
  return {
    cashPrice: dollars(pricing.cashPriceCents),
    costOfRental: dollars(pricing.costOfLeaseCents),
    ...{ depositAmount: 0, depositNet: 0, depositSalesTax: 0 },
    effectiveLeaseBalance: dollars(effectiveCents),
    initialBalance: dollars(effectiveCents + pricing.initialPaymentCents),
    initialPaymentAmount: dollars(pricing.initialPaymentCents),
    invoiceTotal: dollars(invoiceTotalCents),
    invoiceRemaining: dollars(remainingCents),
    ninetyDayBuyout: dollars(pricing.ninetyDayBuyoutCents),
    totalNumberOfPayments: pricing.numberOfPayments,
    paymentAmount: dollars(pricing.paymentCents),
    lastPaymentAmount: dollars(pricing.lastPaymentCents),
    payFrequency: pricing.payFrequency,
  };
}

async function priced({ reads, commerce }: Ports, caller: Caller, leaseId: LeaseId) {
  const lease = await reads.byId(caller, leaseId);
  const { cartId, invoiceTotalCents, left } = await commerce.cart(caller, leaseId);
  const pricing = await reads.pricing(caller, leaseId);
  const sums = figures(pricing, invoiceTotalCents, invoiceLeftCents(left));
  return { cartId, pricing: { applicationId: leaseId, appStatus: appStatus(lease), ...sums } };
}

const submitCart = keyedOperation({
  ...COMMERCE,
  method: 'post',
  path: '/api/v1/application/cart',
  operationId: 'commerceSubmitCart',
  summary: 'Submit the order, or replace it while unsigned; answers the price',
  scope: 'leases:write',
  otherStatuses: [202],
  errorCodes: [
    ...(['LEASE_NOT_FOUND', 'ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED', 'LEASE_BLOCKED'] as const),
    ...(['DUPLICATE_LINE', 'LINE_TOTAL_MISMATCH', 'INVOICE_TOTAL_MISMATCH', 'ITEM_NOT_LEASABLE'] as const),
    ...([
      'STATE_NOT_SERVED',
      'PRICE_CAP_EXCEEDED',
      'AMOUNT_EXCEEDS_APPROVAL',
      'BELOW_MINIMUM',
      'ABOVE_MAXIMUM',
    ] as const),
    ...(['AMOUNT_TOO_SMALL', 'AMOUNT_OUT_OF_RANGE'] as const),
  ],
  querySchema: Nothing,
  bodySchema: CartBody,
  answerSchema: CartAnswer,
  async handle({ caller, requestId, body }, ports) {
    const leaseId = body.applicationId;
    const invoice = parseBody(InvoiceBody, {
      invoiceNumber: body.merchantTransactionId,
      invoiceTotalCents: body.cartTotal,
      lines: body.items.map(({ lineNumber, sku, description, category, quantity, priceEach, lineTotal }) => ({
        ...{ lineNumber, sku, description, category, quantity },
        ...{ priceEachCents: priceEach, lineTotalCents: lineTotal },
      })),
    });
    const report = { event: 'invoiceSubmitted', invoice: ofInvoice(invoice) } as const;
    const operationId = 'submitInvoiceInformation';
    const told = await submit(ports, { caller, requestId, leaseId, operationId, body: invoice, report });
    return await reply(told, async () => {
      const { cartId, pricing } = await priced(ports, caller, leaseId);
      return json({ cartId, ...pricing });
    });
  },
});

/** What of an invoice travels to its lease: amounts and kinds, not articles. */
function ofInvoice({ invoiceTotalCents, lines }: z.output<typeof InvoiceBody>) {
  return { invoiceTotalCents, lines: lines.map(({ sku: _sku, description: _description, ...line }) => line) };
}

const requestPricing = keyedOperation({
  ...COMMERCE,
  method: 'get',
  path: '/api/v1/application/cart/pricing',
  operationId: 'commerceRequestPricing',
  summary: 'What the lease of this cart costs',
  scope: 'leases:read',
  errorCodes: ['LEASE_NOT_FOUND', 'NOT_FOUND'],
  querySchema: ApplicationQuery,
  bodySchema: NoBody,
  answerSchema: Pricing,
  handle: async ({ caller, query }, ports) => json((await priced(ports, caller, query.applicationId)).pricing),
});

export const commerceCartOperations: readonly Operation[] = [submitCart, requestPricing];
