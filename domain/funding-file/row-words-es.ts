import { moneyText } from '../agreement/money-text';
import { sentences } from '../agreement/sentences';
import type { RowDetail } from './row-result';
import type { RowWords } from './row-words';

export const SPANISH: RowWords = {
  FUNDED: ({ deliveredOn }) => `Aceptado para pago${onDate('; entregado el', deliveredOn)}.`,
  SCHEDULED: ({ deliveredOn }) =>
    `Programado: se aceptará para pago en la fecha de entrega${onDate(',', deliveredOn)}.`,
  ALREADY_FUNDED: ({ deliveredOn }) =>
    `Ya se había aceptado para pago${onDate('; la fecha de entrega registrada es', deliveredOn)}. No se cambió nada.`,
  DUPLICATE_IN_FILE: () => 'Este arrendamiento aparece más de una vez en el archivo. Solo cuenta la primera fila.',
  INVALID_LEASE_ID: ({ isSpreadsheetNumber }) =>
    sentences(
      'El número de arrendamiento tiene de 7 a 10 dígitos.',
      isSpreadsheetNumber && 'Una hoja de cálculo lo convirtió en número: dé formato de texto a la columna.',
    ),
  LEASE_NOT_FOUND: () => 'Usted no tiene ningún arrendamiento con este número.',
  NOT_SIGNED: () => 'El cliente no ha firmado el contrato de arrendamiento.',
  NOT_OK_TO_DELIVER: () => 'No se cobró el pago inicial. No entregue los artículos.',
  EXPIRED: () =>
    'La aprobación o el contrato venció. El cliente debe presentar otra solicitud, o soporte puede ayudarle.',
  DENIED: () => 'La solicitud fue denegada.',
  CANCELLED: () => 'El pedido fue cancelado.',
  RETURNED: () => 'Se devolvieron todos los artículos de este arrendamiento.',
  AMOUNT_MISMATCH: (detail) => sentences(expectedAmount(detail), amountHint(detail)),
  NAME_MISMATCH: () => 'El apellido no es el del cliente. Escríbalo como en la solicitud: Apellido, Nombre.',
  STORE_MISMATCH: () => 'La tienda no es la de este arrendamiento. Indique su nombre exacto o su identificador.',
  DELIVERY_DATE_INVALID: () => 'La fecha de entrega no es una fecha. Escriba AAAA-MM-DD o MM-DD-AAAA.',
  DELIVERY_DATE_OUT_OF_WINDOW: windowText,
  DELIVERED_BEFORE_SIGNED: ({ signedOn }) => `La fecha de entrega es anterior a la firma${onDate(' del', signedOn)}.`,
  PARTIAL_DELIVERY: (detail) =>
    sentences(
      expectedAmount(detail),
      'Parecen ser solo algunas líneas del pedido: se acepta para pago cuando se ha entregado todo.',
    ),
  HELD: () => 'El arrendamiento está retenido y primero debemos liberarlo. Comuníquese con soporte.',
  NOT_ANSWERED: () =>
    'El arrendamiento no respondió a tiempo. Su aviso queda guardado: consulte el arrendamiento o envíe la fila otra vez.',
};

function onDate(words: string, date: string | undefined): string {
  return date === undefined ? '' : `${words} ${date}`;
}

const COMPARED = { lower: 'menor', higher: 'mayor' } as const;

function expectedAmount({ expectedCents, amount }: RowDetail): string {
  if (expectedCents === undefined || amount === undefined) return 'El importe no es el de la factura.';
  const expected = moneyText(expectedCents);
  if (amount === 'unreadable') return `No se puede leer el importe; la factura es de ${expected}.`;
  return `El importe es ${COMPARED[amount]} que la factura de ${expected}.`;
}

function amountHint({ amount }: RowDetail): string | undefined {
  if (amount === 'lower') return 'Si se rebajó el precio, envíe primero el ajuste de precio.';
  if (amount === 'unreadable') return 'Escríbalo así: 1000.00, y ponga entre comillas las celdas con coma.';
  return undefined;
}

function windowText({ distanceDays, earliestOn, latestOn }: RowDetail): string {
  if (distanceDays === undefined) return 'La fecha de entrega está a más de 30 días.';
  if (distanceDays < 0)
    return `La fecha de entrega fue hace ${-distanceDays} días; la más antigua admitida es ${earliestOn}.`;
  return `La fecha de entrega es dentro de ${distanceDays} días; la última admitida es ${latestOn}.`;
}
