import { canBePaidTo } from '../../../domain/funding/payee';

const account = (routingNumber: string, accountNumber: string) =>
  canBePaidTo({ routingNumber, accountNumber, accountType: 'checking' });

describe('an account that an entry can be written to', () => {
  it('has a routing number with its check digit and an account number of up to 17 characters', () => {
    expect(account('231380104', '7445678990')).toBe(true);
    expect(account('231380104', '12345678901234567')).toBe(true);
    expect(account('231380104', '1')).toBe(true);
  });

  it.each([
    ['231380105', '7445678990'],
    ['23138010', '7445678990'],
    ['231380104', ''],
    ['231380104', ' 7445678990'],
    ['231380104', '7445678990 '],
    ['231380104', '123456789012345678'],
    ['231380104', '74456789ñ'],
  ])('is not %s with %s', (routingNumber, accountNumber) => {
    expect(account(routingNumber, accountNumber)).toBe(false);
  });
});
