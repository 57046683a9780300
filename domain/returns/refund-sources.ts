import { type Cents, cents } from '../cents';

/** Money that paid rent: which payment paid how much of which scheduled payment. */
export interface RentSource {
  paymentId: string;
  /** of the scheduled payment */
  number: number;
  amountCents: Cents;
}

/**
 * Finds the payments that paid what is to be given back, so that it goes back by the way it came: of each scheduled
 * payment, the money that came last goes back first.
 *
 * @param refunds US cents to give back, by scheduled payment
 * @param sources newest first
 * @returns what to take from which payment, together exactly the refunds
 * @throws Error when less was paid than is to be given back: a programming error
 */
export function refundSources(
  refunds: readonly { number: number; amountCents: Cents }[],
  sources: readonly RentSource[],
): RentSource[] {
  return refunds.flatMap(({ number, amountCents }) => {
    let leftCents: number = amountCents;
    const taken = sources
      .filter((source) => source.number === number)
      .map((source) => {
        const backCents = Math.min(leftCents, source.amountCents);
        leftCents -= backCents;
        return { ...source, amountCents: cents(backCents) };
      });
    if (leftCents > 0) throw new Error(`payment ${number} cannot give back ${leftCents} cents it never got`);
    return taken.filter((source) => source.amountCents > 0);
  });
}
