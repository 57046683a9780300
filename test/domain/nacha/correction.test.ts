import type { NotificationOfChange } from '../../../domain/nacha/addenda-98';
import { readCorrection } from '../../../domain/nacha/correction';

const change = (changeCode: string, correctedData: string): NotificationOfChange => ({
  ...{ kind: '98', changeCode, correctedData, originalTraceNumber: '121042880000001' },
  ...{ originalReceivingBank: '12104288', traceNumber: '091012980000088' },
});

describe('what a notification of change corrects', () => {
  it.each([
    ['C01', '1918171614', { accountNumber: '1918171614' }],
    ['C02', '091000019', { routingNumber: '091000019' }],
    ['C03', '091000019   1918171614', { routingNumber: '091000019', accountNumber: '1918171614' }],
    ['C03', '091000019         19181-71614', { routingNumber: '091000019', accountNumber: '19181-71614' }],
    ['C05', '32', { transactionCode: '32' }],
    ['C06', '1918171614          32', { accountNumber: '1918171614', transactionCode: '32' }],
    ['C06', '12345678901234567   37', { accountNumber: '12345678901234567', transactionCode: '37' }],
    [
      'C07',
      '0910000191234567890123456722',
      { routingNumber: '091000019', accountNumber: '12345678901234567', transactionCode: '22' },
    ],
    [
      'C07',
      '09100001919181716           37',
      { routingNumber: '091000019', accountNumber: '19181716', transactionCode: '37' },
    ],
    ['C09', 'MRCH000107', { identificationNumber: 'MRCH000107' }],
  ])('%s: %s', (changeCode, data, correction) => {
    expect(readCorrection(change(changeCode, data))).toEqual(correction);
  });

  it.each([
    ['C02', '09100001'],
    ['C03', '1918171614'],
    ['C05', '25'],
    ['C06', '1918171614'.slice(0, 2)],
    ['C07', '091000019'],
    ['C04', 'ANOTHER NAME'],
    ['C13', 'ADDENDA FORMAT'],
    ['C99', 'X'],
  ])('is left to a person when %s comes with "%s"', (changeCode, data) => {
    expect(readCorrection(change(changeCode, data))).toBeUndefined();
  });
});
