import type { LeaseStatus } from '../../../../domain/lease-status';
import type { Language } from '../../../pages/language';

type Decision = (given: { limit: string; until: string }) => string;

interface EndWords {
  decisionTitle: string;
  leaseNumber: string;
  decision: Readonly<Record<Decided, Decision>>;
  handBack: string;
  lookAgain: string;
  usedTitle: string;
  used: string;
  goneTitle: string;
  gone: string;
}

export type Decided = 'approved' | 'denied' | 'documents' | 'waiting';

/** Of a lease that has gone on since, the customer hears what was decided. */
export const DECIDED: Readonly<Record<LeaseStatus, Decided>> = {
  pre_approved: 'documents',
  pending: 'waiting',
  in_process: 'waiting',
  approved: 'approved',
  denied: 'denied',
  approval_expired: 'approved',
  contracts: 'approved',
  contracts_expired: 'approved',
  contracts_received: 'approved',
  lease_accepted: 'approved',
  funded: 'approved',
};

export const END_WORDS: Readonly<Record<Language, EndWords>> = {
  en: {
    decisionTitle: 'Your application',
    leaseNumber: 'Your lease number',
    decision: {
      approved: ({ limit, until }) =>
        `You are approved for goods of up to ${limit}${until === '' ? '' : `, until ${until}`}.`,
      denied: () => 'We are sorry: we could not approve your application.',
      documents: () => 'You are almost there: we need documents from you. The store tells you which.',
      waiting: () => 'We have your application and need a little more time. The store tells you as soon as we know.',
    },
    handBack: 'Please give the device back to the store.',
    lookAgain: 'Look again',
    usedTitle: 'This application was sent',
    used: 'The form can be used once, and it was. Please give the device back to the store.',
    goneTitle: 'This link no longer works',
    gone: 'The link is too old or was never made. Please ask the store to start the application again.',
  },
  es: {
    decisionTitle: 'Su solicitud',
    leaseNumber: 'Su número de arrendamiento',
    decision: {
      approved: ({ limit, until }) =>
        `Su solicitud está aprobada para mercancía de hasta ${limit}${until === '' ? '' : `, hasta el ${until}`}.`,
      denied: () => 'Lo sentimos: no pudimos aprobar su solicitud.',
      documents: () => 'Falta poco: necesitamos documentos de usted. La tienda le dirá cuáles.',
      waiting: () =>
        'Tenemos su solicitud y necesitamos un poco más de tiempo. La tienda le avisará en cuanto lo sepamos.',
    },
    handBack: 'Devuelva el dispositivo a la tienda.',
    lookAgain: 'Volver a mirar',
    usedTitle: 'Esta solicitud ya se envió',
    used: 'El formulario se puede usar una sola vez, y ya se usó. Devuelva el dispositivo a la tienda.',
    goneTitle: 'Este enlace ya no funciona',
    gone: 'El enlace es demasiado antiguo o nunca existió. Pida a la tienda que empiece de nuevo la solicitud.',
  },
};
