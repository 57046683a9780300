export type InvoiceFault = 'INVOICE_TOTAL_MISMATCH' | 'ITEM_NOT_LEASABLE' | 'STATE_NOT_SERVED' | 'BELOW_MINIMUM';

/** Reports as the model knows them; dates are days since the application. */
export type ModelReport =
  | { event: 'invoiceSubmitted'; amountCents: number; fault?: InvoiceFault }
  | { event: 'agreementSigned'; round: number; isOther: boolean }
  | { event: 'deliveryConfirmed'; deliveredOn: number; lines: 'absent' | 'whole' | 'part' }
  | { event: 'shipmentReported'; parts: readonly number[]; deliveredOn: number }
  | { event: 'shipmentDelivered'; number: number; deliveredOn: number }
  | { event: 'reviewClosed' | 'documentsReceived'; decision: 'approved' | 'denied'; limitCents?: number }
  | { event: 'contractCancelled' | 'reviewOpened' | 'reinstated' | 'approvalMoved' }
  | ServicingReport;

export type ServicingReport =
  | { event: 'returnSubmitted'; returnedOn: number; lastRunOn: number }
  | { event: 'returnAuthorizationRequested' | 'paymentSubmitted' | 'paymentCancelled' }
  | { event: 'purchaseAccepted' | 'paidOff' };

/** What SQL makes of it: `last` is all of the goods, or the last of the rent. */
export type SqlAnswer = 'some' | 'last' | 'refused';
