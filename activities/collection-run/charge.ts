import { log } from '@temporalio/activity';
import { raiseExceptions } from '../../db/ach-exceptions';
import {
  cardTokenOf,
  type ChargeRow,
  fixAmounts,
  hasDueCharges,
  keepDeclined,
  keepTaken,
  lockAskedCharges,
  lockDueCharges,
} from '../../db/collections-charges';
import type { CalendarDate } from '../../domain/calendar-date';
import { applyCharges, fixCharges } from '../../domain/collections/card-charges';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';
import { type CaptureOutcome, ProcessorRefusedRequest } from '../ports';

interface Answer {
  paymentId: string;
  outcome: CaptureOutcome | 'refused';
  reference: string;
}

/**
 * Takes the one-time payments whose day has come from their cards: never more than is owed.
 *
 * What is charged is fixed in SQL first, and the payment's ID is the key at the processor: however often this runs, a
 * card is charged once, with one amount. Then all answers are written at once.
 *
 * @throws ProcessorUnreachable (retried) when it is not known whether a call arrived
 * @throws LeaseError NOT_A_BANKING_DAY
 */
export function chargeDuePayments(deps: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<void> => {
    const { db } = deps;
    if (!(await hasDueCharges(db, businessOn))) return;
    const charges = await db.transaction().execute(async (trx) => {
      await fixAmounts(trx, fixCharges(await lockDueCharges(trx, businessOn)), businessOn);
      return (await lockDueCharges(trx, businessOn)).filter(({ isFixed }) => isFixed);
    });
    const answers: Answer[] = [];
    for (const charge of charges) answers.push(await capture(deps, charge));
    await record(deps, answers, businessOn);
  };
}

async function capture({ cipher, cardProcessor }: ActivityDeps, charge: ChargeRow): Promise<Answer> {
  const { paymentId, leaseId, amountCents } = charge;
  const cardToken = cardTokenOf(cipher, charge);
  try {
    const answer = await cardProcessor.capture({ idempotencyKey: paymentId, leaseId, cardToken, amountCents });
    return { paymentId, ...answer };
  } catch (error) {
    if (!(error instanceof ProcessorRefusedRequest)) throw error;
    // Nothing was moved, and asking again would not help: for the customer it is a card that does not work.
    log.error('the card processor refused our request', { leaseId, paymentId, reason: error.message });
    return { paymentId, outcome: 'refused', reference: paymentId };
  }
}

async function record({ db }: ActivityDeps, answers: readonly Answer[], businessOn: CalendarDate): Promise<void> {
  const answerOf = new Map(answers.map((answer) => [answer.paymentId, answer]));
  const lost = answers.filter(({ outcome }) => outcome !== 'captured');
  await db.transaction().execute(async (trx) => {
    // Read again under lock: who recorded them already left nothing open, and what is owed may have changed.
    const captured = answers.filter(({ outcome }) => outcome === 'captured').map(({ paymentId }) => paymentId);
    const taken = applyCharges(await lockAskedCharges(trx, captured)).map((charge) => {
      const reference = answerOf.get(charge.paymentId)?.reference ?? charge.paymentId;
      return { ...charge, reference };
    });
    await keepTaken(trx, taken, businessOn, cutOffOf(businessOn));
    await keepDeclined(trx, lost, businessOn);
    await raiseExceptions(trx, lost.filter(({ outcome }) => outcome === 'refused').map(refusedRequest(businessOn)));
  });
}

const refusedRequest =
  (raised_on: CalendarDate) =>
  ({ paymentId }: Answer) => ({
    exception_id: `card-refused:${paymentId}`,
    kind: 'card_request_refused',
    lease_id: null,
    merchant_id: null,
    trace_number: null,
    detail: `the card processor refused the request of ${paymentId}; nothing was charged`,
    raised_on,
  });
