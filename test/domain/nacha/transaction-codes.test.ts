import { directionOf, isTransactionCode, kindOf, transactionCode } from '../../../domain/nacha/transaction-codes';

const CREDITS = ['21', '22', '23', '24', '31', '32', '33', '34', '41', '42', '43', '44', '51', '52', '53', '54'];
const DEBITS = ['26', '27', '28', '29', '36', '37', '38', '39', '46', '47', '48', '49', '55', '56'];

describe('transaction codes', () => {
  it('are those of domain.md 5.1 and no others', () => {
    const all = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));
    expect(all.filter(isTransactionCode)).toEqual([...CREDITS, ...DEBITS].sort());
    expect(['2', '222', '', 'A2'].filter(isTransactionCode)).toEqual([]);
  });

  it('tell credits from debits', () => {
    expect(CREDITS.filter(isTransactionCode).filter((code) => directionOf(code) !== 'credit')).toEqual([]);
    expect(DEBITS.filter(isTransactionCode).filter((code) => directionOf(code) !== 'debit')).toEqual([]);
  });

  it('tell what an entry is for', () => {
    expect(['22', '37', '55', '28', '33', '24', '39', '21', '36'].filter(isTransactionCode).map(kindOf)).toEqual([
      'live',
      'live',
      'live',
      'prenote',
      'prenote',
      'zeroDollar',
      'zeroDollar',
      'return',
      'return',
    ]);
  });

  it.each([
    ['checking', 'live', 'credit', '22'],
    ['checking', 'live', 'debit', '27'],
    ['checking', 'prenote', 'credit', '23'],
    ['savings', 'prenote', 'debit', '38'],
    ['savings', 'live', 'credit', '32'],
    ['savings', 'return', 'debit', '36'],
    ['checking', 'return', 'credit', '21'],
  ] as const)('are made for a %s account, %s, %s: %s', (account, kind, direction, code) => {
    expect(transactionCode(account, kind, direction)).toBe(code);
  });
});
