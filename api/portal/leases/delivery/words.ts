import type { Language } from '../../../pages/language';

interface DeliveryWords {
  title: string;
  explanation: string;
  deliveredOn: string;
  deliveredOnHint: string;
  carrier: string;
  carrierHint: string;
  trackingNumber: string;
  confirm: string;
}

export const DELIVERY_WORDS: Readonly<Record<Language, DeliveryWords>> = {
  en: {
    title: 'Confirm delivery',
    explanation:
      'Confirm only when the customer has the whole order, or will have it on the date you enter. Once it is delivered we pay you and the customer’s payments begin.',
    deliveredOn: 'Delivery date',
    deliveredOnHint: 'Up to 30 days back or ahead. On a later date the lease is funded by itself.',
    carrier: 'Carrier',
    carrierHint: 'Leave empty if the customer took the goods along.',
    trackingNumber: 'Tracking number',
    confirm: 'Confirm delivery of the whole order',
  },
  es: {
    title: 'Confirmar la entrega',
    explanation:
      'Confirme solo cuando el cliente tenga el pedido completo, o lo vaya a tener en la fecha que usted escriba. Una vez entregado, le pagamos y empiezan los pagos del cliente.',
    deliveredOn: 'Fecha de entrega',
    deliveredOnHint:
      'Hasta 30 días antes o después de hoy. Si la fecha es posterior, el arrendamiento se financia solo.',
    carrier: 'Transportista',
    carrierHint: 'Déjelo vacío si el cliente se llevó la mercancía.',
    trackingNumber: 'Número de guía',
    confirm: 'Confirmar la entrega del pedido completo',
  },
};
