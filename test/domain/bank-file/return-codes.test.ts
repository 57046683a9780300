import { addBankingDays } from '../../../domain/banking-calendar';
import { addDays } from '../../../domain/calendar-date';
import {
  actionOf,
  codesOfClass,
  isLate,
  isReturnCode,
  RETURN_CODES,
  type ReturnCode,
} from '../../../domain/bank-file/return-codes';
import { on } from '../../support/lease-fixture';

/** domain.md 5.7, read once more: code, customer's debit, merchant's credit, window. */
const TABLE: [ReturnCode, string | null, string | null, 2 | 60 | null][] = [
  ['R01', 're_present', null, 2],
  ['R02', 'new_account', 'new_account', 2],
  ['R03', 'new_account', 'new_account', 2],
  ['R04', 'new_account', 'new_account', 2],
  ['R05', 'dispute', 'fix_account_type', 60],
  ['R06', 'reconcile', 'reconcile', null],
  ['R07', 'dispute', null, 60],
  ['R08', 'pause_payment', null, 2],
  ['R09', 're_present', null, 2],
  ['R10', 'dispute', null, 60],
  ['R11', 'dispute', null, 60],
  ['R12', 'new_account', 'new_account', 2],
  ['R13', 'new_account', 'new_account', 2],
  ['R14', 'bereavement', 'bereavement', 2],
  ['R15', 'bereavement', 'bereavement', 2],
  ['R16', 'sanctions_check', 'sanctions_check', 2],
  ['R17', 'investigate', 'investigate', 2],
  ['R18', 'our_file_wrong', 'our_file_wrong', 2],
  ['R19', 'our_file_wrong', 'our_file_wrong', 2],
  ['R20', 'new_account', 'new_account', 2],
  ['R23', null, 'contact', null],
  ['R24', 'check_duplicate', 'check_duplicate', 2],
  ['R25', 'our_file_wrong', 'our_file_wrong', 2],
  ['R26', 'our_file_wrong', 'our_file_wrong', 2],
  ['R27', 'our_file_wrong', 'our_file_wrong', 2],
  ['R28', 'our_file_wrong', 'our_file_wrong', 2],
  ['R29', 'dispute', 'new_account', 2],
  ['R51', 'dispute', null, 60],
];

describe('return codes', () => {
  it('are those of the table, each of them and no other', () => {
    expect([...RETURN_CODES].sort()).toEqual(TABLE.map(([code]) => code));
    for (const code of ['R00', 'R21', 'R61', 'R99', 'C01', 'toString', '']) expect(isReturnCode(code)).toBe(false);
  });

  it.each(TABLE)('%s does %s to a debit and %s to a credit', (code, debit, credit) => {
    expect([actionOf(code, 'debit'), actionOf(code, 'credit')]).toEqual([debit, credit]);
  });

  // Settled before a weekend, the year's end, and Thanksgiving.
  it.each(TABLE)(
    '%s (%s, %s) is in time on the last day of its window, late on the next',
    (code, _debit, _credit, days) => {
      for (const settledOn of [on('2026-07-02'), on('2026-12-31'), on('2026-11-25')]) {
        if (days === null) {
          expect(isLate(code, settledOn, addDays(settledOn, 400))).toBe(false);
          continue;
        }
        const lastOn = days === 2 ? addBankingDays(settledOn, 2) : addDays(settledOn, 60);
        expect(isLate(code, settledOn, lastOn)).toBe(false);
        expect(isLate(code, settledOn, days === 2 ? addBankingDays(lastOn, 1) : addDays(lastOn, 1))).toBe(true);
        expect(isLate(code, settledOn, addDays(settledOn, -1))).toBe(false);
      }
    },
  );

  it('count days by the banks: after Wednesday 2026-11-25 the second banking day is Monday', () => {
    expect(isLate('R01', on('2026-11-25'), on('2026-11-30'))).toBe(false);
    expect(isLate('R01', on('2026-11-25'), on('2026-12-01'))).toBe(true);
  });

  it('count towards the rates that Nacha watches', () => {
    expect(codesOfClass('unauthorized')).toEqual(['R05', 'R07', 'R10', 'R29', 'R51']);
    expect(codesOfClass('administrative')).toEqual(['R02', 'R03', 'R04']);
  });
});
