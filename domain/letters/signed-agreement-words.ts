import type { Language } from '../agreement/agreement-document';

/** What stands around the agreement's own text when it is printed. */
interface SignedAgreementWords {
  parties: string;
  lessor: string;
  merchant: string;
  customer: string;
  store: string;
  lease: string;
  invoice: string;
  agreementOn: string;
  governingState: string;
  items: string;
  item: string;
  quantity: string;
  priceEach: string;
  lineTotal: string;
  amounts: string;
  cashPrice: string;
  costOfLease: string;
  initialPayment: string;
  totalToOwn: string;
  payments: string;
  number: string;
  dueOn: string;
  /** the total to own stands beside every payment */
  amount: (totalToOwn: string) => string;
  terms: string;
}

export const SIGNED_AGREEMENT_WORDS: Readonly<Record<Language, SignedAgreementWords>> = {
  en: {
    parties: 'Parties',
    lessor: 'Lessor',
    merchant: 'Merchant',
    customer: 'Customer',
    store: 'Store',
    lease: 'Lease',
    invoice: 'Invoice',
    agreementOn: 'Date of the agreement',
    governingState: 'State whose law governs',
    items: 'Items',
    item: 'Item',
    quantity: 'Quantity',
    priceEach: 'Price each',
    lineTotal: 'Price',
    amounts: 'Amounts',
    cashPrice: 'Cash price',
    costOfLease: 'Cost of the lease',
    initialPayment: 'Initial payment',
    totalToOwn: 'Total to own',
    payments: 'Payments',
    number: 'Payment',
    dueOn: 'Estimated due date',
    amount: (totalToOwn) => `Amount (total to own: ${totalToOwn})`,
    terms: 'Terms',
  },
  es: {
    parties: 'Partes',
    lessor: 'Arrendador',
    merchant: 'Comercio',
    customer: 'Cliente',
    store: 'Tienda',
    lease: 'Arrendamiento',
    invoice: 'Factura',
    agreementOn: 'Fecha del contrato',
    governingState: 'Estado cuya ley se aplica',
    items: 'Artículos',
    item: 'Artículo',
    quantity: 'Cantidad',
    priceEach: 'Precio por unidad',
    lineTotal: 'Precio',
    amounts: 'Importes',
    cashPrice: 'Precio al contado',
    costOfLease: 'Costo del arrendamiento',
    initialPayment: 'Pago inicial',
    totalToOwn: 'Costo total para ser propietario',
    payments: 'Pagos',
    number: 'Pago',
    dueOn: 'Vencimiento estimado',
    amount: (totalToOwn) => `Importe (costo total para ser propietario: ${totalToOwn})`,
    terms: 'Condiciones',
  },
};
