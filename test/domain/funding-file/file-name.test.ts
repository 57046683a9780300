import fc from 'fast-check';
import { readFundingFileName, resultFileName } from '../../../domain/funding-file/file-name';
import { calendarDate, dateOfEpochDay } from '../../../domain/calendar-date';

describe('the name of a funding file', () => {
  it('says whose it is, also where the ID of a merchant has underscores, its day and its number', () => {
    expect(readFundingFileName('FUND_mer_bestsofa_20261125_001.csv')).toEqual({
      merchantId: 'mer_bestsofa',
      on: calendarDate('2026-11-25'),
      sequence: '001',
    });
  });

  it.each([
    'FUND_mer_bestsofa_20261125_001',
    'FUND_mer_bestsofa_20261125_001.csv.part',
    'FUND_mer_bestsofa_20261125_001.txt',
    'FUND_mer_bestsofa_20261125_.csv',
    'FUND_mer_bestsofa_20261125.csv',
    'FUND__20261125_001.csv',
    'FUND_20261125_001.csv',
    'FUND_mer_bestsofa_20260229_001.csv',
    'FUND_mer_bestsofa_20261301_001.csv',
    'FUND_mer_bestsofa_2026-11-25_001.csv',
    'RESULT_FUND_mer_bestsofa_20261125_001.csv',
    'fund_mer_bestsofa_20261125_001.csv',
    'in/FUND_mer_bestsofa_20261125_001.csv',
    'FUND_../../etc_20261125_001.csv',
    'FUND_mer bestsofa_20261125_001.csv',
    'FUND_mer_bestsofa_20261125_001.csv\n',
    '',
  ])('is refused when it is another: %j', (name) => {
    expect(readFundingFileName(name)).toBeUndefined();
  });

  it('is read back as it was made, for every merchant and every day', () => {
    const merchantIds = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    const days = fc.integer({ min: 0, max: 60_000 }).map(dateOfEpochDay);
    const sequences = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);
    fc.assert(
      fc.property(merchantIds, days, sequences, (merchantId, on, sequence) => {
        const name = `FUND_${merchantId}_${on.replaceAll('-', '')}_${sequence}.csv`;
        expect(readFundingFileName(name)).toEqual({ merchantId, on, sequence });
      }),
    );
  });

  it('is answered under RESULT_ and itself', () => {
    expect(resultFileName('FUND_mer_acme_20261125_1.csv')).toBe('RESULT_FUND_mer_acme_20261125_1.csv');
  });
});
