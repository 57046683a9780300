import { FIRST_DUE_AFTER_DAYS } from '../due-dates';
import type { AgreementFigures } from './agreement-figures';
import type { AgreementWords } from './agreement-words';
import { EVERY, paymentAmounts, paymentsText } from './es-payments';
import { firstPurchaseText, lateFeesText, laterPurchaseText, reinstatementText } from './es-state-rules';
import { sentences } from './sentences';

/** The agreement in Spanish, as consumer contracts in the United States are written: usted, and no English words. */
export const SPANISH: AgreementWords = {
  title: 'Contrato de arrendamiento con opción a compra',
  payments: paymentsText,
  disclosures: {
    lease: {
      heading: 'Este es un arrendamiento',
      text: (f) =>
        sentences(
          `Este es un contrato de arrendamiento con opción a compra. El arrendador, ${f.lessor}, compra los artículos`,
          `a ${f.merchant} y se los da a usted en arrendamiento. Al firmar, usted no compra los artículos: pertenecen`,
          `a ${f.lessor} hasta que usted cumpla las condiciones para ser propietario que se indican más abajo.`,
          `${f.merchant} no es parte de este contrato.`,
        ),
    },
    goods: {
      heading: 'Estado de los artículos',
      text: () => 'Los artículos son nuevos, salvo que su descripción en la lista de artículos indique que son usados.',
    },
    cashPrice: {
      heading: 'Precio al contado',
      text: (f) => `Si hoy comprara los artículos en lugar de arrendarlos, usted pagaría ${f.cashPrice}.`,
    },
    initialPayment: {
      heading: 'Pago inicial',
      text: (f) =>
        sentences(
          `Al firmar, usted hace con su tarjeta un pago inicial de ${f.initialPayment}.`,
          `Este pago forma parte del costo total para ser propietario, que es de ${f.totalToOwn}.`,
          f.terms.earlyPurchase === 'MI' ? 'Es su primer pago de arrendamiento y no un cargo por trámite.' : undefined,
        ),
    },
    payments: { heading: 'Sus pagos', text: paymentScheduleText },
    totalToOwn: {
      heading: 'Costo total para ser propietario',
      text: (f) =>
        sentences(
          `Si hace todos los pagos, usted paga ${f.totalToOwn} en total y pasa a ser propietario de los artículos:`,
          `el pago inicial de ${f.initialPayment}, más ${paymentAmounts(f)}.`,
          f.lateFee === undefined
            ? 'Por llegar a ser propietario nunca le cobramos más que este total.'
            : 'Por llegar a ser propietario nunca le cobramos más que este total, salvo los cargos por pago atrasado.',
        ),
    },
    costOfLease: {
      heading: 'Costo del arrendamiento',
      text: (f) =>
        sentences(
          `El costo del arrendamiento es de ${f.costOfLease}: el costo total para ser propietario, de ${f.totalToOwn},`,
          `menos el precio al contado de ${f.cashPrice}. Incluye el pago inicial de ${f.initialPayment}.`,
        ),
    },
    otherCharges: {
      heading: 'Otros cargos',
      text: (f) =>
        sentences(
          'Aparte del pago inicial, los pagos de arrendamiento y lo que se indica más abajo para',
          `${f.lateFee === undefined ? '' : 'los cargos por pago atrasado y para '}la pérdida y los daños, no cobramos`,
          'nada. No hay cargo por trámite, ni cargo nuestro por la entrega, ni impuestos que se sumen a los importes',
          'indicados, ni cargo por un pago que su banco devuelva, ni seguro que usted deba comprar.',
        ),
    },
    ownership: {
      heading: 'Cuándo pasa a ser propietario',
      text: (f) =>
        sentences(
          'Usted no es propietario de los artículos hasta que haya pagado el costo total para ser propietario, de',
          `${f.totalToOwn}, o los haya comprado de forma anticipada según se explica más abajo. A partir de entonces`,
          'son suyos sin ningún otro pago, y se lo confirmamos por escrito.',
        ),
    },
    renewal: {
      heading: 'Duración del arrendamiento',
      text: (f) =>
        sentences(
          `Usted arrienda los artículos por un período de pago a la vez, es decir, ${EVERY[f.payFrequency].period}.`,
          'Cada pago de arrendamiento renueva el contrato por el período siguiente. Usted nunca está obligado a',
          `renovarlo. Pasa a ser propietario si lo renueva durante ${f.termMonths} meses y hace`,
          f.numberOfPayments === 1 ? 'el pago previsto.' : `los ${f.numberOfPayments} pagos.`,
        ),
    },
    earlyPurchaseFirst: { heading: 'Compra anticipada: el primer precio', text: firstPurchaseText },
    earlyPurchaseLater: { heading: 'Compra anticipada: después', text: laterPurchaseText },
    lateFees: { heading: 'Cargos por pago atrasado', text: lateFeesText },
    reinstatement: { heading: 'Su derecho a restablecer el contrato', text: reinstatementText },
    endingEarly: {
      heading: 'Puede terminar el contrato en cualquier momento',
      text: () =>
        sentences(
          'Usted puede devolver los artículos y terminar este contrato en cualquier momento. No hay cargo ni penalidad',
          'por terminarlo antes. En ese caso solo debe lo que ya estaba vencido, y le reembolsamos la parte de su',
          'último pago que corresponde a los días posteriores a la devolución. Los demás pagos por el tiempo en que',
          'tuvo los artículos no se reembolsan.',
        ),
    },
    cancelBeforeDelivery: {
      heading: 'Puede cancelar antes de la entrega',
      text: (f) =>
        sentences(
          'Mientras no se le hayan entregado los artículos, usted puede cancelar sin costo, por medio de la tienda o',
          `con nosotros. En ese caso le reembolsamos todo el pago inicial de ${f.initialPayment} y usted no debe nada`,
          `del costo total para ser propietario, de ${f.totalToOwn}.`,
        ),
    },
    automaticPayments: {
      heading: 'Los pagos automáticos son opcionales',
      text: (f) =>
        sentences(
          'No es necesario que autorice pagos automáticos para obtener este arrendamiento, y sin ellos cuesta lo',
          'mismo. Si los autoriza, puede suspender cualquiera de ellos, o todos, avisándonos al menos 3 días hábiles',
          'antes de la fecha de pago. Si el importe de un pago automático va a cambiar, se lo avisamos al menos 10',
          'días antes. Nunca se cobra un pago automático antes de su fecha de vencimiento. Su costo total para ser',
          `propietario sigue siendo de ${f.totalToOwn}.`,
        ),
    },
    lossAndDamage: {
      heading: 'Pérdida y daños',
      text: () =>
        sentences(
          'Desde la entrega y hasta que devuelva los artículos o sea propietario de ellos, usted responde si se',
          'pierden, son robados, se destruyen o sufren daños mayores que el desgaste normal. Lo máximo que puede deber',
          'por esto es su valor justo de mercado en ese momento, y nunca más que el precio de compra anticipada de ese',
          'día. Usted no está obligado a comprar un seguro.',
        ),
    },
    maintenance: {
      heading: 'Mantenimiento',
      text: (f) =>
        sentences(
          `Le pedimos que use los artículos con el cuidado normal. Mientras los tenga en arrendamiento, ${f.lessor}`,
          'los mantiene en buen estado de funcionamiento sin costo para usted, salvo que usted haya causado el daño.',
          'También le ampara la garantía del fabricante, si la hay, y la conserva al pasar a ser propietario.',
        ),
    },
    hardship: {
      heading: 'Si sus ingresos disminuyen',
      text: () =>
        sentences(
          'Si ya pagó al menos la mitad del costo total para ser propietario y sus ingresos disminuyen un 25% o más',
          'por pérdida del empleo, reducción de horas, enfermedad, embarazo o discapacidad, puede pedirnos pagos más',
          'bajos. Reducimos cada pago en la misma proporción en que bajaron sus ingresos, hasta un 50%. El costo total',
          'no aumenta; puede haber más pagos.',
        ),
    },
    timeToReview: {
      heading: 'Tiempo para revisar',
      text: () =>
        sentences(
          'Si lo pide, puede tomarse 48 horas para revisar este contrato antes de firmarlo.',
          'El contrato no le obliga hasta que haya recibido su copia firmada.',
        ),
    },
    copy: {
      heading: 'Su copia',
      text: () =>
        sentences(
          'No firme antes de haber leído este contrato ni si tiene espacios en blanco.',
          'Al firmar recibe una copia completa. Consérvela para proteger sus derechos.',
        ),
    },
    governingLaw: {
      heading: 'Ley aplicable',
      text: (f) =>
        sentences(
          `Este contrato se rige por la ley del siguiente estado: ${f.state}.`,
          'Usted no renuncia a ningún derecho ni defensa que esa ley le otorgue.',
        ),
    },
    contact: {
      heading: 'Cómo comunicarse con nosotros',
      text: (f) =>
        sentences(
          `Escriba a ${f.lessor}${f.lessorAddress === '' ? '' : `, ${f.lessorAddress}`}, e indique su número de`,
          `contrato: ${f.leaseId}. Le atendemos en español o en inglés, como usted prefiera.`,
        ),
    },
  },
  consents: {
    initialPayment: (f) =>
      sentences(
        `Autorizo a ${f.lessor} a cobrar ahora a mi tarjeta el pago inicial de ${f.initialPayment}.`,
        `Entiendo que el costo total para ser propietario es de ${f.totalToOwn}.`,
      ),
    recurringPayment: (f) =>
      sentences(
        `Opcional: autorizo a ${f.lessor} a debitar de mi cuenta bancaria los pagos de arrendamiento en sus fechas,`,
        `${EVERY[f.payFrequency].adverb}, a partir del primer vencimiento posterior a la entrega: ${paymentAmounts(f)}.`,
        `Con el pago inicial de ${f.initialPayment}, el costo total para ser propietario es de ${f.totalToOwn}. Puedo`,
        'suspender estos débitos en cualquier momento, al menos 3 días hábiles antes de un pago.',
      ),
    electronicSignature: (f) =>
      sentences(
        'He leído este contrato. Acepto firmarlo por medios electrónicos y recibir de la misma forma el contrato y los',
        `avisos posteriores. Puedo pedir a ${f.lessor} una copia en papel sin costo y retirar esta aceptación para los`,
        'avisos posteriores.',
      ),
  },
};

function paymentScheduleText(f: AgreementFigures): string {
  return sentences(
    paymentsText(f),
    `El primer pago vence en su primer día de cobro que caiga al menos ${FIRST_DUE_AFTER_DAYS} días después de la`,
    'entrega; los demás siguen sus días de cobro. Las fechas indicadas son una estimación, porque dependen de la',
    `entrega: si los artículos se entregaran el ${f.agreementOn}, el primer pago vencería el ${f.firstDueOn} y el`,
    `último, el ${f.lastDueOn}. Le enviamos las fechas definitivas una vez entregados los artículos. Antes de la`,
    'entrega no debe nada más que el pago inicial.',
  );
}
