import type { CalendarDate } from '../calendar-date';
import type { RequestedLine, ReturnAction } from './requested-lines';

/** What a store reports: goods that came back, or a lower price. No lines: everything that is left came back. */
export interface ReturnRequest {
  authorizationCode: string;
  actionType: ReturnAction;
  returnedOn: CalendarDate;
  creditInvoiceNumber?: string | undefined;
  lines?: RequestedLine[] | undefined;
}
