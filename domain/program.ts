import type { Cents } from './cents';

/** What a merchant agreed with the lessor; a lease keeps the terms of the day it was applied for. */
export interface ProgramTerms {
  /** total to own ÷ cash price, in basis points: 20000 = twice the cash price (domain.md 3.1) */
  totalToOwnBps: number;
  initialPaymentCents: Cents;
  minInvoiceCents: Cents;
  maxInvoiceCents: Cents;
  termMonths: number;
}

/** Whether the merchant's customers may catch up by a recovery plan, and in how many payments at most. */
export interface RecoveryPlanTerms {
  allowed: boolean;
  maxPayments: number;
}

/** All that a merchant's program says; the plans apply to its leases as they are on the day one asks. */
export interface MerchantProgram extends ProgramTerms {
  plans: RecoveryPlanTerms;
}

export const PAY_FREQUENCIES = ['weekly', 'biWeekly', 'semiMonthly', 'monthly'] as const;
export type PayFrequency = (typeof PAY_FREQUENCIES)[number];
