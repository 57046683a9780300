import type { CalendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { AchBatch, AchEntry } from '../../../domain/nacha/ach-file';
import { renderAchFile } from '../../../domain/nacha/render';
import { on } from '../../support/lease-fixture';

/** An entry by its account's last four digits; its trace number by its place. */
export function anEntry(place: number, lastFour: string, more: Partial<AchEntry> = {}): AchEntry {
  return {
    transactionCode: '27',
    routingNumber: '111000025',
    accountNumber: `00098765${lastFour}`,
    amountCents: cents(7_504),
    identificationNumber: `PAY${String(place)}`,
    receiverName: 'CANARIA VOGELSANG',
    traceNumber: `12104288${String(place).padStart(7, '0')}`,
    ...more,
  };
}

interface Handing {
  createdOn?: CalendarDate;
  effectiveOn?: CalendarDate;
  batch?: Partial<AchBatch['header']>;
}

/** A file as our runs hand it over: made on Friday 2026-07-03, to settle on Monday. */
export function handedFile(entries: readonly AchEntry[], { createdOn, effectiveOn, batch }: Handing = {}): string {
  const header: AchBatch['header'] = {
    serviceClass: '200',
    companyName: 'OWNWARD',
    companyIdentification: '1987654321',
    entryClass: 'WEB',
    entryDescription: 'LEASE PYMT',
    effectiveOn: effectiveOn ?? on('2026-07-06'),
    originatingBank: '12104288',
    batchNumber: 1,
    ...batch,
  };
  return renderAchFile({
    header: {
      immediateDestination: '121042882',
      immediateOrigin: '1987654321',
      createdOn: createdOn ?? on('2026-07-03'),
      createdTime: '1700',
      fileIdModifier: 'A',
      destinationName: 'ODFI EXAMPLE BANK',
      originName: 'OWNWARD LEASING',
    },
    batches: [{ header, entries }],
  });
}
