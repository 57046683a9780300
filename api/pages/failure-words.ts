import type { Language } from './language';

/** What somebody without a developer at hand is told, by HTTP status; what to do stands in every one. */
interface FailureWords {
  notFound: readonly [title: string, text: string];
  forbidden: readonly [title: string, text: string];
  tooMany: readonly [title: string, text: string];
  tooLarge: readonly [title: string, text: string];
  notUnderstood: readonly [title: string, text: string];
  unavailable: readonly [title: string, text: string];
  failed: readonly [title: string, text: string];
  reference: string;
  back: string;
}

export const FAILURE_WORDS: Readonly<Record<Language, FailureWords>> = {
  en: {
    notFound: [
      'Not found',
      'There is nothing here, or it is not for your store. Check the number, or go back and search.',
    ],
    forbidden: [
      'Not allowed',
      'This is not for your account, or the page was open for too long. Go back, load the page again and try once more.',
    ],
    tooMany: ['Too many requests', 'Please wait a minute and try again.'],
    tooLarge: ['Too large', 'What was sent is too large. Files may have up to 10 MB.'],
    notUnderstood: [
      'Not understood',
      'What was sent could not be read. Go back, load the page again and try once more.',
    ],
    unavailable: [
      'Not available right now',
      'We cannot answer at this moment. Please try again in a few seconds: nothing is done twice when you do.',
    ],
    failed: ['Something failed', 'This is our fault, not yours. Please try again, and call us if it happens again.'],
    reference: 'Reference for our support',
    back: 'Back to the start',
  },
  es: {
    notFound: [
      'No encontrado',
      'Aquí no hay nada, o no corresponde a su tienda. Revise el número, o vuelva atrás y haga una búsqueda.',
    ],
    forbidden: [
      'No permitido',
      'Esto no corresponde a su cuenta, o la página estuvo abierta demasiado tiempo. Vuelva atrás, cargue la página de nuevo e inténtelo otra vez.',
    ],
    tooMany: ['Demasiadas solicitudes', 'Espere un minuto e inténtelo de nuevo.'],
    tooLarge: ['Demasiado grande', 'Lo que se envió es demasiado grande. Los archivos pueden tener hasta 10 MB.'],
    notUnderstood: [
      'No se entendió',
      'No se pudo leer lo que se envió. Vuelva atrás, cargue la página de nuevo e inténtelo otra vez.',
    ],
    unavailable: [
      'No disponible por ahora',
      'No podemos responder en este momento. Inténtelo de nuevo en unos segundos: nada se hace dos veces.',
    ],
    failed: ['Algo falló', 'Es un error nuestro, no suyo. Inténtelo de nuevo y llámenos si vuelve a ocurrir.'],
    reference: 'Referencia para nuestro servicio de ayuda',
    back: 'Volver al inicio',
  },
};
