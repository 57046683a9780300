/** An amount as it stands in a field: `1249.99`, without sign and commas. @param amountCents not negative */
export function centsText(amountCents: number): string {
  const digits = String(amountCents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
