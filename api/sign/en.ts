import type { AgreementLabels, SignWords } from './words';

const AGREEMENT: AgreementLabels = {
  lease: 'Lease number',
  invoice: 'Invoice',
  madeOn: 'Date of the agreement',
  signBefore: 'Sign before',
  parties: 'Who this agreement is between',
  lessor: 'Lessor',
  store: 'Store',
  customer: 'Customer',
  goods: 'What you lease',
  item: 'Item',
  article: 'Article number',
  category: 'Kind',
  quantity: 'Quantity',
  priceEach: 'Price each',
  lineTotal: 'Total',
  amounts: 'What it costs',
  cashPrice: 'Cash price',
  costOfLease: 'Cost of the lease',
  initialPayment: 'Initial payment',
  totalToOwn: 'Total to own',
  payments: 'Your payments',
  paymentsNote: 'The dates are an estimate: they depend on the day of delivery.',
  paymentNumber: 'No.',
  dueOn: 'Due',
  amount: 'Payment',
  atSigning: 'at signing',
  terms: 'Terms',
  hash: 'Fingerprint of this agreement (SHA-256)',
  categories: {
    furniture: 'Furniture',
    mattress: 'Mattress',
    appliance: 'Appliance',
    electronics: 'Electronics',
    computer: 'Computer',
    jewelry: 'Jewelry',
    tires_wheels: 'Tires and wheels',
    instrument: 'Instrument',
    other: 'Other',
    service_plan: 'Service plan',
    warranty: 'Warranty',
    tax: 'Tax',
    gift_card: 'Gift card',
    financing_fee: 'Fee',
  },
};

const FORM: SignWords['form'] = {
  heading: 'Sign',
  consents: 'What you agree to',
  consentsHint: 'Each one is a choice of its own. Nothing is ticked for you.',
  consent: {
    initialPayment: 'Initial payment',
    recurringPayment: 'Automatic payments',
    electronicSignature: 'Electronic signature',
  },
  required: 'needed to sign',
  autopayHint:
    'Your choice: without automatic payments you get the same lease at the same price, and you pay each payment yourself.',
  signedName: 'Type your full name',
  signedNameHint: 'It counts as your signature. Please do not enter a card number here.',
  card: 'Your card for the initial payment',
  cardHint: 'You are charged once, when you sign. We never see or keep the number of your card.',
  noCardNumber: 'Sandbox: choose how the card behaves. No real card is charged.',
  cardNeedsScript: 'Entering a card needs JavaScript. Please turn it on, or sign in the store.',
  sandboxCards: {
    tok_ok: 'A card that is accepted',
    tok_declined: 'A card that is declined',
    tok_prepaid: 'A prepaid card, which is not accepted',
    tok_error: 'A card whose bank answers late',
  },
  submit: (amount) => `Sign and pay ${amount}`,
  beside: (amount, totalToOwn) => `Today you pay ${amount}. Your total to own is ${totalToOwn}.`,
  faults: {
    signedName: {
      empty: 'Please type your full name.',
      tooLong: 'Your name may have at most 120 characters.',
      cardNumber: 'Please type your name only. Numbers of cards are not taken here.',
      other: 'Please type your name on one line.',
    },
    initialPayment: { other: 'Without this consent the initial payment cannot be charged.' },
    recurringPayment: { other: 'Please tick this box, or leave it.' },
    electronicSignature: { other: 'Without this consent the agreement cannot be signed here.' },
    cardToken: {
      cardNumber: 'The number of a card must not be sent to us. Please use the card fields.',
      other: 'Please choose or enter a card.',
    },
  },
};

export const ENGLISH: SignWords = {
  intro: 'Please read the whole agreement, then sign below. Nothing is charged before you sign.',
  toForm: 'Go to the signature',
  agreement: AGREEMENT,
  form: FORM,
  alerts: {
    cardDeclined: {
      title: 'The card was declined',
      text: 'Nothing was charged and the agreement is not signed yet. Please sign again and try another card.',
    },
    cardTypeRefused: {
      title: 'This type of card is not accepted',
      text: 'Prepaid cards cannot be used. Nothing was charged. Please sign again and try another card.',
    },
    agreementChanged: {
      title: 'The agreement has changed',
      text: 'It is no longer the one you were shown. Nothing was charged. Please read it again and sign it then.',
    },
    formTooOld: {
      title: 'This page was open for too long',
      text: 'Nothing was sent and nothing was charged. Please check the agreement and sign again.',
    },
  },
  attemptsLeft: (count) => (count === 1 ? 'You can try one more card.' : `You can try ${count} more cards.`),
  notices: {
    signed: {
      title: 'This agreement is signed',
      text: 'There is nothing more to do here. If you need your copy again, please ask the store or us.',
    },
    replaced: {
      title: 'There is a newer agreement',
      text: 'The store has changed the order, so this link is no longer valid. Please use the newest link, or ask the store for it.',
    },
    cancelled: {
      title: 'This agreement was cancelled',
      text: 'It can no longer be signed. If you still want the goods, please ask the store for a new agreement.',
    },
    expired: {
      title: 'This agreement has expired',
      text: 'It was not signed in time. Please ask the store for a new agreement.',
    },
    blocked: {
      title: 'No more cards can be tried',
      text: 'Too many cards were tried for this lease, so it cannot be signed. Nothing was charged. Please talk to the store.',
    },
    dead: {
      title: 'This link is no longer valid',
      text: 'The agreement was signed, replaced or cancelled, or has expired. Please ask the store for the newest link.',
    },
    unknown: {
      title: 'This link leads nowhere',
      text: 'Please check that you have opened the whole link, or ask the store to send it again.',
    },
    pending: {
      title: 'Your signature is being worked on',
      text: 'We have received it. The card has not answered yet; this can take a minute. Please do not sign again.',
    },
    tooMany: { title: 'Too many requests', text: 'Please wait a minute and try again.' },
    unavailable: {
      title: 'Not available right now',
      text: 'Please try again in a few seconds. You are never charged twice for doing so.',
    },
    notUnderstood: {
      title: 'This could not be read',
      text: 'Nothing was signed and nothing was charged. Please open your link again.',
    },
    failed: {
      title: 'Something failed on our side',
      text: 'Please open your link again: it shows whether the agreement is signed. You are never charged twice for doing so.',
    },
  },
  checkAgain: 'Check again',
  readAgain: 'Try again',
  reference: 'Reference for our support',
  confirmation: {
    title: 'Signed. Thank you!',
    text: 'The agreement is signed and your initial payment was received.',
    charged: (amount, totalToOwn) => `Paid today: ${amount}. Your total to own is ${totalToOwn}.`,
    next: 'What happens next',
    steps: [
      'The store now sees that the goods may be handed over to you.',
      'After delivery we send you the final dates of your payments. Nothing is due before.',
      'Until delivery you may cancel free of charge through the store or through us.',
    ],
    copy: 'Download your signed copy (PDF)',
    copyHint: 'The download works for 24 hours after signing. Please keep the copy.',
    copyEnded: 'The download has ended. If you need your copy again, please ask the store or us.',
    fileName: 'signed-agreement',
  },
};
