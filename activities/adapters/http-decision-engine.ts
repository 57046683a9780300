import { z } from 'zod';
import { cents, MAX_CENTS } from '../../domain/cents';
import { EngineUnavailable, type Decision, type DecisionEngine, type DecisionRequest } from '../ports';
import { CallFailed, postJson, type Service } from './json-call';

/** The customer waits at the counter for this answer; after it the lease is Pending and asks again by itself. */
export const DECISION_LIMIT_MS = 5_000;

/** Names its lease, so that a crossed answer can never decide another one. */
const decisionAnswer = (leaseId: string) =>
  z.strictObject({
    leaseId: z.literal(leaseId),
    outcome: z.enum(['approved', 'pre_approved', 'denied']),
    approvalLimitCents: z.int().min(0).max(MAX_CENTS).transform(cents),
  });

/**
 * The live decision engine, by the contract of `docs/INTEGRATIONS.md`.
 *
 * A refused request (4xx) is an `EngineUnavailable` too: an application is never lost to a defect of ours or theirs. It
 * stays Pending with the reason in sight, and is decided when one of the two has been mended.
 *
 * @param limitMs milliseconds for the whole call
 * @throws EngineUnavailable from `decide` when there is no valid answer within the limit
 */
export function httpDecisionEngine(service: Service, limitMs: number = DECISION_LIMIT_MS): DecisionEngine {
  return {
    async decide(request, idempotencyKey): Promise<Decision> {
      const { leaseId } = request;
      try {
        const { outcome, approvalLimitCents } = await postJson(service, {
          path: 'decisions',
          idempotencyKey,
          body: bodyOf(request),
          limitMs,
          answer: decisionAnswer(leaseId),
        });
        return { outcome, approvalLimitCents };
      } catch (error) {
        throw error instanceof CallFailed ? new EngineUnavailable(`decision engine: ${error.message}`) : error;
      }
    },
  };
}

/** Field by field, so that what leaves our house is what stands here, whatever else a caller's object carries. */
function bodyOf({ leaseId, merchantId, storeId, language, customer, income, bankAccount }: DecisionRequest): object {
  const { firstName, lastName, ssn, dateOfBirth, email, mobilePhone, address } = customer;
  const { line1, line2, city, state, postalCode } = address;
  const { monthlyIncomeCents, payFrequency, lastPaidOn, nextPaidOn } = income;
  const { routingNumber, accountNumber, accountType } = bankAccount;
  return {
    leaseId,
    merchantId,
    storeId,
    language,
    customer: {
      firstName,
      lastName,
      ssn,
      dateOfBirth,
      email,
      mobilePhone,
      address: { line1, line2, city, state, postalCode },
    },
    income: { monthlyIncomeCents, payFrequency, lastPaidOn, nextPaidOn },
    bankAccount: { routingNumber, accountNumber, accountType },
  };
}
