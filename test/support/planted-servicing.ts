import { trace } from './books-servicing';
import { WORLD } from './books-world';
import { entry, pay, type Planted, update } from './planted-books';
import { filed } from './planted-runs';

const { funded, serviced, bought, returned } = WORLD;
const of = (lease: string): string => `'${lease}'`;
const fee = (changes: string): string => `UPDATE late_fees SET ${changes}`;

/** What can go wrong between us and customers after Funded, and what the books say of it: nothing more and nothing less. */
export const PLANTED_SERVICING: Planted[] = [
  // M8
  [
    'a payment that the balance does not know',
    [pay('paid_cents = 1', 'number = 5')],
    [
      `M8 lease ${funded}: owes 195100 by the ledger, open rent 195099, open fees 0`,
      `M13 lease ${funded} rent 5: paid 1, payments used for it 0`,
    ],
  ],
  [
    'a balance that no payment moved',
    entry('k20', 'card_clearing', 'customer_balance', of(funded)),
    [`M8 lease ${funded}: owes 194400 by the ledger, open rent 195100, open fees 0`],
  ],
  // M9
  [
    'a schedule cut again by another amount than the ledger',
    [pay('amount_cents = amount_cents - 1', 'number = 26', serviced)],
    [
      `M8 lease ${serviced}: owes 133195 by the ledger, open rent 133019, open fees 175`,
      `M9 lease ${serviced}: funded, to pay 143324; 26 payments of 5253 to 5253 and last 5245, together 143323`,
    ],
  ],
  [
    'a re-cut schedule that is not level',
    [
      pay('amount_cents = amount_cents + 1', 'number = 4', serviced),
      pay('amount_cents = amount_cents - 1', 'number = 5', serviced),
    ],
    [`M9 lease ${serviced}: funded, to pay 143324; 26 payments of 5252 to 5254 and last 5246, together 143324`],
  ],
  [
    'a lease that was opened with another total',
    [update(funded, 'total_to_own_cents = 200001')],
    [`M9 lease ${funded}: total to own 200001 with returns of 0, opened with 200000`],
  ],
  [
    'a total to own that grew with a return',
    [update(serviced, 'total_to_own_cents = 200001')],
    [`M9 lease ${serviced}: total to own 200001 with returns of 1, opened with 200000`],
  ],
  // M10
  [
    'a buyout at another price than was quoted',
    [`UPDATE purchase_quotes SET amount_cents = 94999`],
    [`M10 PAY-${bought}-buyout01: posted, quoted 94999, paid 95000 of 195100 owed`],
  ],
  [
    'a buyout without a quote',
    [`UPDATE purchase_quotes SET accepted_by = NULL`],
    [`M10 PAY-${bought}-buyout01: posted, quoted , paid 95000 of 195100 owed`],
  ],
  [
    'a debit after the goods were bought',
    entry('k21', 'bank_clearing', 'collections_in_transit', of(bought), 'DebitFiled'),
    [
      'M6 entry k21: filed 0, ledger 700',
      `M10 lease ${bought}: DebitFiled after its end`,
      'M16 bank_clearing: ledger -193796, files -194496',
    ],
  ],
  [
    'a card charged after the goods were bought',
    entry('k22', 'card_clearing', 'customer_balance', of(bought), 'CardPaymentTaken'),
    [
      `M8 lease ${bought}: owes -700 by the ledger, open rent 0, open fees 0`,
      `M10 lease ${bought}: CardPaymentTaken after its end`,
    ],
  ],
  [
    'a late fee after everything went back',
    entry('assess-late-fee:FEE-X', 'customer_balance', 'late_fee_income', of(returned), 'LateFeeAssessed'),
    [
      `M8 lease ${returned}: owes 700 by the ledger, open rent 0, open fees 0`,
      `M10 lease ${returned}: LateFeeAssessed after its end`,
      'M11 FEE-X: assessed 0, ledger 700',
    ],
  ],
  // M11
  [
    'a late fee above the cap of the state',
    [fee('amount_cents = 501')],
    [
      `M8 lease ${serviced}: owes 133195 by the ledger, open rent 133020, open fees 301`,
      `M11 FEE-${serviced}-2: 501 cents by TX, at most 375 by TX; 4 days late, from 4 on`,
      `M11 FEE-${serviced}-2: assessed 501, ledger 375`,
    ],
  ],
  [
    'a late fee above its share of the payment',
    [fee('amount_cents = 376')],
    [
      `M8 lease ${serviced}: owes 133195 by the ledger, open rent 133020, open fees 176`,
      `M11 FEE-${serviced}-2: 376 cents by TX, at most 375 by TX; 4 days late, from 4 on`,
      `M11 FEE-${serviced}-2: assessed 376, ledger 375`,
    ],
  ],
  [
    'a late fee within the grace',
    [fee(`days_late = 3, assessed_on = due_on + 3`)],
    [`M11 FEE-${serviced}-2: 375 cents by TX, at most 375 by TX; 3 days late, from 4 on`],
  ],
  [
    'a late fee that counts its days otherwise',
    [fee('days_late = 5')],
    [`M11 FEE-${serviced}-2: 375 cents by TX, at most 375 by TX; 5 days late, from 4 on`],
  ],
  [
    'a late fee by the law of another state',
    [fee(`state = 'CA'`)],
    [`M11 FEE-${serviced}-2: 375 cents by CA, at most 375 by TX; 4 days late, from 7 on`],
  ],
  [
    'a late fee where the law allows none',
    [fee(`state = 'FL'`), update(serviced, `delivery_state = 'FL'`)],
    [`M11 FEE-${serviced}-2: 375 cents by FL, at most  by FL; 4 days late, from  on`],
  ],
  [
    'a second late fee for one payment',
    [
      `ALTER TABLE late_fees DROP CONSTRAINT late_fees_lease_id_payment_number_key`,
      `INSERT INTO late_fees SELECT (jsonb_populate_record(f, '{"fee_id": "FEE-2", "paid_cents": 0}')).* FROM late_fees f`,
    ],
    [
      `M8 lease ${serviced}: owes 133195 by the ledger, open rent 133020, open fees 550`,
      'M11 FEE-2: assessed 375, ledger 0',
      `M11 lease ${serviced} payment 2: 2 fees`,
    ],
  ],
  // M12
  [
    'a bank return that restored too little',
    [filed('amount_cents = 7503', 2)],
    [
      'M6 CRUN-2027-01-02: debits 7504 and refunds 0, entries 7503 and 0',
      `M6 entry ${trace(2)}: filed 7503, ledger 7504`,
      `M12 entry ${trace(2)}: debit of 7503 is returned; settled 7504, SettledDebitReturned 7504`,
    ],
  ],
  [
    'a returned debit that nothing posted',
    [filed(`state = 'returned'`, 1)],
    [
      `M12 entry ${trace(1)}: debit of 7504 is returned; settled 7504, returned 0`,
      'M16 bank_clearing: ledger -194496, files -202000',
    ],
  ],
  [
    'a return in the ledger of a debit that did not come back',
    [filed(`state = 'settled'`, 3)],
    [
      `M12 entry ${trace(3)}: retry of 7504 is settled; settled 0, DebitReturned 7504`,
      'M16 bank_clearing: ledger -194496, files -186992',
    ],
  ],
  [
    'a settled credit in the ledger for no entry',
    entry(`settle-debit:${trace(77)}`, 'collections_in_transit', 'card_clearing', of(serviced), 'DebitSettled'),
    [`M12 settle-debit:${trace(77)}: DebitSettled of 700 for no entry`],
  ],
  [
    'a returned payment that still pays',
    [`UPDATE payments SET state = 'returned' WHERE payment_id = 'PAY-${serviced}-1'`],
    [`M12 PAY-${serviced}-1: returned, but 7504 of it still pays`],
  ],
  // M13
  [
    'a payment that was used for more than it was',
    [`UPDATE payments SET amount_cents = 2999 WHERE payment_id = 'PAY-${serviced}-k3b7q2xd'`],
    [`M13 PAY-${serviced}-k3b7q2xd: 3000 of 2999 is used`],
  ],
  [
    'a use of a payment that was changed afterwards',
    [`UPDATE payment_applications SET amount_cents = 2801 WHERE amount_cents = 2800`],
    [`M13 lease ${serviced} rent 3: paid 2800, payments used for it 2801`],
  ],
  [
    'a fee said to be paid by nothing',
    [fee('paid_cents = 201')],
    [
      `M8 lease ${serviced}: owes 133195 by the ledger, open rent 133020, open fees 174`,
      `M13 lease ${serviced} fee 2: paid 201, payments used for it 200`,
    ],
  ],
  // M14
  [
    'rent moved on a lease that is not Funded',
    entry('k23', 'rent_to_be_earned', 'rent_earned', of(WORLD.accepted), 'RentReduced'),
    [`M14 lease ${WORLD.accepted}: lease_accepted, but RentReduced was posted`],
  ],
  [
    'goods of ours with a customer who bought them',
    entry('k24', 'leased_merchandise', 'card_clearing', of(bought)),
    [`M14 lease ${bought}: owned_by_buyout, but leased_merchandise holds 700`],
  ],
  [
    'rent earned on a lease that goes on',
    entry('k25', 'card_clearing', 'rent_earned', of(funded), 'RentEarned'),
    [`M14 lease ${funded}: active, but RentEarned was posted`],
  ],
  // M16
  [
    'money that the bank does not have',
    entry('k26', 'bank_clearing', 'card_clearing'),
    ['M16 bank_clearing: ledger -193796, files -194496'],
  ],
  [
    'a credit that came back to the bank alone',
    [filed(`state = 'returned'`, 4)],
    [
      `M12 entry ${trace(4)}: refund of 2000 is returned; settled 0, returned 0`,
      'M16 bank_clearing: ledger -194496, files -192496',
    ],
  ],
];
