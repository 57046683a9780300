import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { AchBatchHeader, AchEntry, AchFile, AchFileHeader } from '../../../domain/nacha/ach-file';
import type { AchContext } from '../../../domain/nacha/checks/context';

/** domain.md 5.5, byte for byte. */
export const SAMPLE_TEXT = [
  '101 12104288219876543212607031405A094101ODFI EXAMPLE BANK      OPEN LTO SERVICING     FUND0703',
  '5220OPEN LTO        RUN20260703         1987654321CCDLTOFUNDING260703260706   1121042880000001',
  '6222313801047445678990       0000345024MRCH000101     BESTSOFA LLC            1121042880000001',
  '705TRN*1*FUND-20260703-000101*1987654321\\                                          00010000001',
  '622121042882000123456789     0000070000MRCH000102     ACME MATTRESS CO        1121042880000002',
  '705TRN*1*FUND-20260703-000102*1987654321\\                                          00010000002',
  '63209100001955501234         0000001234MRCH000103     TIRE DEPOT 7            1121042880000003',
  '705TRN*1*FUND-20260703-000103*1987654321\\                                          00010000003',
  '822000000600443422990000000000000000004162581987654321                         121042880000001',
  '9000001000001000000060044342299000000000000000000416258                                       ',
].join('\n');

export const FILE_HEADER: AchFileHeader = {
  immediateDestination: '121042882',
  immediateOrigin: '1987654321',
  createdOn: calendarDate('2026-07-03'),
  createdTime: '1405',
  fileIdModifier: 'A',
  destinationName: 'ODFI EXAMPLE BANK',
  originName: 'OPEN LTO SERVICING',
  reference: 'FUND0703',
};

export const BATCH_HEADER: AchBatchHeader = {
  serviceClass: '220',
  companyName: 'OPEN LTO',
  companyDiscretionaryData: 'RUN20260703',
  companyIdentification: '1987654321',
  entryClass: 'CCD',
  entryDescription: 'LTOFUNDING',
  descriptiveDate: '260703',
  effectiveOn: calendarDate('2026-07-06'),
  originatingBank: '12104288',
  batchNumber: 1,
};

type Receiver = Pick<AchEntry, 'routingNumber' | 'accountNumber' | 'receiverName'> & { amount: number };

const RECEIVERS: (Receiver & Pick<AchEntry, 'transactionCode'>)[] = [
  {
    ...{ transactionCode: '22', routingNumber: '231380104', accountNumber: '7445678990' },
    ...to('BESTSOFA LLC', 345_024),
  },
  {
    ...{ transactionCode: '22', routingNumber: '121042882', accountNumber: '000123456789' },
    ...to('ACME MATTRESS CO', 70_000),
  },
  { ...{ transactionCode: '32', routingNumber: '091000019', accountNumber: '55501234' }, ...to('TIRE DEPOT 7', 1_234) },
  {
    ...{ transactionCode: '22', routingNumber: '021000021', accountNumber: '4400112233' },
    ...to('SOFÁ Y SEÑAL 24H', 99_999),
  },
];

function to(receiverName: string, amount: number): Pick<Receiver, 'receiverName' | 'amount'> {
  return { receiverName, amount };
}

export function sampleEntries(count = 3): AchEntry[] {
  return RECEIVERS.slice(0, count).map(({ amount, ...receiver }, index) => ({
    ...receiver,
    amountCents: cents(amount),
    identificationNumber: `MRCH00010${index + 1}`,
    traceNumber: `12104288000000${index + 1}`,
    addenda: { kind: '05', paymentInformation: `TRN*1*FUND-20260703-00010${index + 1}*1987654321\\` },
  }));
}

/** The file of domain.md 5.5; with four merchants it is the variant of twelve records. */
export function sampleFile(merchantCount = 3): AchFile {
  return { header: FILE_HEADER, batches: [{ header: BATCH_HEADER, entries: sampleEntries(merchantCount) }] };
}

export const SAMPLE_CONTEXT: AchContext = {
  today: FILE_HEADER.createdOn,
  direction: 'credits',
  entryClasses: ['CCD', 'PPD', 'WEB'],
  usedFileIdModifiers: [],
};
