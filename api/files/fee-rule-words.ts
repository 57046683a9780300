import { lateFeeRule } from '../../domain/late-fee-rules';
import { moneyText, percentText } from '../../domain/agreement/money-text';
import type { FeeLine, StatementHead } from '../money/payments-port';

/** The rule of a fee in the customer's language. What was written down when it was assessed is English. */
export function ruleWords({ state, rule }: FeeLine, { language, payFrequency }: StatementHead): string {
  const known = language === 'es' ? lateFeeRule(state) : undefined;
  if (!known) return rule;
  const { percentBps, minCents, capCents, feeFromDaysLate, source } = known;
  const share = `${percentText(percentBps)} del pago`;
  const most = capCents === undefined ? '' : `, máximo ${moneyText(capCents)}`;
  const from = `desde ${feeFromDaysLate[payFrequency]} días de mora`;
  return `${share}, mínimo ${moneyText(minCents[payFrequency])}${most}, ${from}: ${source}`;
}
