import type { Language } from '../agreement/agreement-document';
import { sentences } from '../agreement/sentences';

/** What depends on the governing state. */
interface FirstPriceClauses {
  hasLateFees: boolean;
  /** its law gives a price from the first day on */
  hasOtherPrice: boolean;
}

interface FundedNoticeWords {
  title: string;
  started: (date: string) => string;
  cashPrice: string;
  costOfLease: string;
  initialPayment: string;
  numberOfPayments: string;
  totalToOwn: string;
  schedule: string;
  automatic: string;
  byYourself: string;
  earlyPurchase: string;
  /** before any lease payment is taken off */
  firstPrice: (price: string, lastDay: string, clauses: FirstPriceClauses) => string;
}

export const FUNDED_NOTICE_WORDS: Readonly<Record<Language, FundedNoticeWords>> = {
  en: {
    title: 'Your lease has started: your payments and their dates',
    started: (date) => `Your goods were delivered on ${date}. These are the amounts of your lease.`,
    cashPrice: 'Cash price',
    costOfLease: 'Cost of the lease',
    initialPayment: 'Initial payment, already paid',
    numberOfPayments: 'Number of lease payments',
    totalToOwn: 'Total to own',
    schedule: 'Your lease payments',
    automatic:
      'You have allowed automatic payments: we debit your bank account on each due date, or on the next banking day ' +
      'where banks are closed. You may stop this at any time, at least three business days before a payment.',
    byYourself:
      'You have not allowed automatic payments, and need not: please make each payment by its due date, in the way ' +
      'you choose.',
    earlyPurchase: 'Buying early',
    firstPrice: (price, lastDay, { hasLateFees, hasOtherPrice }) =>
      sentences(
        `Until the end of ${lastDay} you may buy the goods for ${price}, less the lease payments you have`,
        hasLateFees ? 'made, plus any late fee you owe.' : 'made.',
        hasOtherPrice ? 'If the price described next is lower, you pay that one.' : undefined,
        'Your regular payments do not do this by themselves: ask us for the price of the day and pay it at once.',
      ),
  },
  es: {
    title: 'Su arrendamiento ha comenzado: sus pagos y sus fechas',
    started: (date) => `Sus artículos se entregaron el ${date}. Estos son los importes de su arrendamiento.`,
    cashPrice: 'Precio al contado',
    costOfLease: 'Costo del arrendamiento',
    initialPayment: 'Pago inicial, ya pagado',
    numberOfPayments: 'Número de pagos de arrendamiento',
    totalToOwn: 'Costo total para ser propietario',
    schedule: 'Su plan de pagos',
    automatic:
      'Usted autorizó pagos automáticos: debitamos su cuenta bancaria en cada vencimiento, o el siguiente día hábil ' +
      'bancario si los bancos están cerrados. Puede suspenderlos en cualquier momento, al menos tres días hábiles ' +
      'antes de un pago.',
    byYourself:
      'Usted no autorizó pagos automáticos, y no está obligado a hacerlo: haga cada pago a más tardar en su ' +
      'vencimiento, de la manera que prefiera.',
    earlyPurchase: 'Compra anticipada',
    firstPrice: (price, lastDay, { hasLateFees, hasOtherPrice }) =>
      sentences(
        `Hasta el final del ${lastDay}, usted puede comprar los artículos por ${price}, menos los pagos de`,
        hasLateFees
          ? 'arrendamiento que haya hecho, más cualquier cargo por mora que deba.'
          : 'arrendamiento que haya hecho.',
        hasOtherPrice ? 'Si el precio que se describe a continuación es más bajo, usted paga ese.' : undefined,
        'Los pagos regulares no bastan por sí solos para ejercer esta opción: pídanos el precio del día y páguelo de',
        'una sola vez.',
      ),
  },
};
