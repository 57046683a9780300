import type { Language } from '../../../pages/language';

interface CancellationWords {
  title: string;
  explanation: string;
  refund: string;
  noPayment: string;
  confirm: string;
  keep: string;
}

export const CANCELLATION_WORDS: Readonly<Record<Language, CancellationWords>> = {
  en: {
    title: 'Cancel the order',
    explanation:
      'The order and its contract end. The customer stays approved until the approval expires, and you can enter another order.',
    refund: 'The initial payment is refunded to the customer in full.',
    noPayment: 'Nothing was paid yet. The link for signing no longer works.',
    confirm: 'Yes, cancel this order',
    keep: 'No, keep the order',
  },
  es: {
    title: 'Cancelar el pedido',
    explanation:
      'El pedido y su contrato terminan. El cliente sigue aprobado hasta que venza la aprobación, y usted puede registrar otro pedido.',
    refund: 'El pago inicial se reembolsa completo al cliente.',
    noPayment: 'Aún no se ha pagado nada. El enlace para firmar deja de funcionar.',
    confirm: 'Sí, cancelar este pedido',
    keep: 'No, conservar el pedido',
  },
};
