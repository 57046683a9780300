import { type Cents, cents, sumCents } from '../cents';
import type { InvoiceLine } from '../invoice';

/** What one return or price adjustment took from a line; `quantity` where pieces came back. */
export interface ReturnedLine {
  lineNumber: number;
  quantity?: number;
  amountCents: Cents;
}

/** A line of the order as it stands after everything that was taken from it. */
export interface LineLeft {
  lineNumber: number;
  priceEachCents: Cents;
  leftQuantity: number;
  leftCents: Cents;
}

/**
 * What is left of each line of an order: as sold, less every earlier return and price adjustment of that line.
 *
 * @param taken lines of all earlier returns of this order, in any order
 */
export function linesLeft(sold: readonly InvoiceLine[], taken: readonly ReturnedLine[]): LineLeft[] {
  return sold.map(({ lineNumber, priceEachCents, quantity, lineTotalCents }) => {
    const ofLine = taken.filter((line) => line.lineNumber === lineNumber);
    const goneQuantity = ofLine.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
    const goneCents = sumCents(ofLine.map((line) => line.amountCents));
    return {
      lineNumber,
      priceEachCents,
      leftQuantity: quantity - goneQuantity,
      leftCents: cents(lineTotalCents - goneCents),
    };
  });
}

/** The invoice as it stands, in US cents. */
export const invoiceLeftCents = (left: readonly LineLeft[]): Cents => sumCents(left.map(({ leftCents }) => leftCents));
