import fc from 'fast-check';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import type { InvoiceLine } from '../../../domain/invoice';
import { invoiceLeftCents, linesLeft, type ReturnedLine } from '../../../domain/returns/lines-left';
import { type RequestedLine, type ReturnAction, takenLines } from '../../../domain/returns/requested-lines';

const line = (lineNumber: number, quantity: number, priceEachCents: number): InvoiceLine => ({
  lineNumber,
  category: 'furniture',
  quantity,
  priceEachCents: cents(priceEachCents),
  lineTotalCents: cents(quantity * priceEachCents),
});
/** A sofa of 700, a table of 300, three chairs of 100. */
const SOLD = [line(1, 1, 70_000), line(2, 1, 30_000), line(3, 3, 10_000)];
const taken = (lineNumber: number, amountCents: number, quantity?: number): ReturnedLine => ({
  lineNumber,
  amountCents: cents(amountCents),
  ...(quantity === undefined ? {} : { quantity }),
});

function outcome(action: ReturnAction, requested: object[] | undefined, before: ReturnedLine[] = []): unknown {
  try {
    return takenLines(action, linesLeft(SOLD, before), requested as RequestedLine[] | undefined);
  } catch (error) {
    if (error instanceof LeaseError) return error.code;
    throw error;
  }
}

describe('lines of a return', () => {
  it.each<[string, object[] | undefined, ReturnedLine[], unknown]>([
    [
      'no lines: all that is left',
      undefined,
      [taken(2, 5_000)],
      [taken(1, 70_000, 1), taken(2, 25_000, 1), taken(3, 30_000, 3)],
    ],
    [
      'no lines: without what is gone',
      undefined,
      [taken(1, 70_000, 1), taken(3, 10_000, 1)],
      [taken(2, 30_000, 1), taken(3, 20_000, 2)],
    ],
    ['a line alone: all of it', [{ lineNumber: 2 }], [], [taken(2, 30_000, 1)]],
    ['pieces: price × quantity', [{ lineNumber: 3, quantity: 2 }], [], [taken(3, 20_000, 2)]],
    [
      'the last pieces: what is left of the line',
      [{ lineNumber: 3, quantity: 2 }],
      [taken(3, 10_000, 1), taken(3, 3_000)],
      [taken(3, 17_000, 2)],
    ],
    ['an amount below the line', [{ lineNumber: 2, amountCents: 29_999 }], [], [taken(2, 29_999)]],
    ['an amount that is the line', [{ lineNumber: 3, amountCents: 30_000 }], [], [taken(3, 30_000, 3)]],
    ['pieces for less', [{ lineNumber: 3, quantity: 3, amountCents: 25_000 }], [], [taken(3, 25_000, 3)]],
    ['a cent more than the line', [{ lineNumber: 2, amountCents: 30_001 }], [], 'RETURN_EXCEEDS_LINE'],
    ['one piece more', [{ lineNumber: 3, quantity: 4 }], [], 'RETURN_EXCEEDS_LINE'],
    ['one piece more for little money', [{ lineNumber: 3, quantity: 4, amountCents: 1 }], [], 'RETURN_EXCEEDS_LINE'],
    ['an unknown line', [{ lineNumber: 9 }], [], 'RETURN_EXCEEDS_LINE'],
    ['the same table again', [{ lineNumber: 2 }], [taken(2, 30_000, 1)], 'RETURN_EXCEEDS_LINE'],
    [
      'the same table again by its price',
      [{ lineNumber: 2, amountCents: 30_000 }],
      [taken(2, 30_000, 1)],
      'RETURN_EXCEEDS_LINE',
    ],
    [
      'a line twice',
      [
        { lineNumber: 2, amountCents: 1 },
        { lineNumber: 2, amountCents: 1 },
      ],
      [],
      'DUPLICATE_LINE',
    ],
    ['nothing', [{ lineNumber: 2, amountCents: 0 }], [], 'AMOUNT_TOO_SMALL'],
    ['less than nothing', [{ lineNumber: 2, amountCents: -1 }], [], 'AMOUNT_TOO_SMALL'],
  ])('%s', (_what, requested, before, expected) => {
    expect(outcome('return', requested, before)).toEqual(expected);
  });
});

describe('lines of a price adjustment', () => {
  it.each<[string, object, unknown]>([
    ['a reduction', { amountCents: 5_000 }, [taken(2, 5_000)]],
    ['the whole price', { amountCents: 30_000 }, [taken(2, 30_000)]],
    ['a reduction below zero, which is an increase', { amountCents: -1_000 }, 'PRICE_INCREASE_NOT_ALLOWED'],
    ['more than the price', { amountCents: 31_000 }, 'RETURN_EXCEEDS_LINE'],
    ['no reduction', { amountCents: 0 }, 'AMOUNT_TOO_SMALL'],
  ])('%s', (_what, over, expected) => {
    expect(outcome('price_adjustment', [{ lineNumber: 2, ...over }])).toEqual(expected);
  });

  it('lowers what is left of the line, not how many pieces', () => {
    expect(linesLeft(SOLD, [taken(3, 4_000)])[2]).toMatchObject({ leftQuantity: 3, leftCents: 26_000 });
  });
});

describe('a sequence of returns and price adjustments', () => {
  const step = fc.record({
    action: fc.constantFrom<ReturnAction>('return', 'price_adjustment'),
    lineNumber: fc.integer({ min: 1, max: 4 }),
    quantity: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    amountCents: fc.option(fc.integer({ min: -10, max: 40_000 }).map(cents), { nil: undefined }),
  });

  it('never takes a line below zero, and in any split debits the merchant what was sold', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const gone: ReturnedLine[] = [];
        for (const { action, ...requested } of steps) {
          const result = outcome(action, [requested], gone);
          if (Array.isArray(result)) gone.push(...(result as ReturnedLine[]));
          for (const one of linesLeft(SOLD, gone)) {
            expect(one.leftCents).toBeGreaterThanOrEqual(0);
            expect(one.leftQuantity).toBeGreaterThanOrEqual(0);
          }
        }
        const left = linesLeft(SOLD, gone);
        const last = takenLines('return', left, undefined);
        expect([...gone, ...last].reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(130_000);
        expect(invoiceLeftCents(linesLeft(SOLD, [...gone, ...last]))).toBe(0);
      }),
    );
  });
});
