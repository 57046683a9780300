import type { NewEvent } from '../../../../domain/lease/events';
import type { Language } from '../../../pages/language';
import { STATUS_WORDS } from '../status-words';

type EventType = NewEvent['type'];
type StatusEvent = Extract<EventType, `lease.${keyof (typeof STATUS_WORDS)['en']['status']}`>;
type Sentences = Readonly<Record<Exclude<EventType, StatusEvent>, string>>;

const ENGLISH: Sentences = {
  'application.submitted': 'The customer applied',
  'lease.blocked': 'Blocked after too many card attempts',
  'review.opened': 'A review began',
  'review.closed': 'The review ended',
  'documents.received': 'Documents came in',
  'denial.final': 'The decision became final',
  'approval.moved': 'The approval moved to another lease',
  'approval.taken_over': 'The approval was taken over from another lease',
  'invoice.submitted': 'The order was entered',
  'invoice.replaced': 'The order was changed',
  'contract.cancelled': 'The order was cancelled',
  'contract.reinstated': 'The lease was reopened',
  'agreement.signed': 'The customer signed',
  'initial_payment.captured': 'The initial payment was collected',
  'initial_payment.refunded': 'The initial payment was refunded',
  'initial_payment.declined': 'The card was declined',
  'delivery.confirmed': 'The whole order was delivered',
  'delivery.scheduled': 'The delivery was planned',
  'delivery.overdue': 'Not delivered within 90 days',
  'shipment.reported': 'Part of the order was shipped',
  'shipment.delivered': 'Part of the order was delivered',
  'approval.expiring': 'The approval ends soon',
  'contract.expiring': 'The time to sign ends soon',
  'funding.payable': 'You will be paid with the next funding run',
  'schedule.created': "The customer's payment schedule was made",
  'return.authorized': 'A return was authorized',
  'return.not_authorized': 'A return was not authorized',
  'merchandise.returned': 'Goods were returned',
  'price.adjusted': 'The price was lowered',
  'payment.taken': 'The customer made a payment',
  'payment.scheduled': 'The customer planned a payment',
  'payment.cancelled': 'The customer cancelled a payment',
  'purchase.accepted': 'The customer bought the goods early',
  'lease.owned': 'The customer owns the goods',
  'lease.returned': 'All goods were returned',
  'command.refused': 'Not accepted',
};

const SPANISH: Sentences = {
  'application.submitted': 'El cliente presentó la solicitud',
  'lease.blocked': 'Bloqueado por demasiados intentos con tarjeta',
  'review.opened': 'Empezó una revisión',
  'review.closed': 'Terminó la revisión',
  'documents.received': 'Llegaron los documentos',
  'denial.final': 'La decisión quedó firme',
  'approval.moved': 'La aprobación pasó a otro arrendamiento',
  'approval.taken_over': 'La aprobación viene de otro arrendamiento',
  'invoice.submitted': 'Se registró el pedido',
  'invoice.replaced': 'Se cambió el pedido',
  'contract.cancelled': 'Se canceló el pedido',
  'contract.reinstated': 'Se reabrió el arrendamiento',
  'agreement.signed': 'El cliente firmó',
  'initial_payment.captured': 'Se cobró el pago inicial',
  'initial_payment.refunded': 'Se reembolsó el pago inicial',
  'initial_payment.declined': 'La tarjeta fue rechazada',
  'delivery.confirmed': 'Se entregó el pedido completo',
  'delivery.scheduled': 'Se programó la entrega',
  'delivery.overdue': 'No se entregó en 90 días',
  'shipment.reported': 'Se envió una parte del pedido',
  'shipment.delivered': 'Se entregó una parte del pedido',
  'approval.expiring': 'La aprobación vence pronto',
  'contract.expiring': 'El plazo para firmar vence pronto',
  'funding.payable': 'Se le paga en el próximo pago a comercios',
  'schedule.created': 'Se hizo el plan de pagos del cliente',
  'return.authorized': 'Se autorizó una devolución',
  'return.not_authorized': 'No se autorizó una devolución',
  'merchandise.returned': 'Se devolvió mercancía',
  'price.adjusted': 'Se bajó el precio',
  'payment.taken': 'El cliente hizo un pago',
  'payment.scheduled': 'El cliente programó un pago',
  'payment.cancelled': 'El cliente canceló un pago',
  'purchase.accepted': 'El cliente hizo la compra anticipada',
  'lease.owned': 'La mercancía es del cliente',
  'lease.returned': 'Se devolvió toda la mercancía',
  'command.refused': 'No se aceptó',
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, es: SPANISH };
const NEW_STATUS: Readonly<Record<Language, string>> = { en: 'Status', es: 'Estado' };

/** A line of the timeline in plain words. A type of a later day is shown by its name rather than not at all. */
export function eventSentence(type: string, language: Language): string {
  const sentences: Readonly<Record<string, string>> = SENTENCES[language];
  const statuses: Readonly<Record<string, string>> = STATUS_WORDS[language].status;
  const status = statuses[type.replace(/^lease\./, '')];
  return sentences[type] ?? (status === undefined ? type : `${NEW_STATUS[language]}: ${status}`);
}

interface ActorWords {
  customer: string;
  api: string;
  file: string;
  ownward: string;
  storePerson: string;
}

/** Who did something, and by which way. */
export const ACTOR_WORDS: Readonly<Record<Language, ActorWords>> = {
  en: {
    customer: 'Customer',
    api: 'API',
    file: 'File',
    ownward: 'Ownward',
    storePerson: 'Somebody of the store',
  },
  es: {
    customer: 'Cliente',
    api: 'API',
    file: 'Archivo',
    ownward: 'Ownward',
    storePerson: 'Alguien de la tienda',
  },
};
