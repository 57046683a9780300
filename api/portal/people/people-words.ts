import type { Language } from '../../pages/language';
import type { PeopleProblem } from '../accounts';

/** What was done, said on the page one lands on. */
export const PEOPLE_DONE = ['deactivated', 'activated', 'stores', 'sessions', 'withdrawn'] as const;
export type PeopleDone = (typeof PEOPLE_DONE)[number];

interface PeopleWords {
  title: string;
  columns: { username: string; role: string; stores: string; state: string; seen: string; actions: string };
  allStores: string;
  active: string;
  inactive: string;
  you: string;
  never: string;
  change: string;
  changeOf: (username: string) => string;
  invitationsTitle: string;
  invitationUntil: (date: string) => string;
  withdraw: string;
  inviteTitle: string;
  inviteNote: string;
  username: string;
  usernameHint: string;
  roleLegend: string;
  managerHint: string;
  clerkHint: string;
  storesLegend: string;
  storesHint: string;
  invite: string;
  linkTitle: string;
  linkNote: (username: string) => string;
  linkLabel: string;
  copy: string;
  back: string;
  personTitle: (username: string) => string;
  saveStores: string;
  deactivate: string;
  deactivateNote: string;
  activate: string;
  activateNote: string;
  endSessions: string;
  endSessionsNote: string;
  usernameWrong: string;
  roleMissing: string;
  storesMissing: string;
  problems: Readonly<Record<PeopleProblem, string>>;
  done: Readonly<Record<PeopleDone, string>>;
  acceptTitle: (merchant: string) => string;
  acceptNote: (username: string) => string;
  accept: string;
  linkDeadTitle: string;
  linkDead: string;
}

const ENGLISH: PeopleWords = {
  title: 'People',
  columns: {
    username: 'Username',
    role: 'Role',
    stores: 'Stores',
    state: 'State',
    seen: 'Last seen',
    actions: 'Change',
  },
  allStores: 'All stores',
  active: 'Active',
  inactive: 'May not sign in',
  you: 'you',
  never: 'Never',
  change: 'Change',
  changeOf: (username) => `the account of ${username}`,
  invitationsTitle: 'Open invitations',
  invitationUntil: (date) => `valid until ${date}`,
  withdraw: 'Withdraw',
  inviteTitle: 'Invite someone',
  inviteNote: 'You get a link to hand over yourself. It works once, for 7 days. We send nothing.',
  username: 'Username',
  usernameHint: 'For example the e-mail address at work. 3 to 254 characters, no spaces.',
  roleLegend: 'Role',
  managerHint: 'All stores, funding reports, people and webhooks.',
  clerkHint: 'The leases of the stores you choose, nothing else.',
  storesLegend: 'Stores of a clerk',
  storesHint: 'A manager has all of them.',
  invite: 'Make the link',
  linkTitle: 'Hand over this link',
  linkNote: (username) =>
    `Give this link to ${username} and to nobody else: whoever opens it first sets the password. It is shown only now.`,
  linkLabel: 'One-time link, valid for 7 days',
  copy: 'Copy',
  back: 'Back to people',
  personTitle: (username) => `Account of ${username}`,
  saveStores: 'Save stores',
  deactivate: 'Do not let in any more',
  deactivateNote: 'Ends every session at once. You can undo this.',
  activate: 'Let in again',
  activateNote: 'The password is the one from before.',
  endSessions: 'Sign out everywhere',
  endSessionsNote: 'For a lost phone or a PC left open. The person can sign in again.',
  usernameWrong: 'Enter a username of 3 to 254 characters without spaces.',
  roleMissing: 'Choose a role.',
  storesMissing: 'Choose at least one store for a clerk.',
  problems: {
    username_taken: 'This username cannot be used. Please choose another one.',
    last_manager: 'This is the last manager. Make someone else a manager first.',
    unknown: 'This was not possible. Please load the page again.',
  },
  done: {
    deactivated: 'The person cannot sign in any more.',
    activated: 'The person can sign in again.',
    stores: 'The stores are saved.',
    sessions: 'The person is signed out everywhere.',
    withdrawn: 'The invitation is withdrawn.',
  },
  acceptTitle: (merchant) => `Welcome to the Store Portal of ${merchant}`,
  acceptNote: (username) => `Your username is ${username}. Please choose a password that nobody else knows.`,
  accept: 'Set the password',
  linkDeadTitle: 'This link does not work any more',
  linkDead: 'It was used, withdrawn or is older than 7 days. Ask your manager for a new one.',
};

const SPANISH: PeopleWords = {
  title: 'Personal',
  columns: {
    username: 'Nombre de usuario',
    role: 'Función',
    stores: 'Tiendas',
    state: 'Estado',
    seen: 'Última visita',
    actions: 'Cambiar',
  },
  allStores: 'Todas las tiendas',
  active: 'Activo',
  inactive: 'No puede entrar',
  you: 'usted',
  never: 'Nunca',
  change: 'Cambiar',
  changeOf: (username) => `la cuenta de ${username}`,
  invitationsTitle: 'Invitaciones abiertas',
  invitationUntil: (date) => `válida hasta el ${date}`,
  withdraw: 'Retirar',
  inviteTitle: 'Invitar a alguien',
  inviteNote: 'Usted recibe un enlace para entregarlo personalmente. Sirve una vez, durante 7 días. No enviamos nada.',
  username: 'Nombre de usuario',
  usernameHint: 'Por ejemplo, el correo electrónico del trabajo. De 3 a 254 caracteres, sin espacios.',
  roleLegend: 'Función',
  managerHint: 'Todas las tiendas, informes de pagos, personal y webhooks.',
  clerkHint: 'Los arrendamientos de las tiendas que usted elija, nada más.',
  storesLegend: 'Tiendas del empleado',
  storesHint: 'Un gerente las tiene todas.',
  invite: 'Crear el enlace',
  linkTitle: 'Entregue este enlace',
  linkNote: (username) =>
    `Entregue este enlace a ${username} y a nadie más: quien lo abra primero pone la contraseña. Solo se muestra ahora.`,
  linkLabel: 'Enlace de un solo uso, válido 7 días',
  copy: 'Copiar',
  back: 'Volver a Personal',
  personTitle: (username) => `Cuenta de ${username}`,
  saveStores: 'Guardar tiendas',
  deactivate: 'No dejar entrar más',
  deactivateNote: 'Cierra todas las sesiones de inmediato. Se puede deshacer.',
  activate: 'Dejar entrar de nuevo',
  activateNote: 'La contraseña es la misma de antes.',
  endSessions: 'Cerrar todas las sesiones',
  endSessionsNote: 'Para un teléfono perdido o una PC que quedó abierta. La persona puede entrar de nuevo.',
  usernameWrong: 'Escriba un nombre de usuario de 3 a 254 caracteres, sin espacios.',
  roleMissing: 'Elija una función.',
  storesMissing: 'Elija al menos una tienda para un empleado.',
  problems: {
    username_taken: 'Este nombre de usuario no se puede usar. Elija otro.',
    last_manager: 'Es el último gerente. Primero nombre gerente a otra persona.',
    unknown: 'No fue posible. Cargue la página de nuevo.',
  },
  done: {
    deactivated: 'La persona ya no puede entrar.',
    activated: 'La persona puede entrar de nuevo.',
    stores: 'Las tiendas se guardaron.',
    sessions: 'Se cerraron todas las sesiones de la persona.',
    withdrawn: 'La invitación se retiró.',
  },
  acceptTitle: (merchant) => `Bienvenido al portal de la tienda de ${merchant}`,
  acceptNote: (username) => `Su nombre de usuario es ${username}. Elija una contraseña que nadie más conozca.`,
  accept: 'Guardar la contraseña',
  linkDeadTitle: 'Este enlace ya no sirve',
  linkDead: 'Ya se usó, se retiró o tiene más de 7 días. Pida uno nuevo a su gerente.',
};

export const PEOPLE_WORDS: Readonly<Record<Language, PeopleWords>> = { en: ENGLISH, es: SPANISH };
