import type { ReturnAction } from '../../../../domain/returns/requested-lines';
import type { Language } from '../../../pages/language';

interface ActionWords {
  title: string;
  explanation: string;
  returnedOn: string;
  amount: string;
  amountHint: string;
  submit: string;
}

interface ReturnWords {
  byAction: Readonly<Record<ReturnAction, ActionWords>>;
  authorize: string;
  notEligible: string;
  authorized: string;
  scope: string;
  everything: string;
  someLines: string;
  quantity: string;
  left: (quantity: number, amount: string) => string;
  creditInvoiceNumber: string;
  creditInvoiceHint: string;
}

const ENGLISH: ReturnWords = {
  byAction: {
    return: {
      title: 'Report a return',
      explanation:
        'For goods the customer brought back. We take their price from your next funding and lower the customer’s payments at once.',
      returnedOn: 'Day the goods came back',
      amount: 'Amount',
      amountHint: 'Leave empty for price times quantity.',
      submit: 'Report the return',
    },
    price_adjustment: {
      title: 'Lower the price',
      explanation:
        'For goods the customer keeps at a lower price. Enter by how much each item is lower. We take it from your next funding and lower the customer’s payments at once.',
      returnedOn: 'Date of the new price',
      amount: 'Lower by',
      amountHint: 'Leave empty where the price stays.',
      submit: 'Lower the price',
    },
  },
  authorize: 'Ask for the authorization',
  notEligible: 'No return is possible on this lease.',
  authorized: 'Authorized. Now enter what it is about.',
  scope: 'What came back',
  everything: 'Everything that is left of the order',
  someLines: 'Only what I enter below',
  quantity: 'Quantity that came back',
  left: (quantity, amount) => `${quantity} left, ${amount}`,
  creditInvoiceNumber: 'Number of your credit invoice',
  creditInvoiceHint: 'If you have one. You can attach the invoice itself afterwards.',
};

const SPANISH: ReturnWords = {
  byAction: {
    return: {
      title: 'Informar una devolución',
      explanation:
        'Para mercancía que el cliente trajo de vuelta. Descontamos su precio de su próximo pago y bajamos de inmediato los pagos del cliente.',
      returnedOn: 'Día en que volvió la mercancía',
      amount: 'Importe',
      amountHint: 'Déjelo vacío para precio por cantidad.',
      submit: 'Informar la devolución',
    },
    price_adjustment: {
      title: 'Bajar el precio',
      explanation:
        'Para mercancía que el cliente conserva a un precio menor. Escriba cuánto baja cada artículo. Lo descontamos de su próximo pago y bajamos de inmediato los pagos del cliente.',
      returnedOn: 'Fecha del nuevo precio',
      amount: 'Baja en',
      amountHint: 'Déjelo vacío donde el precio no cambia.',
      submit: 'Bajar el precio',
    },
  },
  authorize: 'Pedir la autorización',
  notEligible: 'En este arrendamiento no es posible una devolución.',
  authorized: 'Autorizado. Ahora escriba de qué se trata.',
  scope: 'Qué se devolvió',
  everything: 'Todo lo que queda del pedido',
  someLines: 'Solo lo que escribo abajo',
  quantity: 'Cantidad devuelta',
  left: (quantity, amount) => `Quedan ${quantity}, ${amount}`,
  creditInvoiceNumber: 'Número de su nota de crédito',
  creditInvoiceHint: 'Si tiene una. Después puede adjuntar la nota misma.',
};

export const RETURN_WORDS: Readonly<Record<Language, ReturnWords>> = { en: ENGLISH, es: SPANISH };
