import type { WebhookDeliveryState, WebhookDisabledReason } from '../../../db/schema-webhooks';
import type { Language } from '../../pages/language';

/** What was done, said on the page one lands on. */
export const WEBHOOK_DONE = ['changed', 'removed', 'replayed'] as const;
export type WebhookDone = (typeof WEBHOOK_DONE)[number];

interface WebhookWords {
  title: string;
  intro: string;
  guide: string;
  none: string;
  columns: { url: string; events: string; state: string; since: string };
  allEvents: string;
  someEvents: (count: number) => string;
  states: { enabled: string; disabled: string };
  failingSince: (moment: string) => string;
  reasons: Readonly<Record<WebhookDisabledReason, string>>;
  addTitle: string;
  url: string;
  urlHint: string;
  description: string;
  eventsLegend: string;
  all: string;
  allHint: string;
  some: string;
  typesLegend: string;
  add: string;
  secretTitle: string;
  secretNote: string;
  secretRotatedNote: string;
  secret: string;
  copy: string;
  back: string;
  endpointTitle: string;
  deliveriesTitle: string;
  noDeliveries: string;
  delivery: {
    type: string;
    lease: string;
    state: string;
    attempts: string;
    answer: string;
    created: string;
    next: string;
    again: string;
  };
  deliveryStates: Readonly<Record<WebhookDeliveryState, string>>;
  older: string;
  replay: string;
  replayOf: (type: string) => string;
  replaySinceTitle: string;
  replaySinceNote: string;
  from: string;
  replaySince: string;
  rotate: string;
  rotateNote: string;
  switchOff: string;
  switchOffNote: string;
  switchOn: string;
  switchOnNote: string;
  remove: string;
  removeNote: string;
  urlRefused: string;
  typesMissing: string;
  descriptionTooLong: string;
  tooMany: string;
  notWhileOff: string;
  fromWrong: string;
  done: Readonly<Record<WebhookDone, string>>;
}

const ENGLISH: WebhookWords = {
  title: 'Webhooks',
  intro: 'We tell your own systems of every step of your leases, signed, at addresses you name here.',
  guide: 'For your developer: how to verify and answer our messages is in the file docs/WEBHOOKS.md.',
  none: 'No address is registered yet.',
  columns: { url: 'Address', events: 'Events', state: 'State', since: 'Since' },
  allEvents: 'All events',
  someEvents: (count) => `${count} ${count === 1 ? 'kind' : 'kinds'} of events`,
  states: { enabled: 'On', disabled: 'Off' },
  failingSince: (moment) => `Nothing was taken since ${moment}.`,
  reasons: {
    switched_off: 'It was switched off.',
    failing_for_days: 'We switched it off: nothing was taken for five days.',
  },
  addTitle: 'Add an address',
  url: 'Address',
  urlHint: 'Begins with https:// and can be reached from the internet.',
  description: 'Description (optional)',
  eventsLegend: 'What to tell',
  all: 'All events',
  allHint: 'Also those we add later.',
  some: 'Only the events chosen below',
  typesLegend: 'Events',
  add: 'Add',
  secretTitle: 'Keep this secret now',
  secretNote: 'Your developer needs it to verify our messages. It is shown only now.',
  secretRotatedNote: 'For 24 hours we sign with the old secret, too. This one is shown only now.',
  secret: 'Secret',
  copy: 'Copy',
  back: 'Back to webhooks',
  endpointTitle: 'Webhook',
  deliveriesTitle: 'What was sent',
  noDeliveries: 'Nothing yet.',
  delivery: {
    type: 'Event',
    lease: 'Lease',
    state: 'State',
    attempts: 'Attempts',
    answer: 'Last answer',
    created: 'Kept',
    next: 'Next attempt',
    again: 'Send again',
  },
  deliveryStates: { pending: 'Waiting', retrying: 'Will be tried again', delivered: 'Delivered', failed: 'Given up' },
  older: 'Show older ones',
  replay: 'Send again',
  replayOf: (type) => `the event ${type}`,
  replaySinceTitle: 'Send everything again',
  replaySinceNote: 'Everything since the beginning of this day is sent once more, with the same IDs.',
  from: 'From',
  replaySince: 'Send again',
  rotate: 'Make a new secret',
  rotateNote: 'When the secret may have become known. The old one still works for 24 hours.',
  switchOff: 'Switch off',
  switchOffNote: 'Nothing is sent until you switch it on again.',
  switchOn: 'Switch on',
  switchOnNote: 'New events are sent from now on. What was missed you can send again.',
  remove: 'Remove',
  removeNote: 'Nothing more is sent there. This cannot be undone.',
  urlRefused: 'This address cannot be used: it must begin with https:// and lead to a public server.',
  typesMissing: 'Choose all events, or at least one of them.',
  descriptionTooLong: 'The description may have at most 200 characters, without control characters.',
  tooMany: 'No more addresses can be added. Remove one first.',
  notWhileOff: 'This is not possible while the webhook is off. Switch it on first.',
  fromWrong: 'Enter a day that was.',
  done: {
    changed: 'The change is saved.',
    removed: 'The address is removed.',
    replayed: 'It will be sent again in a moment.',
  },
};

const SPANISH: WebhookWords = {
  title: 'Webhooks',
  intro:
    'Avisamos a sus propios sistemas de cada paso de sus arrendamientos, con firma, en las direcciones que indique.',
  guide: 'Para su programador: cómo verificar y responder nuestros mensajes está en el archivo docs/WEBHOOKS.md.',
  none: 'Todavía no hay ninguna dirección registrada.',
  columns: { url: 'Dirección', events: 'Eventos', state: 'Estado', since: 'Desde' },
  allEvents: 'Todos los eventos',
  someEvents: (count) => `${count} ${count === 1 ? 'tipo' : 'tipos'} de eventos`,
  states: { enabled: 'Activado', disabled: 'Desactivado' },
  failingSince: (moment) => `No se ha recibido nada desde el ${moment}.`,
  reasons: {
    switched_off: 'Se desactivó.',
    failing_for_days: 'Lo desactivamos: no se recibió nada durante cinco días.',
  },
  addTitle: 'Agregar una dirección',
  url: 'Dirección',
  urlHint: 'Empieza con https:// y se puede alcanzar desde internet.',
  description: 'Descripción (opcional)',
  eventsLegend: 'Qué avisar',
  all: 'Todos los eventos',
  allHint: 'También los que agreguemos después.',
  some: 'Solo los eventos elegidos abajo',
  typesLegend: 'Eventos',
  add: 'Agregar',
  secretTitle: 'Guarde ahora este secreto',
  secretNote: 'Su programador lo necesita para verificar nuestros mensajes. Solo se muestra ahora.',
  secretRotatedNote: 'Durante 24 horas firmamos también con el secreto anterior. Este solo se muestra ahora.',
  secret: 'Secreto',
  copy: 'Copiar',
  back: 'Volver a Webhooks',
  endpointTitle: 'Webhook',
  deliveriesTitle: 'Lo que se envió',
  noDeliveries: 'Nada todavía.',
  delivery: {
    type: 'Evento',
    lease: 'Arrendamiento',
    state: 'Estado',
    attempts: 'Intentos',
    answer: 'Última respuesta',
    created: 'Registrado',
    next: 'Próximo intento',
    again: 'Reenviar',
  },
  deliveryStates: {
    pending: 'En espera',
    retrying: 'Se intentará de nuevo',
    delivered: 'Entregado',
    failed: 'Sin éxito',
  },
  older: 'Mostrar anteriores',
  replay: 'Reenviar',
  replayOf: (type) => `el evento ${type}`,
  replaySinceTitle: 'Reenviar todo',
  replaySinceNote: 'Todo desde el comienzo de ese día se envía otra vez, con los mismos identificadores.',
  from: 'Desde',
  replaySince: 'Reenviar',
  rotate: 'Crear un secreto nuevo',
  rotateNote: 'Si alguien pudo conocer el secreto. El anterior sirve 24 horas más.',
  switchOff: 'Desactivar',
  switchOffNote: 'No se envía nada hasta que lo active de nuevo.',
  switchOn: 'Activar',
  switchOnNote: 'Los eventos nuevos se envían desde ahora. Lo que faltó se puede reenviar.',
  remove: 'Quitar',
  removeNote: 'No se envía nada más a esa dirección. No se puede deshacer.',
  urlRefused: 'Esta dirección no se puede usar: debe empezar con https:// y llevar a un servidor público.',
  typesMissing: 'Elija todos los eventos, o al menos uno.',
  descriptionTooLong: 'La descripción puede tener como máximo 200 caracteres, sin caracteres de control.',
  tooMany: 'No se pueden agregar más direcciones. Quite una primero.',
  notWhileOff: 'No es posible mientras el webhook esté desactivado. Actívelo primero.',
  fromWrong: 'Escriba un día que ya haya pasado.',
  done: {
    changed: 'El cambio se guardó.',
    removed: 'La dirección se quitó.',
    replayed: 'Se enviará de nuevo en un momento.',
  },
};

export const WEBHOOK_WORDS: Readonly<Record<Language, WebhookWords>> = { en: ENGLISH, es: SPANISH };
