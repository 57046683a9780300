import type { PayFrequency } from '../../../../domain/program';
import type { Language } from '../../../pages/language';

interface SigningWords {
  title: string;
  price: string;
  cashPrice: string;
  costOfLease: string;
  totalToOwn: string;
  initialPayment: string;
  payments: string;
  /** a payment is never named without the total to own */
  paymentsText: (plan: { count: number; amount: string; last: string; every: string; total: string }) => string;
  everyPeriod: Readonly<Record<PayFrequency, string>>;
  ninetyDay: string;
  link: string;
  linkExplanation: string;
  linkLabel: string;
  copy: string;
  handOver: string;
  handOverHint: string;
  noLink: string;
}

export const SIGNING_WORDS: Readonly<Record<Language, SigningWords>> = {
  en: {
    title: 'Price and signing',
    price: 'Price of the lease',
    cashPrice: 'Cash price',
    costOfLease: 'Cost of the lease',
    totalToOwn: 'Total to own',
    initialPayment: 'Initial payment',
    payments: 'Payments',
    paymentsText: ({ count, amount, last, every, total }) =>
      `${count} payments of ${amount}${last === amount ? '' : ` (the last one ${last})`}, ${every}; total to own ${total}`,
    everyPeriod: {
      weekly: 'every week',
      biWeekly: 'every two weeks',
      semiMonthly: 'twice a month',
      monthly: 'every month',
    },
    ninetyDay: 'Early purchase in the first 90 days',
    link: 'For the customer to sign',
    linkExplanation: 'The link is for this customer only. It stops working once signed, changed or cancelled.',
    linkLabel: 'Link for signing',
    copy: 'Copy',
    handOver: 'Sign on this device',
    handOverHint: 'You are signed out, so that you can give the device to the customer.',
    noLink: 'There is nothing to sign on this lease now.',
  },
  es: {
    title: 'Precio y firma',
    price: 'Precio del arrendamiento',
    cashPrice: 'Precio de contado',
    costOfLease: 'Costo del arrendamiento',
    totalToOwn: 'Costo total para ser propietario',
    initialPayment: 'Pago inicial',
    payments: 'Pagos',
    paymentsText: ({ count, amount, last, every, total }) =>
      `${count} pagos de ${amount}${last === amount ? '' : ` (el último de ${last})`}, ${every}; costo total para ser propietario ${total}`,
    everyPeriod: {
      weekly: 'cada semana',
      biWeekly: 'cada dos semanas',
      semiMonthly: 'dos veces al mes',
      monthly: 'cada mes',
    },
    ninetyDay: 'Compra anticipada en los primeros 90 días',
    link: 'Para que firme el cliente',
    linkExplanation:
      'El enlace es solo para este cliente. Deja de funcionar cuando se firma, se cambia o se cancela el pedido.',
    linkLabel: 'Enlace para firmar',
    copy: 'Copiar',
    handOver: 'Firmar en este dispositivo',
    handOverHint: 'Se cierra su sesión para que usted pueda dar el dispositivo al cliente.',
    noLink: 'En este arrendamiento no hay nada que firmar ahora.',
  },
};
