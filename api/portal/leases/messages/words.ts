import type { Language } from '../../../pages/language';

interface MessageWords {
  title: Readonly<Record<'pending' | 'accepted' | 'refused', string>>;
  pending: string;
  reload: string;
  accepted: string;
  backToLease: string;
}

export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = {
  en: {
    title: { pending: 'Still working on it', accepted: 'Done', refused: 'Not possible' },
    pending: 'We have what you sent, and nothing is lost. Please look again in a few seconds.',
    reload: 'Look again',
    accepted: 'What you sent was accepted.',
    backToLease: 'To the lease',
  },
  es: {
    title: { pending: 'Lo estamos procesando', accepted: 'Listo', refused: 'No es posible' },
    pending: 'Tenemos lo que usted envió y nada se pierde. Vuelva a mirar en unos segundos.',
    reload: 'Volver a mirar',
    accepted: 'Se aceptó lo que usted envió.',
    backToLease: 'Ir al arrendamiento',
  },
};
