import fc from 'fast-check';
import type { Instant } from '../../domain/calendar-date';
import { cents, MAX_CENTS } from '../../domain/cents';
import { leaseId, merchantId } from '../../domain/ids';
import { journalEntry, type MovementKind } from '../../domain/ledger';
import { movement, MOVEMENTS } from '../../domain/ledger-movements';

const KINDS = Object.keys(MOVEMENTS) as MovementKind[];

const event = {
  key: 'pay-merchant:FRUN-2026-11-24:M-1',
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('M-1'),
  occurredAt: '2026-11-24T22:00:00.000Z' as Instant,
};

/** Each pair of events in which the second undoes what the first did. */
const UNDONE: [MovementKind, MovementKind][] = [
  ['MerchantPaid', 'MerchantCreditReturned'],
  ['DebitFiled', 'DebitReturned'],
  ['RefundFiled', 'RefundReturned'],
];

describe('a movement', () => {
  it('moves its amount from the credited account to the debited one and nothing else, whatever the event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: MAX_CENTS }).map(cents), (kind, amountCents) => {
        const entry = movement(kind, { ...event, amountCents });
        expect(journalEntry(entry)).toBe(entry);
        expect(entry).toEqual({
          ...event,
          kind,
          postings: [
            { account: MOVEMENTS[kind].debit, side: 'debit', amountCents },
            { account: MOVEMENTS[kind].credit, side: 'credit', amountCents },
          ],
        });
      }),
    );
  });

  it.each(KINDS)('%s never moves money within one account', (kind) => {
    expect(MOVEMENTS[kind].debit).not.toBe(MOVEMENTS[kind].credit);
  });

  it.each([0, -1])('of %i cents is refused: nothing happened', (amountCents) => {
    const nothing = () => movement('DebitFiled', { ...event, amountCents: cents(amountCents) });
    expect(nothing).toThrow(expect.objectContaining({ code: 'ENTRY_UNBALANCED' }));
  });

  it.each(UNDONE)('%s is undone by %s to the cent', (done, undone) => {
    expect(MOVEMENTS[undone]).toEqual({ debit: MOVEMENTS[done].credit, credit: MOVEMENTS[done].debit });
  });

  it('of a debit that settled and came back leaves the customer and the bank as before it was filed', () => {
    const story: MovementKind[] = ['DebitFiled', 'DebitSettled', 'SettledDebitReturned'];
    const net = new Map<string, number>();
    for (const { account, side } of story.flatMap(
      (kind) => movement(kind, { ...event, amountCents: cents(1) }).postings,
    )) {
      net.set(account, (net.get(account) ?? 0) + (side === 'debit' ? 1 : -1));
    }
    expect([...net.values()]).toEqual([0, 0, 0]);
  });
});
