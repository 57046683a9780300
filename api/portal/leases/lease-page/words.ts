import type { Language } from '../../../pages/language';
import type { DeskAction } from '../actions';
import type { Done } from '../paths';

export interface LeasePageWords {
  title: (leaseId: string) => string;
  okToDeliver: string;
  notOkToDeliver: string;
  isDelivered: string;
  whatNext: string;
  facts: string;
  status: string;
  customer: string;
  store: string;
  approvalLimit: string;
  approvedUntil: string;
  invoiceNumber: string;
  invoiceTotal: string;
  youGet: string;
  signBy: string;
  signedOn: string;
  deliveredOn: string;
  fundingOn: string;
  funding: string;
  servicing: string;
  order: string;
  item: string;
  sku: string;
  quantity: string;
  price: string;
  total: string;
  left: string;
  shipments: string;
  shippedOn: string;
  notYet: string;
  returns: string;
  receipt: string;
  returnedOn: string;
  kind: string;
  takenFromYou: string;
  refunded: string;
  fundings: string;
  amount: string;
  run: string;
  paidOn: string;
  noRunYet: string;
  timeline: string;
  when: string;
  what: string;
  who: string;
  laterEvents: string;
  firstEvents: string;
  actions: Readonly<Record<DeskAction, string>>;
  done: Readonly<Record<Done, string>>;
  returnKinds: Readonly<Record<'return' | 'price_adjustment', string>>;
  backToLease: string;
  notNow: string;
}

const ENGLISH: LeasePageWords = {
  title: (leaseId) => `Lease ${leaseId}`,
  okToDeliver: 'OK to deliver: YES',
  notOkToDeliver: 'OK to deliver: NO',
  isDelivered: 'Delivered',
  whatNext: 'What to do next',
  facts: 'This lease',
  status: 'Status',
  customer: 'Customer',
  store: 'Store',
  approvalLimit: 'Approved up to',
  approvedUntil: 'Approved until',
  invoiceNumber: 'Invoice',
  invoiceTotal: 'Invoice total',
  youGet: 'You get',
  signBy: 'To be signed by',
  signedOn: 'Signed on',
  deliveredOn: 'Delivered on',
  fundingOn: 'Delivery planned for',
  funding: 'Your money',
  servicing: "Customer's payments",
  order: 'Order',
  item: 'Item',
  sku: 'Item number',
  quantity: 'Quantity',
  price: 'Price each',
  total: 'Total',
  left: 'Left after returns',
  shipments: 'Shipments',
  shippedOn: 'Shipped on',
  notYet: 'not yet',
  returns: 'Returns and price adjustments',
  receipt: 'Receipt',
  returnedOn: 'Date',
  kind: 'Kind',
  takenFromYou: 'Taken from your funding',
  refunded: 'Refunded to the customer',
  fundings: 'Funding',
  amount: 'Amount',
  run: 'Funding run',
  paidOn: 'Paid on',
  noRunYet: 'in the next run',
  timeline: 'What happened',
  when: 'When',
  what: 'What',
  who: 'Who',
  laterEvents: 'Show what happened later',
  firstEvents: 'Show from the beginning',
  actions: {
    enter_order: 'Enter the order',
    show_signing: 'Price and signing link',
    deliver: 'Confirm delivery',
    cancel: 'Cancel the order',
    return: 'Report a return',
    lower_price: 'Lower the price',
  },
  done: {
    delivery: 'The delivery is recorded.',
    cancellation: 'The order is cancelled. The approval stays as it was.',
    'credit-invoice': 'The credit invoice is attached.',
  },
  returnKinds: { return: 'Return', price_adjustment: 'Price adjustment' },
  backToLease: 'Back to the lease',
  notNow: 'This is not possible on this lease now.',
};

const SPANISH: LeasePageWords = {
  title: (leaseId) => `Arrendamiento ${leaseId}`,
  okToDeliver: 'Listo para entregar: SÍ',
  notOkToDeliver: 'Listo para entregar: NO',
  isDelivered: 'Entregado',
  whatNext: 'Qué hacer ahora',
  facts: 'Este arrendamiento',
  status: 'Estado',
  customer: 'Cliente',
  store: 'Tienda',
  approvalLimit: 'Aprobado hasta',
  approvedUntil: 'Aprobación válida hasta el',
  invoiceNumber: 'Factura',
  invoiceTotal: 'Total de la factura',
  youGet: 'Usted recibe',
  signBy: 'Debe firmarse a más tardar el',
  signedOn: 'Firmado el',
  deliveredOn: 'Entregado el',
  fundingOn: 'Entrega prevista para el',
  funding: 'Su dinero',
  servicing: 'Pagos del cliente',
  order: 'Pedido',
  item: 'Artículo',
  sku: 'Código del artículo',
  quantity: 'Cantidad',
  price: 'Precio por unidad',
  total: 'Total',
  left: 'Queda después de devoluciones',
  shipments: 'Envíos',
  shippedOn: 'Enviado el',
  notYet: 'todavía no',
  returns: 'Devoluciones y ajustes de precio',
  receipt: 'Comprobante',
  returnedOn: 'Fecha',
  kind: 'Tipo',
  takenFromYou: 'Se descuenta de su pago',
  refunded: 'Se reembolsa al cliente',
  fundings: 'Pagos a la tienda',
  amount: 'Importe',
  run: 'Lote de pagos',
  paidOn: 'Pagado el',
  noRunYet: 'en el próximo lote',
  timeline: 'Qué ha pasado',
  when: 'Cuándo',
  what: 'Qué',
  who: 'Quién',
  laterEvents: 'Ver lo que pasó después',
  firstEvents: 'Ver desde el principio',
  actions: {
    enter_order: 'Registrar el pedido',
    show_signing: 'Precio y enlace para firmar',
    deliver: 'Confirmar la entrega',
    cancel: 'Cancelar el pedido',
    return: 'Informar una devolución',
    lower_price: 'Bajar el precio',
  },
  done: {
    delivery: 'La entrega quedó registrada.',
    cancellation: 'El pedido quedó cancelado. La aprobación sigue como estaba.',
    'credit-invoice': 'La nota de crédito quedó adjunta.',
  },
  returnKinds: { return: 'Devolución', price_adjustment: 'Ajuste de precio' },
  backToLease: 'Volver al arrendamiento',
  notNow: 'Esto no es posible ahora en este arrendamiento.',
};

export const LEASE_PAGE_WORDS: Readonly<Record<Language, LeasePageWords>> = { en: ENGLISH, es: SPANISH };
