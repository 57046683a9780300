const LENGTHS = { min: 13, max: 19 };

/**
 * Whether a text holds what may be a card number: 13 to 19 digits that pass the Luhn check, also in groups parted by
 * single spaces or dashes. No card number ever enters (quality.md 3); in prose such a run is nothing else.
 */
export function holdsCardNumber(text: string): boolean {
  return digitRuns(text).some(passesLuhn);
}

/**
 * The same for machine codes (sku, tracking number): EAN and carrier numbers are 13 to 15 digits by nature and one in
 * ten passes Luhn by chance, so here the run must also have length and first digits of a card brand.
 */
export function holdsBrandedCardNumber(text: string): boolean {
  return digitRuns(text).some((run) => BRANDS.test(run) && passesLuhn(run));
}

/** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay: their lengths and first digits. */
const BRANDS =
  /^(4\d{15}(\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(011|4[4-9]|5)\d{12,13}|3(0[0-5]|[68])\d{11,12}|35\d{14}|62\d{14,17})$/;

/** Every sequence of whole digit groups that has a card's length: "4111 1111 1111 1111 5" is not hidden by the 5. */
function digitRuns(text: string): string[] {
  const chains = text.normalize('NFKC').match(/\d+(?:[ -]\d+)*/g) ?? [];
  return chains.flatMap((chain) => {
    const groups = chain.split(/[ -]/);
    return groups.flatMap((_, from) => joinedFrom(groups, from));
  });
}

function joinedFrom(groups: readonly string[], from: number): string[] {
  const runs: string[] = [];
  let run = '';
  for (const group of groups.slice(from)) {
    run += group;
    if (run.length > LENGTHS.max) break;
    if (run.length >= LENGTHS.min) runs.push(run);
  }
  return runs;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
