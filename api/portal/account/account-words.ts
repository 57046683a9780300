import type { Language } from '../../pages/language';

interface AccountWords {
  title: string;
  facts: { username: string; role: string; stores: string };
  passwordTitle: string;
  passwordNote: string;
  current: string;
  currentWrong: string;
  change: string;
}

export const ACCOUNT_WORDS: Readonly<Record<Language, AccountWords>> = {
  en: {
    title: 'My account',
    facts: { username: 'Username', role: 'Role', stores: 'Stores' },
    passwordTitle: 'Change password',
    passwordNote: 'You are signed out everywhere when the password changes, here too.',
    current: 'Current password',
    currentWrong: 'The current password is not right, or was wrong too often: then wait 15 minutes.',
    change: 'Change password',
  },
  es: {
    title: 'Mi cuenta',
    facts: { username: 'Nombre de usuario', role: 'Función', stores: 'Tiendas' },
    passwordTitle: 'Cambiar la contraseña',
    passwordNote: 'Al cambiar la contraseña se cierran todas sus sesiones, también esta.',
    current: 'Contraseña actual',
    currentWrong: 'La contraseña actual no es correcta, o falló demasiadas veces: en ese caso espere 15 minutos.',
    change: 'Cambiar la contraseña',
  },
};
