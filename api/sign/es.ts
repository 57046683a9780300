import type { AgreementLabels, SignWords } from './words';

const AGREEMENT: AgreementLabels = {
  lease: 'Número de contrato',
  invoice: 'Factura',
  madeOn: 'Fecha del contrato',
  signBefore: 'Firmar antes de',
  parties: 'Entre quiénes es este contrato',
  lessor: 'Arrendador',
  store: 'Tienda',
  customer: 'Cliente',
  goods: 'Lo que usted arrienda',
  item: 'Artículo',
  article: 'Número de artículo',
  category: 'Tipo',
  quantity: 'Cantidad',
  priceEach: 'Precio por unidad',
  lineTotal: 'Total',
  amounts: 'Lo que cuesta',
  cashPrice: 'Precio al contado',
  costOfLease: 'Costo del arrendamiento',
  initialPayment: 'Pago inicial',
  totalToOwn: 'Costo total para ser propietario',
  payments: 'Su plan de pagos',
  paymentsNote: 'Las fechas son una estimación: dependen del día de la entrega.',
  paymentNumber: 'N.º',
  dueOn: 'Vence',
  amount: 'Pago',
  atSigning: 'al firmar',
  terms: 'Condiciones',
  hash: 'Huella de este contrato (SHA-256)',
  categories: {
    furniture: 'Muebles',
    mattress: 'Colchón',
    appliance: 'Electrodoméstico',
    electronics: 'Electrónica',
    computer: 'Computadora',
    jewelry: 'Joyería',
    tires_wheels: 'Llantas y ruedas',
    instrument: 'Instrumento',
    other: 'Otro',
    service_plan: 'Plan de servicio',
    warranty: 'Garantía',
    tax: 'Impuesto',
    gift_card: 'Tarjeta de regalo',
    financing_fee: 'Cargo',
  },
};

const FORM: SignWords['form'] = {
  heading: 'Firmar',
  consents: 'Lo que usted acepta',
  consentsHint: 'Cada casilla es una decisión aparte. Ninguna está marcada de antemano.',
  consent: {
    initialPayment: 'Pago inicial',
    recurringPayment: 'Pagos automáticos',
    electronicSignature: 'Firma electrónica',
  },
  required: 'necesario para firmar',
  autopayHint:
    'Usted elige: sin pagos automáticos recibe el mismo arrendamiento al mismo precio y hace cada pago por su cuenta.',
  signedName: 'Escriba su nombre completo',
  signedNameHint: 'Vale como su firma. No escriba aquí ningún número de tarjeta.',
  card: 'Su tarjeta para el pago inicial',
  cardHint: 'Se le cobra una sola vez, al firmar. Nunca vemos ni guardamos el número de su tarjeta.',
  noCardNumber: 'Entorno de prueba: elija cómo se comporta la tarjeta. No se cobra a ninguna tarjeta real.',
  cardNeedsScript: 'Para ingresar una tarjeta se necesita JavaScript. Actívelo, o firme en la tienda.',
  sandboxCards: {
    tok_ok: 'Una tarjeta que se acepta',
    tok_declined: 'Una tarjeta que se rechaza',
    tok_prepaid: 'Una tarjeta prepagada, que no se acepta',
    tok_error: 'Una tarjeta cuyo banco responde tarde',
  },
  submit: (amount) => `Firmar y pagar ${amount}`,
  beside: (amount, totalToOwn) => `Hoy paga ${amount}. Su costo total para ser propietario es de ${totalToOwn}.`,
  faults: {
    signedName: {
      empty: 'Escriba su nombre completo.',
      tooLong: 'Su nombre puede tener 120 caracteres como máximo.',
      cardNumber: 'Escriba solo su nombre. Aquí no se aceptan números de tarjeta.',
      other: 'Escriba su nombre en una sola línea.',
    },
    initialPayment: { other: 'Sin esta aceptación no se puede cobrar el pago inicial.' },
    recurringPayment: { other: 'Marque esta casilla o déjela sin marcar.' },
    electronicSignature: { other: 'Sin esta aceptación no se puede firmar el contrato aquí.' },
    cardToken: {
      cardNumber: 'No se nos debe enviar el número de una tarjeta. Use los campos de la tarjeta.',
      other: 'Elija o ingrese una tarjeta.',
    },
  },
};

export const SPANISH: SignWords = {
  intro: 'Lea todo el contrato y fírmelo al final de la página. No se le cobra nada antes de firmar.',
  toForm: 'Ir a la firma',
  agreement: AGREEMENT,
  form: FORM,
  alerts: {
    cardDeclined: {
      title: 'La tarjeta fue rechazada',
      text: 'No se le cobró nada y el contrato aún no está firmado. Firme de nuevo e intente con otra tarjeta.',
    },
    cardTypeRefused: {
      title: 'Este tipo de tarjeta no se acepta',
      text: 'No se pueden usar tarjetas prepagadas. No se le cobró nada. Firme de nuevo e intente con otra tarjeta.',
    },
    agreementChanged: {
      title: 'El contrato ha cambiado',
      text: 'Ya no es el que se le mostró. No se le cobró nada. Léalo de nuevo y fírmelo después.',
    },
    formTooOld: {
      title: 'Esta página estuvo abierta demasiado tiempo',
      text: 'No se envió ni se le cobró nada. Revise el contrato y firme de nuevo.',
    },
  },
  attemptsLeft: (count) =>
    count === 1 ? 'Puede intentar con una tarjeta más.' : `Puede intentar con ${count} tarjetas más.`,
  notices: {
    signed: {
      title: 'Este contrato está firmado',
      text: 'Aquí no queda nada por hacer. Si necesita su copia otra vez, pídala a la tienda o a nosotros.',
    },
    replaced: {
      title: 'Hay un contrato más reciente',
      text: 'La tienda cambió el pedido y este enlace ya no es válido. Use el enlace más reciente o pídalo a la tienda.',
    },
    cancelled: {
      title: 'Este contrato fue cancelado',
      text: 'Ya no se puede firmar. Si aún quiere los artículos, pida a la tienda un contrato nuevo.',
    },
    expired: {
      title: 'Este contrato ha vencido',
      text: 'No se firmó a tiempo. Pida a la tienda un contrato nuevo.',
    },
    blocked: {
      title: 'No se puede intentar con más tarjetas',
      text: 'Se intentó con demasiadas tarjetas y este arrendamiento ya no se puede firmar. No se le cobró nada. Hable con la tienda.',
    },
    dead: {
      title: 'Este enlace ya no es válido',
      text: 'El contrato se firmó, se reemplazó, se canceló o ha vencido. Pida a la tienda el enlace más reciente.',
    },
    unknown: {
      title: 'Este enlace no lleva a ninguna parte',
      text: 'Compruebe que abrió el enlace completo, o pida a la tienda que se lo envíe de nuevo.',
    },
    pending: {
      title: 'Estamos procesando su firma',
      text: 'La hemos recibido. La tarjeta aún no ha respondido; puede tardar un minuto. No firme de nuevo.',
    },
    tooMany: { title: 'Demasiadas solicitudes', text: 'Espere un minuto e inténtelo de nuevo.' },
    unavailable: {
      title: 'No disponible por ahora',
      text: 'Inténtelo de nuevo en unos segundos. Nunca se le cobra dos veces por hacerlo.',
    },
    notUnderstood: {
      title: 'Esto no se pudo leer',
      text: 'No se firmó ni se le cobró nada. Abra su enlace de nuevo.',
    },
    failed: {
      title: 'Algo falló de nuestro lado',
      text: 'Abra su enlace de nuevo: muestra si el contrato está firmado. Nunca se le cobra dos veces por hacerlo.',
    },
  },
  checkAgain: 'Comprobar de nuevo',
  readAgain: 'Intentar de nuevo',
  reference: 'Referencia para nuestro servicio de ayuda',
  confirmation: {
    title: 'Firmado. ¡Gracias!',
    text: 'El contrato está firmado y recibimos su pago inicial.',
    charged: (amount, totalToOwn) => `Pagado hoy: ${amount}. Su costo total para ser propietario es de ${totalToOwn}.`,
    next: 'Qué sigue ahora',
    steps: [
      'La tienda ya ve que puede entregarle los artículos.',
      'Después de la entrega le enviamos las fechas definitivas de sus pagos. Antes no debe nada.',
      'Hasta la entrega puede cancelar sin costo por medio de la tienda o de nosotros.',
    ],
    copy: 'Descargar su copia firmada (PDF)',
    copyHint: 'La descarga funciona durante 24 horas después de firmar. Conserve la copia.',
    copyEnded: 'La descarga ya terminó. Si necesita su copia otra vez, pídala a la tienda o a nosotros.',
    fileName: 'contrato-firmado',
  },
};
