/** Debit accounts say what is ours or owed to us, credit accounts what we owe or have yet to earn. */
export type Side = 'debit' | 'credit';

/** One account: on which side it normally stands, and what opens and closes it. */
interface Account {
  normalSide: Side;
  opens: string;
  closes: string;
}

/**
 * The chart of accounts. SQL holds the same list (`ledger_accounts`); `docs/LEDGER.md` says how it grows.
 * An account is never renamed or removed: postings are for ever.
 */
export const CHART_OF_ACCOUNTS = {
  card_clearing: {
    normalSide: 'debit',
    opens: 'the card processor captured money for us',
    closes: 'the processor settles with our bank, or the card is refunded',
  },
  refundable_initial_payments: {
    normalSide: 'credit',
    opens: 'a customer signed and the initial payment was captured',
    closes: 'the order is cancelled and refunded, or the lease is Funded',
  },
  leased_merchandise: {
    normalSide: 'debit',
    opens: 'we bought the order from the merchant at Funded',
    closes: 'goods go back to the merchant, or become the customer’s',
  },
  merchant_payable: {
    normalSide: 'credit',
    opens: 'a lease is Funded',
    closes: 'the daily funding pays the merchant, net of returns, adjustments and fees',
  },
  customer_balance: {
    normalSide: 'debit',
    opens: 'a lease is Funded: what the customer pays in all to own the goods',
    closes: 'payments, and what is waived',
  },
  rent_to_be_earned: {
    normalSide: 'credit',
    opens: 'a lease is Funded: all rent of the term',
    closes: 'the lease ends: what was paid is earned, what will never be due is taken back',
  },
  bank_clearing: {
    normalSide: 'debit',
    opens: 'an ACH file of ours takes in debits, or the bank returns a credit',
    closes: 'an ACH file pays out credits, or the bank returns a debit',
  },
  collections_in_transit: {
    normalSide: 'credit',
    opens: 'a debit is in a file and has not settled yet',
    closes: 'the debit settles and becomes a payment, or comes back before it did',
  },
  customer_refunds_payable: {
    normalSide: 'credit',
    opens: 'a return, or a payment made twice, leaves the customer with money to get back',
    closes: 'the refund is in an ACH file or went back to the card',
  },
  late_fee_income: {
    normalSide: 'credit',
    opens: 'a late fee is assessed',
    closes: 'a late fee is waived',
  },
  rent_earned: {
    normalSide: 'credit',
    opens: 'a lease has ended: the rent that was paid on it',
    closes: 'never',
  },
  cost_of_leased_merchandise: {
    normalSide: 'debit',
    opens: 'a lease has ended with the goods at the customer: what we paid for them',
    closes: 'never',
  },
} as const satisfies Record<string, Account>;

export type AccountCode = keyof typeof CHART_OF_ACCOUNTS;
