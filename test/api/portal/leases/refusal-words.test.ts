import { ASKED_OPERATIONS } from '../../../../api/portal/leases/ask';
import { problemText } from '../../../../api/portal/leases/problem-words';
import { isRefusalCode, refusalText } from '../../../../api/portal/leases/refusal-words';
import { allOperations } from '../../../../api/operations';
import { TODAY } from '../../support/fake-ports';

const operations = allOperations({ today: () => TODAY }).filter(({ operationId }) =>
  ASKED_OPERATIONS.some((asked) => asked === operationId),
);

describe('why a lease says no', () => {
  it('has words for every code that the operations of the pages declare', () => {
    expect(operations).toHaveLength(ASKED_OPERATIONS.length);
    const codes = operations.flatMap(({ errorCodes }) => errorCodes);
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !isRefusalCode(code))).toEqual([]);
  });

  it('says the same in neither language with the other’s words', () => {
    for (const code of operations.flatMap(({ errorCodes }) => errorCodes)) {
      expect(refusalText(code, 'es')).not.toBe(refusalText(code, 'en'));
    }
  });

  it('names a code that it has no words for, rather than nothing', () => {
    expect(refusalText('QUOTE_EXPIRED', 'en')).toBe('This could not be done. (QUOTE_EXPIRED)');
  });
});

describe('what is wrong with a field', () => {
  it('is said for a code of tomorrow too', () => {
    expect(problemText('of_tomorrow', 'es')).toBe(problemText('wrong_format', 'es'));
  });
});
