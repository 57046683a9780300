import type { Language } from '../../../pages/language';

interface StartWords {
  title: string;
  explanation: string;
  store: string;
  language: string;
  languages: Readonly<Record<Language, string>>;
  start: string;
  noStore: string;
}

export const START_WORDS: Readonly<Record<Language, StartWords>> = {
  en: {
    title: 'New application',
    explanation:
      'The customer fills in the application on this device. You are signed out first, so that you can hand it over. The form stays open for one hour and can be sent once.',
    store: 'Store',
    language: 'Language of the customer',
    languages: { en: 'English', es: 'Spanish' },
    start: 'Sign out and hand over the device',
    noStore: 'Please choose one of your stores.',
  },
  es: {
    title: 'Nueva solicitud',
    explanation:
      'El cliente completa la solicitud en este dispositivo. Antes se cierra su sesión, para que usted pueda entregarle el dispositivo. El formulario queda abierto una hora y se puede enviar una sola vez.',
    store: 'Tienda',
    language: 'Idioma del cliente',
    languages: { en: 'Inglés', es: 'Español' },
    start: 'Cerrar sesión y entregar el dispositivo',
    noStore: 'Elija una de sus tiendas.',
  },
};
