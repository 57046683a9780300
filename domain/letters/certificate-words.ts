import type { Language } from '../agreement/agreement-document';

interface CertificateWords {
  title: string;
  about: string;
  document: string;
  lease: string;
  round: string;
  hash: string;
  hashNamed: string;
  signedName: string;
  signedAt: string;
  signedAtStore: string;
  ipAddress: string;
  userAgent: string;
  consentTextVersion: string;
  initialPayment: string;
  chargedToCard: (amount: string) => string;
  noInitialPayment: string;
  notRecorded: string;
  consents: string;
  given: string;
  notGiven: string;
}

export const CERTIFICATE_WORDS: Readonly<Record<Language, CertificateWords>> = {
  en: {
    title: 'Certificate of signature',
    about: 'This page records how the agreement on the pages before it was signed electronically.',
    document: 'Document',
    lease: 'Lease',
    round: 'Contract of this lease, number',
    hash: 'SHA-256 of the agreement',
    hashNamed: 'SHA-256 named by the signature',
    signedName: 'Name typed as signature',
    signedAt: 'Signed',
    signedAtStore: 'On the clock of the store',
    ipAddress: 'IP address',
    userAgent: 'Browser',
    consentTextVersion: 'Version of the consent texts',
    initialPayment: 'Initial payment',
    chargedToCard: (amount) => `${amount}, charged to the customer's card with the signature`,
    noInitialPayment: 'None: this lease has no initial payment',
    notRecorded: 'Not recorded',
    consents: 'Consents, each asked for and answered on its own',
    given: 'Given',
    notGiven: 'Not given',
  },
  es: {
    title: 'Certificado de firma',
    about:
      'Esta página deja constancia de cómo se firmó por medios electrónicos el contrato de las páginas anteriores.',
    document: 'Documento',
    lease: 'Arrendamiento',
    round: 'Contrato de este arrendamiento, número',
    hash: 'SHA-256 del contrato',
    hashNamed: 'SHA-256 indicado por la firma',
    signedName: 'Nombre escrito como firma',
    signedAt: 'Firmado',
    signedAtStore: 'En el reloj de la tienda',
    ipAddress: 'Dirección IP',
    userAgent: 'Navegador',
    consentTextVersion: 'Versión de los textos de autorización',
    initialPayment: 'Pago inicial',
    chargedToCard: (amount) => `${amount}, cobrado a la tarjeta del cliente al firmar`,
    noInitialPayment: 'Ninguno: este arrendamiento no tiene pago inicial',
    notRecorded: 'No registrado',
    consents: 'Autorizaciones, cada una solicitada y respondida por separado',
    given: 'Otorgada',
    notGiven: 'No otorgada',
  },
};
