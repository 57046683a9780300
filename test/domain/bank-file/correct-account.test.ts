import type { BankAccount } from '../../../domain/applicant';
import { correctedAccount } from '../../../domain/bank-file/correct-account';
import { readCorrection } from '../../../domain/nacha/correction';

const ACCOUNT: BankAccount = { routingNumber: '111000025', accountNumber: '12345', accountType: 'checking' };

function corrected(changeCode: string, correctedData: string): BankAccount | undefined {
  const correction = readCorrection({
    ...{ kind: '98', changeCode, correctedData, traceNumber: '1', originalTraceNumber: '1' },
    originalReceivingBank: '11100002',
  });
  return correction && correctedAccount(ACCOUNT, correction);
}

describe('a corrected account', () => {
  it.each<[string, string, Partial<BankAccount>]>([
    ['C01', '99887766', { accountNumber: '99887766' }],
    ['C02', '091000019', { routingNumber: '091000019' }],
    ['C03', '091000019   99887766', { routingNumber: '091000019', accountNumber: '99887766' }],
    ['C05', '37', { accountType: 'savings' }],
    ['C06', '99887766         37', { accountNumber: '99887766', accountType: 'savings' }],
    [
      'C07',
      '09100001999887766         37',
      { routingNumber: '091000019', accountNumber: '99887766', accountType: 'savings' },
    ],
  ])('after %s "%s" is the old one with what was said', (code, data, change) => {
    expect(corrected(code, data)).toEqual({ ...ACCOUNT, ...change });
  });

  it('is none when nothing changes, or it is neither checking nor savings', () => {
    expect(corrected('C01', '12345')).toBeUndefined();
    expect(corrected('C05', '27')).toBeUndefined();
    expect(corrected('C05', '47')).toBeUndefined();
  });
});
