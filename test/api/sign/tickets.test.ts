import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { tickets } from '../../../api/sign/tickets';

const keyed = (key: string) => ({
  lookup: (kind: string, text: string) => createHmac('sha256', key).update(`${kind} ${text}`).digest(),
});

const about = fc.string({ maxLength: 60 });
const instantMs = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('a ticket', () => {
  it('is good for what it was issued for, until its end', () => {
    fc.assert(
      fc.property(about, instantMs, fc.nat(1_000_000), (what, nowMs, lifeMs) => {
        const ours = tickets(keyed('a'), () => nowMs);
        const ticket = ours.issue('form', what, nowMs + lifeMs);
        expect(ours.isGood('form', what, ticket)).toBe(lifeMs > 0);
      }),
    );
  });

  it('is good for nothing else: not for another purpose, thing or key', () => {
    fc.assert(
      fc.property(about, about, instantMs, (what, other, nowMs) => {
        const ours = tickets(keyed('a'), () => nowMs);
        const ticket = ours.issue('form', what, nowMs + 1);
        expect(ours.isGood('copy', what, ticket)).toBe(false);
        expect(ours.isGood('form', other, ticket)).toBe(other === what);
        expect(tickets(keyed('b'), () => nowMs).isGood('form', what, ticket)).toBe(false);
      }),
    );
  });

  it('is spoilt by any change of one character, and anything else is none', () => {
    const ours = tickets(keyed('a'), () => 0);
    const ticket = ours.issue('form', 'x', 99);
    // The last character of a base64 text carries unused bits: those may differ.
    for (let at = 0; at < ticket.length - 1; at += 1) {
      const other = ticket[at] === '1' ? '2' : '1';
      expect(ours.isGood('form', 'x', ticket.slice(0, at) + other + ticket.slice(at + 1))).toBe(false);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(ours.isGood('form', 'x', text)).toBe(false)));
  });

  it('is never issued twice', () => {
    const ours = tickets(keyed('a'), () => 0);
    const all = Array.from({ length: 100 }, () => ours.issue('form', 'x', 1));
    expect(new Set(all).size).toBe(100);
  });
});
