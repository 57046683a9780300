import type { Instant } from '../calendar-date';
import { assertNever } from '../errors';
import { CARD_ATTEMPTS_MAX } from '../lease-policy';
import { localDate } from '../store-clock';
import { accept, note, refuse, type Judgement } from './judgement';
import type { Happening, Report } from './reports';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

type Signature = Extract<Report, { event: 'agreementSigned' }>;
type CardAnswer = Extract<Happening, { event: 'cardAnswered' }>;

/** The customer signs: taken when link and agreement are the live ones; the card then decides (T14, T15, T30). */
export function signAgreement(lease: LeaseState, signature: Signature, at: Instant): Judgement {
  const { contract } = lease;
  if (lease.status !== 'contracts' || !contract) return refuseForStatus(lease, 'agreementSigned');
  if (lease.isBlocked) return refuse(lease, 'CARD_ATTEMPTS_EXCEEDED', 'card attempts blocked this lease');
  if (signature.round !== contract.round) return refuse(lease, 'SIGNING_LINK_DEAD', 'the invoice was replaced');
  if (signature.agreementSha256 !== contract.agreementSha256) {
    return refuse(lease, 'AGREEMENT_CHANGED', 'the signature names another agreement');
  }
  if (lease.cardAttemptCount >= CARD_ATTEMPTS_MAX) return block(lease, at);
  return note(lease, { signing: { signedAt: at } });
}

/** The fifth call is refused without asking the processor, and nothing more can be done with this lease (T30). */
function block(lease: LeaseState, at: Instant): Judgement {
  const blocked = { ...lease, isBlocked: true, version: lease.version + 1, updatedAt: at };
  return refuse(blocked, 'CARD_ATTEMPTS_EXCEEDED', `more than ${CARD_ATTEMPTS_MAX} card attempts`, [
    { type: 'lease.blocked' },
  ]);
}

/**
 * The card has answered: signed with the initial payment in, or still Contracts and another card may be tried (T14, T15).
 * Each answer is an attempt; the date of the signature is the store's, of the instant at which it was given.
 * @throws Error when no signature waits for a card: a programming error of the story
 */
export function answerCard(lease: LeaseState, answer: CardAnswer, at: Instant): Judgement {
  const { contract, signing } = lease;
  if (!contract || !signing) throw new Error('a card answered that nobody asked');
  const asked = { ...lease, signing: null, cardAttemptCount: lease.cardAttemptCount + 1 };
  const attempt = asked.cardAttemptCount;

  switch (answer.outcome) {
    case 'declined':
      return refuse(asked, 'CARD_DECLINED', 'the processor declined the card; another may be tried', [
        { type: 'initial_payment.declined', data: { attempt } },
      ]);
    case 'card_type_not_accepted':
      return refuse(asked, 'CARD_TYPE_NOT_ACCEPTED', 'prepaid cards are not accepted; another may be tried', [
        { type: 'initial_payment.declined', data: { attempt } },
      ]);
    case 'captured': {
      const amountCents = contract.pricing.initialPaymentCents;
      const initialPayment = { round: contract.round, amountCents, captureReference: answer.captureReference };
      const signedOn = localDate(lease.clock, signing.signedAt);
      return accept(asked, at, { status: 'contracts_received', initialPayment, signedOn }, [
        { type: 'agreement.signed', data: { round: contract.round, signedOn } },
        { type: 'initial_payment.captured', data: { round: contract.round, amountCents } },
      ]);
    }
    default:
      return assertNever(answer.outcome);
  }
}
