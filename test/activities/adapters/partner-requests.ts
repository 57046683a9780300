import { cents } from '../../../domain/cents';
import { leaseId } from '../../../domain/ids';
import type { CardProcessor, DecisionRequest } from '../../../activities/ports';

/** An application with an SSN to choose; everything personal in it is invented. */
export function aDecisionRequest({ ssn = '512345678', monthlyIncomeCents = 420_000 } = {}): DecisionRequest {
  return {
    leaseId: leaseId('1002003001'),
    merchantId: 'M-1001',
    storeId: 'S-2001',
    language: 'en',
    customer: {
      firstName: 'Ana',
      lastName: 'Example',
      ssn,
      dateOfBirth: '1990-02-28',
      email: 'ana@example.com',
      mobilePhone: '+15125550100',
      address: { line1: '1 Main St', line2: 'Apt 2', city: 'Austin', state: 'TX', postalCode: '78701' },
    },
    income: {
      monthlyIncomeCents: cents(monthlyIncomeCents),
      payFrequency: 'biWeekly',
      lastPaidOn: '2026-01-02',
      nextPaidOn: '2026-01-16',
    },
    bankAccount: { routingNumber: '111000025', accountNumber: '000123456', accountType: 'checking' },
  };
}

export function aCapture({ cardToken = 'tok_4f9a', idempotencyKey = 'capture:1002003001:1' } = {}): Parameters<
  CardProcessor['capture']
>[0] {
  return { idempotencyKey, leaseId: leaseId('1002003001'), cardToken, amountCents: cents(4_900) };
}

export function aRefund({ idempotencyKey = 'refund:1002003001:1' } = {}): Parameters<CardProcessor['refund']>[0] {
  return { idempotencyKey, leaseId: leaseId('1002003001'), captureReference: 'cap_81f2', amountCents: cents(4_900) };
}
