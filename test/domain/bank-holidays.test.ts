import { bankHolidays } from '../../domain/bank-holidays';

/** domain.md 5.4: the day each holiday falls on, and the day banks close for it where that is another, or none. */
const TABLE: Record<string, [string, string, string]> = {
  "New Year's Day": ['01-01', '01-01', '01-01'],
  'Martin Luther King Jr.': ['01-20', '01-19', '01-18'],
  "Washington's Birthday": ['02-17', '02-16', '02-15'],
  'Memorial Day': ['05-26', '05-25', '05-31'],
  Juneteenth: ['06-19', '06-19', '06-19 open'],
  'Independence Day': ['07-04', '07-04 open', '07-04 07-05'],
  'Labor Day': ['09-01', '09-07', '09-06'],
  'Columbus Day': ['10-13', '10-12', '10-11'],
  'Veterans Day': ['11-11', '11-11', '11-11'],
  Thanksgiving: ['11-27', '11-26', '11-25'],
  Christmas: ['12-25', '12-25', '12-25 open'],
};

const inWords = (fallsOn: string, closedOn: string | undefined): string => {
  if (closedOn === fallsOn) return fallsOn.slice(5);
  return `${fallsOn.slice(5)} ${closedOn === undefined ? 'open' : closedOn.slice(5)}`;
};

const namesOf = (year: number): string[] => bankHolidays(year).map(({ name }) => name);

describe('the holidays of the Reserve Banks', () => {
  test.each([
    [2025, 0],
    [2026, 1],
    [2027, 2],
  ])('of %i are the eleven of domain.md 5.4, in order', (year, column) => {
    const found = bankHolidays(year).map(({ name, fallsOn, closedOn }) => [name, inWords(fallsOn, closedOn)]);
    expect(found).toEqual(Object.entries(TABLE).map(([name, cells]) => [name, cells[column]]));
    expect(bankHolidays(year).every(({ fallsOn }) => fallsOn.startsWith(`${year}-`))).toBe(true);
  });

  it('have Juneteenth from 2022 on, and in 2021, when it was already law, not yet', () => {
    expect(namesOf(2021)).not.toContain('Juneteenth');
    expect(namesOf(2021)).toHaveLength(10);
    expect(namesOf(2022)).toContain('Juneteenth');
  });

  it('are told for 2020 and for 2100, and refused beyond', () => {
    expect(namesOf(2020)).toHaveLength(10);
    expect(namesOf(2100)).toHaveLength(11);
    for (const year of [2019, 2101, 2026.5, NaN]) {
      expect(() => bankHolidays(year)).toThrow(expect.objectContaining({ code: 'NOT_A_BANKING_DAY' }));
    }
  });
});
