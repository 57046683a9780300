import type { AgreementFigures } from './agreement-figures';
import { sentences } from './sentences';
import {
  CALIFORNIA_DEFAULT_DAYS,
  type EarlyPurchaseTerms,
  FIRST_PURCHASE_DAYS,
  OHIO_GRACE_DAYS,
  type ReinstatementTerms,
  TEXAS_REINSTATEMENT_DAYS,
} from './state-terms';

type Text = (f: AgreementFigures) => string;

const HOW_TO_BUY = sentences(
  'Para hacer la compra anticipada, pídanos el precio del día y páguelo de una sola vez: los pagos regulares no bastan',
  'por sí solos para ejercer esta opción, y la tienda no puede venderle los artículos.',
);

/** California counts from the signature, three calendar months; everywhere else 90 days from delivery. */
export const firstPurchaseText: Text = (f) =>
  f.terms.earlyPurchase === 'CA'
    ? sentences(
        'Hasta tres meses después de firmar, usted puede comprar los artículos por el precio al contado de',
        `${f.cashPrice}, menos el pago inicial y todos los pagos de arrendamiento que haya hecho, más lo que tenga`,
        `vencido. El día de la firma, ese precio es de ${f.cashPriceLessInitialPayment}. Si firma el ${f.agreementOn},`,
        `el último día es el ${f.firstPurchaseUntil}. Dentro de los 10 días siguientes a la firma le enviamos un aviso`,
        'aparte con este importe y su último día.',
        HOW_TO_BUY,
      )
    : sentences(
        `Hasta ${FIRST_PURCHASE_DAYS} días después de la entrega, usted puede comprar los artículos por`,
        `${f.ninetyDayBuyout}, menos los pagos de arrendamiento que haya`,
        `hecho${f.lateFee === undefined ? '' : ', más cualquier cargo por pago atrasado que deba'}. El pago inicial no`,
        `se descuenta. Si los artículos se entregan el ${f.agreementOn}, el último día es el ${f.firstPurchaseUntil}.`,
        f.terms.earlyPurchase === 'contract'
          ? undefined
          : 'Si el precio que se explica a continuación es más bajo, usted paga ese.',
        HOW_TO_BUY,
      );

const contractLater: Text = (f) =>
  sentences(
    `Después, usted puede comprar los artículos en cualquier momento por el ${f.laterPurchaseShare} de los pagos de`,
    'arrendamiento que aún no haya hecho.',
  );

const LATER_PURCHASE: Readonly<Record<EarlyPurchaseTerms, Text>> = {
  contract: contractLater,
  CA: (f) =>
    sentences(
      `Después, usted puede comprar los artículos en cualquier momento por el precio al contado de ${f.cashPrice},`,
      'multiplicado por el número de pagos de arrendamiento que aún no hayan vencido ni se hayan hecho y dividido',
      `entre ${f.numberOfPayments}, más lo que tenga vencido.`,
    ),
  NY: (f) =>
    sentences(
      `En cualquier momento, usted puede elegir comprar los artículos por el precio al contado de ${f.cashPrice},`,
      'multiplicado por el número de pagos de arrendamiento que aún no hayan vencido ni se hayan hecho y dividido',
      `entre ${f.numberOfPayments}, más lo que tenga vencido. El precio es, como mínimo, un pago de arrendamiento.`,
      'Cada recibo muestra cuánto le falta para ser propietario de las dos maneras.',
    ),
  OH: (f) =>
    sentences(
      'En cualquier momento después de su primer pago, usted puede comprar los artículos por el precio al contado de',
      `${f.cashPrice}, menos la mitad de todos los pagos que haya hecho, incluido el pago inicial. Cuando la mitad de`,
      'lo que ha pagado sea igual al precio al contado, usted pasa a ser propietario de inmediato, sin tener que hacer',
      'nada.',
    ),
  MI: (f) =>
    sentences(
      contractLater(f),
      'Si la ley de Míchigan obliga a descontar del precio una parte de sus pagos y el precio resulta más bajo, usted',
      'paga el más bajo.',
    ),
};

/** Buying after that: the price by the rule of the governing state, never above the payments that remain. */
export const laterPurchaseText: Text = (f) =>
  sentences(
    LATER_PURCHASE[f.terms.earlyPurchase](f),
    f.lateFee === undefined ? undefined : 'También paga cualquier cargo por pago atrasado que deba.',
    'El precio nunca es mayor que la suma de los pagos de arrendamiento que faltan; por eso la compra anticipada nunca',
    `le cuesta más que el costo total para ser propietario, de ${f.totalToOwn}.`,
  );

/** The late fee of the governing state, on a level and on the last payment; none where the state allows none. */
export const lateFeesText: Text = (f) => {
  const fee = f.lateFee;
  if (fee === undefined) return 'No cobramos ningún cargo por pago atrasado.';
  const last =
    fee.onPayment === fee.onLastPayment
      ? undefined
      : `Para el último pago, de ${f.lastPayment}, es de ${fee.onLastPayment}.`;
  return sentences(
    `Si un pago se atrasa ${fee.fromDaysLate} días o más, podemos cobrarle por ese pago un solo cargo: el ${fee.share}`,
    `del pago, con un mínimo de ${fee.minimum}${fee.cap === undefined ? '' : ` y un máximo de ${fee.cap}`}. Para su`,
    `pago de ${f.payment}, el cargo por pago atrasado es de ${fee.onPayment}.`,
    last,
    'Nunca se cobra más de un cargo por el mismo pago.',
    f.terms.reinstatement === 'NY'
      ? 'Si tiene varios contratos con nosotros, la suma de estos cargos no pasa del 10% de lo vencido en todos.'
      : undefined,
    `Los cargos por pago atrasado no forman parte del costo total para ser propietario, de ${f.totalToOwn}.`,
  );
};

const SAME_GOODS = 'En ese caso recibe de nuevo los mismos artículos, u otros de igual calidad y estado.';
const NO_FEE = 'No cobramos nada por restablecer el contrato.';

const REINSTATEMENT: Readonly<Record<ReinstatementTerms, Text>> = {
  contract: () =>
    sentences(
      'Si deja de hacer un pago, puede continuar este contrato como si nada hubiera pasado, mientras tenga los',
      'artículos, pagando lo que esté vencido.',
    ),
  CA: (f) =>
    sentences(
      `Si ${CALIFORNIA_DEFAULT_DAYS[f.payFrequency]} días después de su vencimiento un pago sigue sin hacerse, usted`,
      'incurre en incumplimiento. Hasta entonces puede continuar el contrato, sin perder ningún derecho, pagando lo',
      'vencido y cualquier cargo por pago atrasado. Si ya devolvió los artículos, todavía puede hacerlo dentro de un',
      'año.',
      SAME_GOODS,
    ),
  NY: () =>
    sentences(
      'Si deja de hacer un pago, puede continuar este contrato, sin perder ningún derecho y mientras tenga los',
      'artículos, pagando lo vencido y cualquier cargo por pago atrasado. Si ya los devolvió, conserva todo derecho a',
      'restablecer el contrato que le otorgue la ley de Nueva York.',
    ),
  TX: (f) =>
    sentences(
      'Si deja de hacer un pago, puede continuar este contrato, sin perder ningún derecho, pagando lo vencido y',
      `cualquier cargo por pago atrasado dentro de los ${TEXAS_REINSTATEMENT_DAYS[f.payFrequency]} días siguientes al`,
      'vencimiento (7 días o medio período de pago, lo que sea mayor).',
    ),
  OH: (f) =>
    sentences(
      `Usted no incurre en incumplimiento hasta que un pago se atrase más de ${OHIO_GRACE_DAYS[f.payFrequency]} días.`,
      'Después todavía puede continuar este contrato, sin perder ningún derecho, pagando lo vencido dentro de los tres',
      'períodos de pago siguientes al último que pagó, si entrega los artículos cuando se lo pidamos.',
      SAME_GOODS,
    ),
  FL: () =>
    sentences(
      'Si deja de hacer un pago, puede continuar este contrato, sin perder ningún derecho, pagando lo vencido dentro',
      'de los 60 días siguientes al último período que pagó, si entrega los artículos sin demora cuando se lo pidamos.',
      SAME_GOODS,
    ),
  MI: () =>
    sentences(
      'Si deja de hacer un pago, puede continuar este contrato, sin perder ningún derecho y mientras tenga los',
      'artículos, pagando lo vencido; si ya los devolvió, conserva todo derecho a restablecerlo que le otorgue la ley',
      'de Míchigan. No se cobra nada por ningún período que comience después de que haya devuelto los artículos.',
    ),
};

/** The right to take up a lapsed agreement again, for as long as the governing state gives it; never for a fee. */
export const reinstatementText: Text = (f) => sentences(REINSTATEMENT[f.terms.reinstatement](f), NO_FEE);
