import { lookupKeys } from '../../db/applicants';
import { createCipher } from '../../db/cipher';
import { leaseId } from '../../domain/ids';
import { PERSON } from '../support/activity-world';
import { testDataKeys } from '../support/data-keys';

const cipher = createCipher(testDataKeys('k1'));

const ANA = { ...PERSON.customer, ssn: '512345678', lastName: 'Ruiz', mobilePhone: '2145550141' };
const BOB = { ...PERSON.customer, ssn: '601225678', lastName: 'Smith', mobilePhone: '2145550142' };

describe('what applicants are looked up by', () => {
  // There are ten thousand last fours: a hash that many people share is told by how often it occurs.
  it('gives two people nothing in common for having the same last four digits', () => {
    const [ofAna, ofBob] = [
      lookupKeys(cipher, leaseId('4821907735'), { customer: ANA }),
      lookupKeys(cipher, leaseId('4821907736'), { customer: BOB }),
    ];
    const hashes = [ofAna, ofBob].flatMap((keys) => Object.values(keys).map((hash) => hash.toString('hex')));

    expect(hashes).toHaveLength(10);
    expect(new Set(hashes).size).toBe(10);
  });
});
