import type { Language } from '../../../pages/language';

interface ReceiptWords {
  title: string;
  number: string;
  store: string;
  lease: string;
  customer: string;
  kind: string;
  date: string;
  postedAt: string;
  creditInvoiceNumber: string;
  lines: string;
  item: string;
  quantity: string;
  amount: string;
  merchantDebit: string;
  customerRefund: string;
  explanation: string;
  print: string;
  /** in the language itself */
  inLanguage: string;
  attach: string;
  file: string;
  fileHint: string;
  attachButton: string;
  download: string;
  back: string;
}

const ENGLISH: ReceiptWords = {
  title: 'Receipt',
  number: 'Receipt number',
  store: 'Store',
  lease: 'Lease',
  customer: 'Customer',
  kind: 'Kind',
  date: 'Date',
  postedAt: 'Recorded',
  creditInvoiceNumber: 'Credit invoice',
  lines: 'Items',
  item: 'Item',
  quantity: 'Quantity',
  amount: 'Amount',
  merchantDebit: 'Taken from the store’s funding',
  customerRefund: 'Refunded to the customer',
  explanation: 'This is recorded on the lease. The customer’s payment plan changes with it.',
  print: 'Print',
  inLanguage: 'In English',
  attach: 'Credit invoice',
  file: 'File',
  fileHint: 'PDF, PNG or JPEG, up to 10 MB. What is attached cannot be changed afterwards.',
  attachButton: 'Attach',
  download: 'Open the credit invoice',
  back: 'Back to the lease',
};

const SPANISH: ReceiptWords = {
  title: 'Comprobante de recepción',
  number: 'Número de comprobante',
  store: 'Tienda',
  lease: 'Arrendamiento',
  customer: 'Cliente',
  kind: 'Tipo',
  date: 'Fecha',
  postedAt: 'Registrado',
  creditInvoiceNumber: 'Nota de crédito',
  lines: 'Artículos',
  item: 'Artículo',
  quantity: 'Cantidad',
  amount: 'Importe',
  merchantDebit: 'Se descuenta del pago a la tienda',
  customerRefund: 'Se reembolsa al cliente',
  explanation: 'Queda registrado en el arrendamiento. El plan de pagos del cliente cambia con ello.',
  print: 'Imprimir',
  inLanguage: 'En español',
  attach: 'Nota de crédito',
  file: 'Archivo',
  fileHint: 'PDF, PNG o JPEG, de hasta 10 MB. Lo que se adjunta no se puede cambiar después.',
  attachButton: 'Adjuntar',
  download: 'Abrir la nota de crédito',
  back: 'Volver al arrendamiento',
};

/** What stands on paper, in the customer's language or the clerk's. */
export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = { en: ENGLISH, es: SPANISH };
