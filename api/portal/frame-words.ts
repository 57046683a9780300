import type { PortalRole } from '../../db/schema-portal';
import type { Language } from '../pages/language';

/** Where one can go from every page. */
export type Place = 'today' | 'application' | 'funding' | 'people' | 'webhooks' | 'account';

interface FrameWords {
  site: string;
  placesLabel: string;
  places: Readonly<Record<Place, string>>;
  roles: Readonly<Record<PortalRole, string>>;
  signOut: string;
  /** in the language it switches to */
  otherLanguage: string;
}

export const FRAME_WORDS: Readonly<Record<Language, FrameWords>> = {
  en: {
    site: 'Store Portal',
    placesLabel: 'Pages',
    places: {
      today: 'Today',
      application: 'New application',
      funding: 'Funding',
      people: 'People',
      webhooks: 'Webhooks',
      account: 'My account',
    },
    roles: { manager: 'Manager', clerk: 'Clerk' },
    signOut: 'Sign out',
    otherLanguage: 'Español',
  },
  es: {
    site: 'Portal de la tienda',
    placesLabel: 'Páginas',
    places: {
      today: 'Hoy',
      application: 'Nueva solicitud',
      funding: 'Pagos a la tienda',
      people: 'Personal',
      webhooks: 'Webhooks',
      account: 'Mi cuenta',
    },
    roles: { manager: 'Gerente', clerk: 'Empleado' },
    signOut: 'Cerrar sesión',
    otherLanguage: 'English',
  },
};
