import { bankingDayAt } from '../../../../activities/new-york';
import { nextBankingDay } from '../../../../domain/banking-calendar';
import type { CalendarDate, Instant } from '../../../../domain/calendar-date';
import type { FundingView } from '../../../money/fundings-port';

/**
 * When the store's money comes: as the run's file says; before there is one, as the run of the next cut-off will. That
 * is a forecast, and one that has passed is none.
 */
export function payDay(
  fundedAt: Instant | null,
  fundings: readonly FundingView[],
  todayOn: CalendarDate,
): CalendarDate | null {
  const filed = fundings.find(({ kind, effectiveOn }) => kind === 'funding' && effectiveOn !== null);
  if (filed) return filed.effectiveOn;
  if (fundedAt === null) return null;
  const expectedOn = nextBankingDay(bankingDayAt(fundedAt));
  return expectedOn >= todayOn ? expectedOn : null;
}
