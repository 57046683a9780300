import type { PayFrequency } from '../../../../domain/program';
import type { Language } from '../../../pages/language';
import type { ApplyField, Consent } from './fields';

interface ApplyWords {
  title: string;
  explanation: string;
  /** in the language itself */
  name: string;
  groups: Readonly<Record<'person' | 'address' | 'income' | 'bank' | 'consents', string>>;
  labels: Readonly<Record<ApplyField, string>>;
  hints: Partial<Readonly<Record<ApplyField, string>>>;
  frequencies: Readonly<Record<PayFrequency, string>>;
  accountTypes: Readonly<Record<'checking' | 'savings', string>>;
  choose: string;
  consents: Readonly<Record<Consent, { short: string; text: string }>>;
  submit: string;
}

const ENGLISH: ApplyWords = {
  title: 'Application for a lease with an option to own',
  explanation: 'Please fill in everything yourself. Only Ownward sees what you enter here, the store does not.',
  name: 'English',
  groups: {
    person: 'About you',
    address: 'Where you live',
    income: 'Your income',
    bank: 'Your bank account',
    consents: 'What you agree to',
  },
  labels: {
    'customer.firstName': 'First name',
    'customer.lastName': 'Family name',
    'customer.ssn': 'Social Security number or ITIN',
    'customer.dateOfBirth': 'Date of birth',
    'customer.email': 'E-mail',
    'customer.mobilePhone': 'Mobile phone',
    'customer.address.line1': 'Street and number',
    'customer.address.line2': 'Apartment (if any)',
    'customer.address.city': 'City',
    'customer.address.state': 'State',
    'customer.address.postalCode': 'ZIP code',
    'income.monthlyIncomeCents': 'Monthly income in dollars',
    'income.payFrequency': 'How often you are paid',
    'income.lastPaidOn': 'Last payday',
    'income.nextPaidOn': 'Next payday',
    'bankAccount.routingNumber': 'Routing number',
    'bankAccount.accountNumber': 'Account number',
    'bankAccount.accountType': 'Kind of account',
  },
  hints: {
    'customer.ssn': 'Nine digits',
    'customer.mobilePhone': 'Ten digits, for example (214) 555-0134',
    'income.monthlyIncomeCents': 'Before taxes, for example 2,400',
    'bankAccount.routingNumber': 'Nine digits, at the bottom left of a check',
  },
  frequencies: {
    weekly: 'Every week',
    biWeekly: 'Every two weeks',
    semiMonthly: 'Twice a month',
    monthly: 'Once a month',
  },
  accountTypes: { checking: 'Checking', savings: 'Savings' },
  choose: 'Please choose',
  consents: {
    electronicDisclosures: {
      short: 'Electronic documents',
      text: 'I agree to receive disclosures and documents electronically.',
    },
    creditDecision: {
      short: 'Check of my information',
      text: 'I agree that Ownward checks my information, also with consumer reporting agencies, to decide on this application.',
    },
    smsSigning: { short: 'Text messages', text: 'Optional: Ownward may send me text messages about signing.' },
    marketing: { short: 'Offers', text: 'Optional: Ownward may send me offers.' },
  },
  submit: 'Send the application',
};

const SPANISH: ApplyWords = {
  title: 'Solicitud de arrendamiento con opción a compra',
  explanation: 'Complete usted mismo todos los datos. Solo Ownward ve lo que escribe aquí; la tienda no lo ve.',
  name: 'Español',
  groups: {
    person: 'Sus datos',
    address: 'Dónde vive',
    income: 'Sus ingresos',
    bank: 'Su cuenta bancaria',
    consents: 'Lo que usted acepta',
  },
  labels: {
    'customer.firstName': 'Nombre',
    'customer.lastName': 'Apellido',
    'customer.ssn': 'Número de Seguro Social o ITIN',
    'customer.dateOfBirth': 'Fecha de nacimiento',
    'customer.email': 'Correo electrónico',
    'customer.mobilePhone': 'Teléfono celular',
    'customer.address.line1': 'Calle y número',
    'customer.address.line2': 'Apartamento (si lo hay)',
    'customer.address.city': 'Ciudad',
    'customer.address.state': 'Estado',
    'customer.address.postalCode': 'Código postal',
    'income.monthlyIncomeCents': 'Ingreso mensual en dólares',
    'income.payFrequency': 'Cada cuánto le pagan',
    'income.lastPaidOn': 'Último día de pago',
    'income.nextPaidOn': 'Próximo día de pago',
    'bankAccount.routingNumber': 'Número de ruta bancaria',
    'bankAccount.accountNumber': 'Número de cuenta',
    'bankAccount.accountType': 'Tipo de cuenta',
  },
  hints: {
    'customer.ssn': 'Nueve dígitos',
    'customer.mobilePhone': 'Diez dígitos, por ejemplo (214) 555-0134',
    'income.monthlyIncomeCents': 'Antes de impuestos, por ejemplo 2,400',
    'bankAccount.routingNumber': 'Nueve dígitos, abajo a la izquierda en un cheque',
  },
  frequencies: {
    weekly: 'Cada semana',
    biWeekly: 'Cada dos semanas',
    semiMonthly: 'Dos veces al mes',
    monthly: 'Una vez al mes',
  },
  accountTypes: { checking: 'Cuenta corriente', savings: 'Cuenta de ahorros' },
  choose: 'Elija',
  consents: {
    electronicDisclosures: {
      short: 'Documentos electrónicos',
      text: 'Acepto recibir los avisos y documentos por medios electrónicos.',
    },
    creditDecision: {
      short: 'Revisión de mis datos',
      text: 'Acepto que Ownward revise mis datos, también con agencias de informes del consumidor, para decidir sobre esta solicitud.',
    },
    smsSigning: {
      short: 'Mensajes de texto',
      text: 'Opcional: Ownward puede enviarme mensajes de texto sobre la firma.',
    },
    marketing: { short: 'Ofertas', text: 'Opcional: Ownward puede enviarme ofertas.' },
  },
  submit: 'Enviar la solicitud',
};

/** What a customer reads on the store's device. */
export const APPLY_WORDS: Readonly<Record<Language, ApplyWords>> = { en: ENGLISH, es: SPANISH };
