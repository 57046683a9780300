import { isUsState, NO_SERVICE_PLAN_STATES, NOT_SERVED_STATES, US_STATES } from '../../domain/states';

describe('states', () => {
  it('are fifty, the District of Columbia and Puerto Rico, each once', () => {
    expect(new Set(US_STATES).size).toBe(52);
    expect(US_STATES).toHaveLength(52);
    expect(US_STATES).toEqual(expect.arrayContaining(['DC', 'PR']));
  });

  test.each(['tx', 'Texas', 'T', 'XX', 'GU', 'AE', '', 'TX ', '__proto__'])('are not named %j', (text) => {
    expect(isUsState(text)).toBe(false);
  });

  it('know their own names', () => {
    expect(US_STATES.every(isUsState)).toBe(true);
    expect(US_STATES.every((state) => /^[A-Z]{2}$/.test(state))).toBe(true);
  });

  it('that are not served are five, as the domain names them', () => {
    expect(NOT_SERVED_STATES).toEqual(['MN', 'NJ', 'VT', 'WI', 'WY']);
  });

  it('without service plans are three, and all of them are served', () => {
    expect(NO_SERVICE_PLAN_STATES).toEqual(['CA', 'IN', 'NY']);
    expect(NO_SERVICE_PLAN_STATES.filter((state) => NOT_SERVED_STATES.includes(state))).toEqual([]);
  });
});
