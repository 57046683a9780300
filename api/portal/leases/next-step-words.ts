import { day } from '../../pages/formatting';
import type { Language } from '../../pages/language';
import type { NextStep, NextStepKind } from './next-step';

type Sentence = (date: string | null) => string;
type Sentences = Readonly<Record<NextStepKind, Sentence>>;

const ENGLISH: Sentences = {
  wait_for_decision: () => 'Wait for our decision. It comes by itself, usually within minutes.',
  bring_documents: () => 'We need documents from the customer. Please call our support with the lease number.',
  wait_for_review: () => 'Wait for our review. We decide this one by hand.',
  wait_for_card: () => 'Wait a moment: we are collecting the initial payment.',
  wait_for_payment: () => 'Wait: the initial payment is not collected yet. Do not hand over the goods.',
  enter_order: (until) => `Enter the order${until ? `, until ${until} at the latest` : ''}.`,
  wait_for_signature: (until) => `Wait for the customer's signature${until ? `, until ${until} at the latest` : ''}.`,
  deliver: () => 'Hand over the whole order, then confirm the delivery.',
  deliver_overdue: () =>
    'This order was not delivered within 90 days. Deliver it now and confirm, or cancel the order.',
  deliver_rest: () => 'Part of the order is on its way. Deliver the rest; with the last part we pay you.',
  wait_for_delivery_date: (date) => `Nothing. On ${date ?? ''}, the delivery date, the lease is funded by itself.`,
  new_application: () => 'The approval has expired. The customer may apply again.',
  reopen: () => 'The customer did not sign in time. Ask our support to reopen the lease.',
  nothing_denied: () => 'Nothing. We could not approve this application.',
  call_support: () => 'This lease is blocked after too many card attempts. Please call our support.',
  wait_for_run: (date) => (date ? `Nothing: we pay you on ${date}.` : 'Nothing: we pay you with the next funding run.'),
  wait_for_release: () => 'Nothing for now: the payment is held, and we are looking into it.',
  wait_for_bank: (date) => (date ? `Nothing: we pay you on ${date}.` : 'Nothing: the payment is on its way.'),
  nothing_paid: () => 'Nothing: we have paid you.',
  check_account: () => 'Your bank sent our payment back. Please ask your manager to check the bank account with us.',
};

const SPANISH: Sentences = {
  wait_for_decision: () => 'Espere nuestra decisión. Llega sola, por lo general en unos minutos.',
  bring_documents: () =>
    'Necesitamos documentos del cliente. Llame a nuestro servicio de apoyo con el número de arrendamiento.',
  wait_for_review: () => 'Espere nuestra revisión. Este caso lo decide una persona.',
  wait_for_card: () => 'Espere un momento: estamos cobrando el pago inicial.',
  wait_for_payment: () => 'Espere: el pago inicial aún no se ha cobrado. No entregue la mercancía.',
  enter_order: (until) => `Registre el pedido${until ? `, a más tardar el ${until}` : ''}.`,
  wait_for_signature: (until) => `Espere la firma del cliente${until ? `, a más tardar el ${until}` : ''}.`,
  deliver: () => 'Entregue el pedido completo y después confirme la entrega.',
  deliver_overdue: () =>
    'Este pedido no se entregó en 90 días. Entréguelo ahora y confirme la entrega, o cancele el pedido.',
  deliver_rest: () => 'Una parte del pedido está en camino. Entregue el resto; con la última parte le pagamos.',
  wait_for_delivery_date: (date) => `Nada. El ${date ?? ''}, fecha de entrega, el arrendamiento se financia solo.`,
  new_application: () => 'La aprobación venció. El cliente puede presentar otra solicitud.',
  reopen: () => 'El cliente no firmó a tiempo. Pida a nuestro servicio de apoyo que reabra el arrendamiento.',
  nothing_denied: () => 'Nada. No pudimos aprobar esta solicitud.',
  call_support: () =>
    'Este arrendamiento está bloqueado por demasiados intentos con tarjeta. Llame a nuestro servicio de apoyo.',
  wait_for_run: (date) => (date ? `Nada: le pagamos el ${date}.` : 'Nada: le pagamos en el próximo pago a comercios.'),
  wait_for_release: () => 'Nada por ahora: el pago está retenido y lo estamos revisando.',
  wait_for_bank: (date) => (date ? `Nada: le pagamos el ${date}.` : 'Nada: el pago está en camino.'),
  nothing_paid: () => 'Nada: ya le pagamos.',
  check_account: () => 'Su banco devolvió nuestro pago. Pida a su gerente que revise con nosotros la cuenta bancaria.',
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, es: SPANISH };

/** @param payOn when the store's money comes, where that is known */
export function nextStepText(step: NextStep, language: Language, payOn: string | null = null): string {
  return SENTENCES[language][step.kind](dateOf(step, language) ?? payOn);
}

function dateOf(step: NextStep, language: Language): string | null {
  if ('untilOn' in step) return step.untilOn && day(step.untilOn, language);
  return 'deliveredOn' in step ? day(step.deliveredOn, language) : null;
}
