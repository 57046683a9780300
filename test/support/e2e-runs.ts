import { addBankingDays, onOrNextBankingDay } from '../../domain/banking-calendar';
import { calendarDate, type CalendarDate } from '../../domain/calendar-date';
import type { Sandbox } from './e2e-client';
import { todayIn } from './e2e-dates';
import { expectStatus } from './e2e-leases';

/** The banking days that the shared system runs; they only go forward, whichever test asks. */
export class Runs {
  constructor(private readonly sandbox: Sandbox) {}

  /** The first day whose run can take what is posted now: after the newest run, and after today's cut-off. */
  async nextOn(): Promise<CalendarDate> {
    const { body } = expectStatus(await this.sandbox.operations.get('/v1/funding-runs?limit=1'), 200);
    const [newest] = body.data as { businessOn: string }[];
    const soonestOn = addBankingDays(onOrNextBankingDay(calendarDate(todayIn('America/New_York'))), 1);
    const nextOn = newest ? addBankingDays(calendarDate(newest.businessOn), 1) : soonestOn;
    return nextOn > soonestOn ? nextOn : soonestOn;
  }

  async upTo(asOf: string): Promise<{ businessOn: string; fundingRunId: string; collectionRunId: string }[]> {
    return expectStatus(await this.sandbox.operations.post('/v1/sandbox/daily-run', { asOf }), 200).body.days;
  }
}
