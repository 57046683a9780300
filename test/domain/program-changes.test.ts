import { cents } from '../../domain/cents';
import type { ProgramTerms } from '../../domain/program';
import { requireLawfulProgram } from '../../domain/program-changes';

const program = (over: Partial<ProgramTerms> = {}): ProgramTerms => ({
  totalToOwnBps: 20_000,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(5_000),
  maxInvoiceCents: cents(500_000),
  termMonths: 12,
  ...over,
});

describe('a program', () => {
  it.each([
    ['OH', 20_000],
    ['NY', 22_500],
    ['CA', 22_500],
    ['TX', 100_000],
  ])('in %s may cost exactly what the law allows, and not a hundredth of a percent more', (state, totalToOwnBps) => {
    expect(() => requireLawfulProgram(program({ totalToOwnBps }), [state])).not.toThrow();
    const above = () => requireLawfulProgram(program({ totalToOwnBps: totalToOwnBps + 1 }), [state]);
    if (state === 'TX') expect(above).not.toThrow();
    else expect(above).toThrow(expect.objectContaining({ code: 'PRICE_CAP_EXCEEDED' }));
  });

  it('is refused with every state whose cap it breaks, each once', () => {
    const refused = () => requireLawfulProgram(program({ totalToOwnBps: 22_501 }), ['TX', 'OH', 'NY', 'OH']);

    expect(refused).toThrow(/^NY: .*; OH: [^;]*$/);
  });

  it.each([
    ['its largest order would leave nothing to pay', { maxInvoiceCents: cents(2_450) }, 'AMOUNT_TOO_SMALL'],
    ['its largest order would leave weeks without a cent', { maxInvoiceCents: cents(2_475) }, 'AMOUNT_TOO_SMALL'],
  ])('is refused when %s', (_what, over, code) => {
    expect(() => requireLawfulProgram(program(over), ['TX'])).toThrow(expect.objectContaining({ code }));
  });
});
