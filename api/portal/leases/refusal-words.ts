import type { ErrorCode } from '../../../domain/errors';
import type { Language } from '../../pages/language';

/** Why a lease said no, for the codes that the portal's operations can be refused with. */
const ENGLISH = {
  ILLEGAL_TRANSITION: 'This is no longer possible: the lease has moved on since you opened this page.',
  APPROVAL_EXPIRED: 'The approval has expired.',
  CONTRACTS_EXPIRED: 'The contracts have expired without a signature.',
  LEASE_BLOCKED: 'The lease is blocked after too many card attempts. Please call our support.',
  NOT_OK_TO_DELIVER: 'This lease is not OK to deliver. Do not hand over the goods yet.',
  PARTIAL_DELIVERY: 'The whole order must be delivered.',
  DELIVERY_DATE_OUT_OF_WINDOW: 'The delivery date must be within 30 days of today.',
  DELIVERED_BEFORE_SIGNED: 'The delivery date is before the customer signed.',
  RETURN_NOT_ELIGIBLE: 'Nothing can be returned on this lease, or not on this date.',
  RETURN_AUTHORIZATION_MISMATCH:
    'The return authorization is used up or no longer valid. Please start the return again.',
  RETURN_EXCEEDS_LINE: 'More than what is left of a line. Please check the quantities and amounts.',
  PRICE_INCREASE_NOT_ALLOWED: 'A price can only go down. Enter by how much it is lower.',
  DUPLICATE_LINE: 'A line appears twice.',
  LINE_TOTAL_MISMATCH: 'A line total is not price times quantity.',
  INVOICE_TOTAL_MISMATCH: 'The lines do not add up to the total.',
  ITEM_NOT_LEASABLE: 'The order holds an item that cannot be leased here, such as tax, a gift card or a service plan.',
  STATE_NOT_SERVED: 'We do not serve this state.',
  PRICE_CAP_EXCEEDED: 'The lease would cost more than the law of this state allows.',
  AMOUNT_EXCEEDS_APPROVAL: 'The order is above the approval limit.',
  BELOW_MINIMUM: 'The order is below the minimum.',
  ABOVE_MAXIMUM: 'The order is above the maximum.',
  AMOUNT_TOO_SMALL: 'An amount is missing or too small.',
  AMOUNT_OUT_OF_RANGE: 'An amount is too large.',
  IDEMPOTENCY_KEY_REUSED: 'This was sent already with other content.',
  UNSUPPORTED_MEDIA_TYPE: 'The file must be a PDF, PNG or JPEG.',
  BODY_TOO_LARGE: 'The file is larger than 10 MB.',
  NOT_FOUND: 'This was not found.',
} as const satisfies Partial<Record<ErrorCode, string>>;

export type RefusalCode = keyof typeof ENGLISH;
type RefusalWords = Readonly<Record<RefusalCode, string>>;

const SPANISH: RefusalWords = {
  ILLEGAL_TRANSITION: 'Esto ya no es posible: el arrendamiento cambió desde que usted abrió esta página.',
  APPROVAL_EXPIRED: 'La aprobación venció.',
  CONTRACTS_EXPIRED: 'El contrato venció sin firma.',
  LEASE_BLOCKED:
    'El arrendamiento está bloqueado por demasiados intentos con tarjeta. Llame a nuestro servicio de apoyo.',
  NOT_OK_TO_DELIVER: 'Este arrendamiento no está listo para la entrega. No entregue la mercancía todavía.',
  PARTIAL_DELIVERY: 'Debe entregarse el pedido completo.',
  DELIVERY_DATE_OUT_OF_WINDOW: 'La fecha de entrega debe estar a no más de 30 días de hoy.',
  DELIVERED_BEFORE_SIGNED: 'La fecha de entrega es anterior a la firma del cliente.',
  RETURN_NOT_ELIGIBLE: 'En este arrendamiento no se puede devolver nada, o no en esta fecha.',
  RETURN_AUTHORIZATION_MISMATCH:
    'La autorización de devolución ya se usó o ya no es válida. Empiece de nuevo la devolución.',
  RETURN_EXCEEDS_LINE: 'Es más de lo que queda de un artículo. Revise las cantidades y los importes.',
  PRICE_INCREASE_NOT_ALLOWED: 'Un precio solo puede bajar. Escriba cuánto baja.',
  DUPLICATE_LINE: 'Un artículo aparece dos veces.',
  LINE_TOTAL_MISMATCH: 'El total de un artículo no es precio por cantidad.',
  INVOICE_TOTAL_MISMATCH: 'Los artículos no suman el total.',
  ITEM_NOT_LEASABLE:
    'El pedido incluye algo que aquí no se puede arrendar, como impuestos, una tarjeta de regalo o un plan de servicio.',
  STATE_NOT_SERVED: 'No damos servicio en este estado.',
  PRICE_CAP_EXCEEDED: 'El arrendamiento costaría más de lo que permite la ley de este estado.',
  AMOUNT_EXCEEDS_APPROVAL: 'El pedido supera el límite aprobado.',
  BELOW_MINIMUM: 'El pedido está por debajo del mínimo.',
  ABOVE_MAXIMUM: 'El pedido está por encima del máximo.',
  AMOUNT_TOO_SMALL: 'Falta un importe o es muy pequeño.',
  AMOUNT_OUT_OF_RANGE: 'Un importe es demasiado grande.',
  IDEMPOTENCY_KEY_REUSED: 'Esto ya se envió con otro contenido.',
  UNSUPPORTED_MEDIA_TYPE: 'El archivo debe ser PDF, PNG o JPEG.',
  BODY_TOO_LARGE: 'El archivo pesa más de 10 MB.',
  NOT_FOUND: 'No se encontró.',
};

/** For a code that these operations do not have. */
const OTHER: Readonly<Record<Language, string>> = {
  en: 'This could not be done.',
  es: 'No se pudo hacer.',
};

const WORDS: Readonly<Record<Language, RefusalWords>> = { en: ENGLISH, es: SPANISH };

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(ENGLISH, code);

export function refusalText(code: string, language: Language): string {
  return isRefusalCode(code) ? WORDS[language][code] : `${OTHER[language]} (${code})`;
}
