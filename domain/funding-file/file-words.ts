import type { Language } from '../agreement/agreement-document';
import type { FileFault, FileFaultCode } from './file-fault';

type Words = Readonly<Record<FileFaultCode, string>>;

const ENGLISH: Words = {
  NOT_CSV: 'The file is not UTF-8 text in CSV form. No row was processed.',
  MISSING_COLUMN: 'A required column is missing. No row was processed.',
  DUPLICATE_COLUMN: 'A column is there twice. No row was processed.',
  EMPTY: 'The file has no rows.',
  TOO_LARGE: 'The file has more than 100,000 rows or more than 50 MB. No row was processed: split it.',
  NAME_REUSED: 'Another file was received under this name. No row was processed: use the next sequence number.',
  TRAILER_MISMATCH: 'The #TRAILER line does not fit the rows. No row was processed: send the whole file again.',
  MERCHANT_MISMATCH: 'The merchant in the file name is not yours. No row was processed.',
  BAD_FILE_NAME: 'The file name is not FUND_<merchantId>_<YYYYMMDD>_<seq>.csv. No row was processed.',
  CHECKSUM_MISMATCH: 'The file does not fit its .sha256 companion. No row was processed: send both again.',
};

const SPANISH: Words = {
  NOT_CSV: 'El archivo no es texto UTF-8 en formato CSV. No se procesó ninguna fila.',
  MISSING_COLUMN: 'Falta una columna obligatoria. No se procesó ninguna fila.',
  DUPLICATE_COLUMN: 'Una columna aparece dos veces. No se procesó ninguna fila.',
  EMPTY: 'El archivo no tiene filas.',
  TOO_LARGE: 'El archivo tiene más de 100,000 filas o más de 50 MB. No se procesó ninguna fila: divídalo.',
  NAME_REUSED: 'Ya se recibió otro archivo con este nombre. No se procesó ninguna fila: use el número siguiente.',
  TRAILER_MISMATCH:
    'La línea #TRAILER no coincide con las filas. No se procesó ninguna fila: envíe de nuevo el archivo completo.',
  MERCHANT_MISMATCH: 'El comercio del nombre del archivo no es el suyo. No se procesó ninguna fila.',
  BAD_FILE_NAME:
    'El nombre del archivo no es FUND_<merchantId>_<AAAAMMDD>_<secuencia>.csv. No se procesó ninguna fila.',
  CHECKSUM_MISMATCH: 'El archivo no coincide con su archivo .sha256. No se procesó ninguna fila: envíe ambos de nuevo.',
};

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, es: SPANISH };

/** The sentences a retailer reads for a refused file, with the particulars in brackets. */
export function fileFaultText({ code, particulars }: FileFault, language: Language): string {
  const text = WORDS[language][code];
  return particulars === undefined ? text : `${text} (${particulars})`;
}
