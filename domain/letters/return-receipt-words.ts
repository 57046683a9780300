import type { Language } from '../agreement/agreement-document';

export interface ReturnKindWords {
  title: string;
  received: (date: string) => string;
}

interface ReturnReceiptWords extends Readonly<Record<'returned' | 'price_adjusted', ReturnKindWords>> {
  item: string;
  quantity: string;
  amount: string;
  total: string;
  refund: (amount: string) => string;
  noRefund: string;
  /** all of a delivered order came back */
  leaseEnded: string;
  /** all of an order that was never delivered */
  orderEnded: string;
  rest: string;
  newSchedule: string;
  newPrice: string;
  cashPrice: string;
  rent: string;
  earlyPurchase: string;
  totalToOwn: string;
  payments: (count: number, amounts: { payment: string; lastPayment: string; totalToOwn: string }) => string;
}

export const RETURN_RECEIPT_WORDS: Readonly<Record<Language, ReturnReceiptWords>> = {
  en: {
    returned: {
      title: 'Receipt for the goods you returned',
      received: (date) => `The store has received these goods of yours on ${date}.`,
    },
    price_adjusted: {
      title: 'The price of your goods was lowered',
      received: (date) => `The store has lowered the price of these goods of yours on ${date}.`,
    },
    item: 'Item',
    quantity: 'Quantity',
    amount: 'Cash price taken off',
    total: 'Total',
    refund: (amount) => `We refund you ${amount}, by the way you paid.`,
    noRefund: 'No payment of yours has to be refunded for this.',
    leaseEnded:
      'Everything has been returned, so your lease has ended. There is no charge for ending it, and we take no ' +
      'further payment. What was already due before the return, late fees included, stays due.',
    orderEnded:
      'Nothing is left of your order, so your lease agreement has been cancelled. You owe nothing under it. What you ' +
      'paid when you signed is returned to you in full: a separate letter says how much.',
    rest: 'Your lease from now on',
    newSchedule: 'Your lease goes on with the goods you still have, and costs less.',
    newPrice: 'Your lease goes on with the rest of your order, and costs less. You do not have to sign again.',
    cashPrice: 'Cash price of what is left',
    rent: 'All lease payments, those already made included',
    earlyPurchase: 'The price of an early purchase falls with it: ask us for the price of the day.',
    totalToOwn: 'Total to own',
    payments: (count, { payment, lastPayment, totalToOwn }) =>
      `There are ${count} lease payments of ${payment}, the last one of ${lastPayment}. The total to own is ` +
      `${totalToOwn}.`,
  },
  es: {
    returned: {
      title: 'Comprobante de recepción de los artículos que usted devolvió',
      received: (date) => `La tienda recibió estos artículos suyos el ${date}.`,
    },
    price_adjusted: {
      title: 'Se redujo el precio de sus artículos',
      received: (date) => `La tienda redujo el precio de estos artículos suyos el ${date}.`,
    },
    item: 'Artículo',
    quantity: 'Cantidad',
    amount: 'Precio al contado descontado',
    total: 'Total',
    refund: (amount) => `Le reembolsamos ${amount} por el mismo medio con que pagó.`,
    noRefund: 'Por esto no hay que reembolsarle ningún pago.',
    leaseEnded:
      'Se devolvió todo, así que su arrendamiento ha terminado. Terminarlo no tiene ningún cargo y no cobramos más ' +
      'pagos. Lo que ya estaba vencido antes de la devolución, incluidos los cargos por mora, sigue pendiente.',
    orderEnded:
      'No queda nada de su pedido, así que su contrato de arrendamiento se canceló. Usted no debe nada por él. Lo que ' +
      'pagó al firmar se le devuelve por completo: una carta aparte indica cuánto.',
    rest: 'Su arrendamiento a partir de ahora',
    newSchedule: 'Su arrendamiento continúa con los artículos que conserva, y cuesta menos.',
    newPrice: 'Su arrendamiento continúa con el resto de su pedido, y cuesta menos. No tiene que firmar de nuevo.',
    cashPrice: 'Precio al contado de lo que queda',
    rent: 'Todos los pagos de arrendamiento, incluidos los ya hechos',
    earlyPurchase: 'El precio de una compra anticipada baja con ello: pídanos el precio del día.',
    totalToOwn: 'Costo total para ser propietario',
    payments: (count, { payment, lastPayment, totalToOwn }) =>
      `Son ${count} pagos de arrendamiento de ${payment}, el último de ${lastPayment}. El costo total para ser ` +
      `propietario es de ${totalToOwn}.`,
  },
};
