import type { FileFaultCode } from '../domain/funding-file/file-fault';
import { fileFaultText } from '../domain/funding-file/file-words';

/** What is wrong with an encrypted file before anything can be said of its content. */
export const ENVELOPE_FAULT_CODES = [
  'PGP_NOT_CONFIGURED',
  'PGP_UNREADABLE',
  'PGP_NOT_SIGNED',
  'PGP_TOO_LARGE',
] as const;

export type EnvelopeFaultCode = (typeof ENVELOPE_FAULT_CODES)[number];

/** Why a file lies in `failed/`. */
export type ReasonCode = FileFaultCode | EnvelopeFaultCode;

type Words = Readonly<Record<EnvelopeFaultCode, string>>;

const ENGLISH: Words = {
  PGP_NOT_CONFIGURED: 'We have no key to open encrypted files with. No row was processed: send it as .csv.',
  PGP_UNREADABLE: 'The file is not encrypted to our key, or was damaged. No row was processed.',
  PGP_NOT_SIGNED: 'The file is not signed with the key that we have of you. No row was processed.',
  PGP_TOO_LARGE: 'The file is larger than 50 MB once it is decrypted. No row was processed: split it.',
};

const SPANISH: Words = {
  PGP_NOT_CONFIGURED: 'No tenemos clave para abrir archivos cifrados. No se procesó ninguna fila: envíelo como .csv.',
  PGP_UNREADABLE: 'El archivo no está cifrado con nuestra clave o está dañado. No se procesó ninguna fila.',
  PGP_NOT_SIGNED: 'El archivo no está firmado con la clave que tenemos de usted. No se procesó ninguna fila.',
  PGP_TOO_LARGE: 'El archivo supera 50 MB una vez descifrado. No se procesó ninguna fila: divídalo.',
};

/** What a partner reads beside a file in `failed/`, in both languages. */
export function reasonText(code: ReasonCode, particulars?: string): string {
  const [english, spanish] = isEnvelopeFault(code)
    ? [ENGLISH[code], SPANISH[code]]
    : [textOf(code, 'en', particulars), textOf(code, 'es', particulars)];
  return [code, english, spanish, ''].join('\r\n');
}

const isEnvelopeFault = (code: ReasonCode): code is EnvelopeFaultCode =>
  ENVELOPE_FAULT_CODES.some((known) => known === code);

const textOf = (code: FileFaultCode, language: 'en' | 'es', particulars?: string): string =>
  fileFaultText(particulars === undefined ? { code } : { code, particulars }, language);
