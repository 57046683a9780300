import type { Language } from '../../pages/language';

interface SignInWords {
  title: string;
  username: string;
  password: string;
  button: string;
  forgotten: string;
  refused: string;
  tooMany: (minutes: number) => string;
  signedOut: string;
  passwordChanged: string;
  invited: string;
  expired: string;
}

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = {
  en: {
    title: 'Sign in to the Store Portal',
    username: 'Username',
    password: 'Password',
    button: 'Sign in',
    forgotten: 'No account, or password forgotten? Ask your store manager for an invitation.',
    refused: 'Username or password is not right. After five tries in a row you have to wait 15 minutes.',
    tooMany: (minutes) => `Too many tries. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    signedOut: 'You are signed out.',
    passwordChanged: 'Your password is changed. Please sign in with the new one.',
    invited: 'Your account is ready. Please sign in.',
    expired: 'You were away for a while. Please sign in again.',
  },
  es: {
    title: 'Entrar al portal de la tienda',
    username: 'Nombre de usuario',
    password: 'Contraseña',
    button: 'Entrar',
    forgotten: '¿No tiene cuenta u olvidó la contraseña? Pida una invitación a su gerente.',
    refused:
      'El nombre de usuario o la contraseña no son correctos. Después de cinco intentos seguidos hay que esperar 15 minutos.',
    tooMany: (minutes) => `Demasiados intentos. Espere ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}.`,
    signedOut: 'Cerró la sesión.',
    passwordChanged: 'Su contraseña se cambió. Entre con la nueva.',
    invited: 'Su cuenta está lista. Ya puede entrar.',
    expired: 'Estuvo ausente un rato. Entre de nuevo.',
  },
};
