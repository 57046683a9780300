import { cents, type Cents } from '../../domain/cents';
import { EngineUnavailable, type DecisionEngine, type DecisionOutcome } from '../ports';
import type { SandboxStore } from './sandbox-store';

/** design.md 7: nobody is approved for more than $5,000.00 in the sandbox. */
export const SANDBOX_LIMIT_MAX_CENTS: Cents = cents(500_000);

/** An SSN that ends so meets an engine that is down until an operator switches it on. */
const DOWN_SUFFIX = '0000';

/**
 * Decides by magic SSNs (design.md 7): a pure function of the request, so a repeated key gets the same decision. The
 * limit is kept on a denial as well: it holds if support approves the lease later.
 *
 * @throws EngineUnavailable for an SSN ending 0000 while the switch is off; the switch moves no other SSN
 */
export function sandboxDecisionEngine(store: SandboxStore): DecisionEngine {
  return {
    async decide({ customer, income }) {
      if (customer.ssn.endsWith(DOWN_SUFFIX) && !(await store.isEngineAvailable())) {
        throw new EngineUnavailable('decision engine: switched off in the sandbox');
      }
      const approvalLimitCents = cents(Math.min(income.monthlyIncomeCents, SANDBOX_LIMIT_MAX_CENTS));
      return { outcome: outcomeOf(customer.ssn), approvalLimitCents };
    },
  };
}

function outcomeOf(ssn: string): DecisionOutcome {
  switch (ssn.charAt(0)) {
    case '6':
      return 'pre_approved';
    case '7':
      return 'denied';
    default:
      return 'approved';
  }
}
