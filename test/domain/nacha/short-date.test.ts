import { calendarDate } from '../../../domain/calendar-date';
import { readShortDate, shortDate } from '../../../domain/nacha/short-date';

describe('a date in an ACH file', () => {
  it('is six digits of this century', () => {
    expect(shortDate(calendarDate('2026-07-03'))).toBe('260703');
    expect(readShortDate('991231')).toBe('2099-12-31');
    expect(() => shortDate(calendarDate('2100-01-01'))).toThrow('2100-01-01 is not in 2000-2099');
  });

  it.each(['260229', '261301', '260700', '26070', '2607033', '      ', '26070A'])(
    'is no date when it is "%s"',
    (text) => {
      expect(readShortDate(text)).toBeUndefined();
    },
  );

  it('knows the leap day', () => {
    expect(readShortDate('280229')).toBe('2028-02-29');
  });
});
