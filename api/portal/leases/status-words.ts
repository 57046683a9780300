import type { FundingLineKind } from '../../../db/schema-money';
import type { FundingState, LeaseStatus, ServicingState } from '../../../domain/lease-status';
import { STATUS_LABELS } from '../../../domain/lease-status';
import type { Language } from '../../pages/language';

interface StatusWords {
  status: Readonly<Record<LeaseStatus, string>>;
  /** how far the store's money is */
  funding: Readonly<Record<FundingState, string>>;
  /** how the customer's payments go */
  servicing: Readonly<Record<ServicingState, string>>;
  fundingKind: Readonly<Record<FundingLineKind, string>>;
}

const ENGLISH: StatusWords = {
  status: STATUS_LABELS,
  funding: {
    not_eligible: 'Not payable yet',
    scheduled: 'Payable on the delivery date',
    eligible: 'In the next funding run',
    held: 'Held',
    in_file: 'On its way to your bank',
    settled: 'Paid',
    bank_returned: 'Sent back by your bank',
  },
  servicing: {
    active: 'Paying',
    past_due: 'Past due',
    recovery_plan: 'On a payment plan',
    suspended: 'Suspended',
    returned: 'All goods returned',
    owned_by_term: 'Owned by the customer',
    owned_by_buyout: 'Bought early by the customer',
    surrendered: 'Goods given back to us',
    charged_off: 'Closed unpaid',
  },
  fundingKind: {
    funding: 'Lease funded',
    return: 'Return',
    price_adjustment: 'Price adjustment',
    fee: 'Fee',
    carry: 'Carried over',
  },
};

const SPANISH: StatusWords = {
  status: {
    pre_approved: 'Preaprobado',
    pending: 'Pendiente',
    in_process: 'En proceso',
    approved: 'Aprobado',
    denied: 'No aprobado',
    approval_expired: 'Aprobación vencida',
    contracts: 'Por firmar',
    contracts_expired: 'Contrato vencido',
    contracts_received: 'Contrato recibido',
    lease_accepted: 'Arrendamiento aceptado',
    funded: 'Financiado',
  },
  funding: {
    not_eligible: 'Aún no se paga',
    scheduled: 'Se paga en la fecha de entrega',
    eligible: 'En el próximo pago a comercios',
    held: 'Retenido',
    in_file: 'En camino a su banco',
    settled: 'Pagado',
    bank_returned: 'Devuelto por su banco',
  },
  servicing: {
    active: 'Al corriente',
    past_due: 'Con pagos vencidos',
    recovery_plan: 'Con un plan de pagos',
    suspended: 'Suspendido',
    returned: 'Toda la mercancía devuelta',
    owned_by_term: 'Propiedad del cliente',
    owned_by_buyout: 'Comprado anticipadamente por el cliente',
    surrendered: 'Mercancía entregada a nosotros',
    charged_off: 'Cerrado sin pagar',
  },
  fundingKind: {
    funding: 'Arrendamiento financiado',
    return: 'Devolución',
    price_adjustment: 'Ajuste de precio',
    fee: 'Cargo',
    carry: 'Saldo anterior',
  },
};

/** The names of where a lease is, in plain words. */
export const STATUS_WORDS: Readonly<Record<Language, StatusWords>> = { en: ENGLISH, es: SPANISH };
