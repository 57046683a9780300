import { type Cents, cents } from '../cents';
import { LeaseError } from '../errors';
import type { LineLeft, ReturnedLine } from './lines-left';

export type ReturnAction = 'return' | 'price_adjustment';

/** A line as the store names it. Goods: by quantity, by amount, by both or by neither. A price: by its reduction. */
export interface RequestedLine {
  lineNumber: number;
  quantity?: number | undefined;
  amountCents?: Cents | undefined;
}

/**
 * What a return or a price adjustment takes from each line (domain.md 3.9).
 *
 * Goods cost price × quantity where no amount is named, and what is left of the line where the last pieces come back:
 * a price that went down in between is thereby respected. No lines: everything that is left.
 *
 * @param left the order as it stands
 * @returns one entry a line, each amount above zero and within what is left
 * @throws LeaseError RETURN_EXCEEDS_LINE for an unknown line, for more than is left of it, in money or in pieces
 * @throws LeaseError PRICE_INCREASE_NOT_ALLOWED for a reduction below zero
 * @throws LeaseError AMOUNT_TOO_SMALL when nothing would be taken from a line
 * @throws LeaseError DUPLICATE_LINE
 */
export function takenLines(
  action: ReturnAction,
  left: readonly LineLeft[],
  requested: readonly RequestedLine[] | undefined,
): ReturnedLine[] {
  if (!requested) return left.filter(({ leftCents }) => leftCents > 0).map(allOf);
  const numbers = new Set(requested.map(({ lineNumber }) => lineNumber));
  if (numbers.size < requested.length) throw new LeaseError('DUPLICATE_LINE', 'a line is named twice');
  return requested.map((line) => {
    const found = left.find(({ lineNumber }) => lineNumber === line.lineNumber);
    if (!found) throw new LeaseError('RETURN_EXCEEDS_LINE', `the order has no line ${line.lineNumber}`);
    return withinLine(found, action === 'return' ? goods(found, line) : reduction(line));
  });
}

function allOf({ lineNumber, leftQuantity, leftCents }: LineLeft): ReturnedLine {
  return { lineNumber, ...(leftQuantity > 0 ? { quantity: leftQuantity } : {}), amountCents: leftCents };
}

function goods(left: LineLeft, { quantity, amountCents }: RequestedLine): ReturnedLine {
  const all = allOf(left);
  if (quantity === undefined) {
    if (amountCents === undefined || amountCents === left.leftCents) return all;
    return { lineNumber: left.lineNumber, amountCents };
  }
  const defaultCents = quantity === left.leftQuantity ? left.leftCents : cents(left.priceEachCents * quantity);
  return { lineNumber: left.lineNumber, quantity, amountCents: amountCents ?? defaultCents };
}

function reduction({ lineNumber, amountCents }: RequestedLine): ReturnedLine {
  if (amountCents === undefined) throw new LeaseError('AMOUNT_TOO_SMALL', `line ${lineNumber} names no reduction`);
  if (amountCents < 0) throw new LeaseError('PRICE_INCREASE_NOT_ALLOWED', `line ${lineNumber}: a price only goes down`);
  return { lineNumber, amountCents };
}

function withinLine(left: LineLeft, taken: ReturnedLine): ReturnedLine {
  const { lineNumber, leftQuantity, leftCents } = left;
  const isTooMuch = leftCents === 0 || taken.amountCents > leftCents || (taken.quantity ?? 0) > leftQuantity;
  if (isTooMuch) {
    throw new LeaseError(
      'RETURN_EXCEEDS_LINE',
      `line ${lineNumber} has ${leftQuantity} pieces, ${leftCents} cents left`,
    );
  }
  if (taken.amountCents <= 0) throw new LeaseError('AMOUNT_TOO_SMALL', `line ${lineNumber}: nothing would be taken`);
  return taken;
}
