import { assertNever } from '../errors';
import { type CancellationFacts, cancellationLetter } from './cancellation-letter';
import type { Signature } from './certificate';
import type { DocumentKind } from './document-kind';
import { type ExpiryFacts, expiryWarning } from './expiry-warning';
import { type FundedFacts, fundedNotice } from './funded-notice';
import { type InitialPaymentFacts, initialPaymentReceipt } from './initial-payment-receipt';
import type { Letter } from './letter';
import { type BuyoutFacts, buyoutNotice, type OwnershipFacts, ownershipLetter } from './ownership-letters';
import { type ReturnFacts, returnReceipt } from './return-receipt';
import { signedAgreement } from './signed-agreement';

interface FactsByKind {
  signed_agreement: Signature;
  initial_payment_receipt: InitialPaymentFacts;
  expiry_warning: ExpiryFacts;
  funded_notice: FundedFacts;
  return_receipt: ReturnFacts;
  buyout_notice: BuyoutFacts;
  ownership_letter: OwnershipFacts;
  cancellation_letter: CancellationFacts;
}

/** What a document of each kind is made from: amounts in US cents, dates in the store's time zone. */
export type LetterFacts = { [Kind in DocumentKind]: { kind: Kind; facts: FactsByKind[Kind] } }[DocumentKind];

/** The one layer through which all documents are written; the language is the customer's. */
export function writeLetter(letter: LetterFacts): Letter {
  switch (letter.kind) {
    case 'signed_agreement':
      return signedAgreement(letter.facts);
    case 'initial_payment_receipt':
      return initialPaymentReceipt(letter.facts);
    case 'expiry_warning':
      return expiryWarning(letter.facts);
    case 'funded_notice':
      return fundedNotice(letter.facts);
    case 'return_receipt':
      return returnReceipt(letter.facts);
    case 'buyout_notice':
      return buyoutNotice(letter.facts);
    case 'ownership_letter':
      return ownershipLetter(letter.facts);
    case 'cancellation_letter':
      return cancellationLetter(letter.facts);
    default:
      return assertNever(letter);
  }
}
