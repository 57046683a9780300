import type { PaymentKind, PaymentState } from '../../db/schema-money';

interface Words {
  paymentsTitle: string;
  feesTitle: string;
  lease: (leaseId: string) => string;
  cutOff: (date: string) => string;
  noPayments: string;
  noFees: string;
  payments: { date: string; due: string; what: string; method: string; state: string; amount: string; balance: string };
  fees: {
    assessed: string;
    payment: string;
    due: string;
    daysLate: string;
    rule: string;
    amount: string;
    waived: string;
  };
  kinds: Record<PaymentKind, string>;
  states: Record<PaymentState, string>;
  card: string;
  bankAccount: string;
  endingIn: string;
  totalPaid: string;
  remaining: string;
  feesDue: string;
  feesAssessed: string;
  feesWaived: string;
  feesTotal: string;
}

const ENGLISH: Words = {
  paymentsTitle: 'Payment history',
  feesTitle: 'Fee breakdown',
  lease: (leaseId) => `Lease ${leaseId}`,
  cutOff: (date) => `Next cut-off for changes: ${date}, 17:00 New York`,
  noPayments: 'No payments in this period.',
  noFees: 'No fees.',
  payments: {
    date: 'Posted',
    due: 'Due',
    what: 'Payment',
    method: 'Method',
    state: 'State',
    amount: 'Amount',
    balance: 'Balance',
  },
  fees: {
    assessed: 'Assessed',
    payment: 'Payment',
    due: 'Due',
    daysLate: 'Days late',
    rule: 'Rule',
    amount: 'Fee',
    waived: 'Waived',
  },
  kinds: {
    initial: 'Initial payment',
    scheduled: 'Lease payment',
    one_time: 'One-time payment',
    late_fee: 'Late fee payment',
    refund: 'Refund to you',
    reversal: 'Returned by the bank',
    buyout: 'Early purchase',
  },
  states: {
    pending: 'Pending',
    posted: 'Posted',
    returned: 'Returned',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
  },
  card: 'Card',
  bankAccount: 'Bank account',
  endingIn: 'ending in',
  totalPaid: 'Paid in total',
  remaining: 'Rent still to pay',
  feesDue: 'Fees due',
  feesAssessed: 'Fees assessed',
  feesWaived: 'Waived',
  feesTotal: 'Fees in total',
};

const SPANISH: Words = {
  paymentsTitle: 'Historial de pagos',
  feesTitle: 'Desglose de cargos por mora',
  lease: (leaseId) => `Arrendamiento ${leaseId}`,
  cutOff: (date) => `Próxima hora límite para cambios: ${date}, 17:00 de Nueva York`,
  noPayments: 'No hay pagos en este período.',
  noFees: 'No hay cargos.',
  payments: {
    date: 'Registrado',
    due: 'Vence',
    what: 'Pago',
    method: 'Forma de pago',
    state: 'Estado',
    amount: 'Importe',
    balance: 'Saldo',
  },
  fees: {
    assessed: 'Fecha del cargo',
    payment: 'Pago',
    due: 'Vencía',
    daysLate: 'Días de mora',
    rule: 'Regla',
    amount: 'Cargo',
    waived: 'Condonado',
  },
  kinds: {
    initial: 'Pago inicial',
    scheduled: 'Pago del arrendamiento',
    one_time: 'Pago único',
    late_fee: 'Pago de cargo por mora',
    refund: 'Reembolso a usted',
    reversal: 'Devuelto por el banco',
    buyout: 'Compra anticipada',
  },
  states: {
    pending: 'Pendiente',
    posted: 'Registrado',
    returned: 'Devuelto',
    refunded: 'Reembolsado',
    cancelled: 'Cancelado',
  },
  card: 'Tarjeta',
  bankAccount: 'Cuenta bancaria',
  endingIn: 'terminada en',
  totalPaid: 'Total pagado',
  remaining: 'Renta por pagar',
  feesDue: 'Cargos pendientes',
  feesAssessed: 'Cargos aplicados',
  feesWaived: 'Condonado',
  feesTotal: 'Total de cargos',
};

/** What a statement says, in the language of the customer's application. */
export const STATEMENT_WORDS: Readonly<Record<'en' | 'es', Words>> = { en: ENGLISH, es: SPANISH };
