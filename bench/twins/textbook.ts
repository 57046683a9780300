import { proxyActivities, sleep } from '@temporalio/workflow';
import { overdueAt } from '../../domain/lease/deadline';
import { askEngine } from '../../workflows/lease/ask-engine';
import { openDesk, tell } from '../../workflows/lease/desk';
import { createSchedule, fundMerchant, takeInitialPayment } from '../../workflows/lease/errands';
import { listen } from '../../workflows/lease/listen';
import type { LeaseApplication } from '../../workflows/lease/messages';
import { allRecorded, keepRecords } from '../../workflows/lease/records';
import { silence } from '../../workflows/lease/waiting';
import type { PaymentActivities } from './payments';

const act = proxyActivities<PaymentActivities>({ startToCloseTimeout: '30 seconds' });

const PERIOD_MS = 14 * 86_400_000;

/**
 * The same lease up to Funded, told the straight way, and from there as textbooks would: one run that stays, and for
 * each payment a timer and an activity. So whatever it weighs more is the price of that way.
 */
export async function textbook(application: LeaseApplication): Promise<'owned'> {
  const desk = openDesk(application, undefined);
  listen(desk);
  void keepRecords(desk);

  await askEngine(desk);
  await silence(desk, desk.lease.approval?.expiresAt ?? null);
  await silence(desk, desk.lease.contract?.expiresAt ?? null);
  await takeInitialPayment(desk);
  tell(desk, { event: 'acceptancePassed' });
  await silence(desk, overdueAt(desk.lease));
  await fundMerchant(desk);
  await createSchedule(desk);
  tell(desk, { event: 'opened' });
  await allRecorded(desk);

  const { leaseId } = application.origin;
  const pricing = desk.lease.contract?.pricing;
  if (!pricing) throw new Error('a Funded lease has a price');
  for (let number = 1; number <= pricing.numberOfPayments; number += 1) {
    await sleep(PERIOD_MS);
    await act.collectPayment({ leaseId, number, amountCents: pricing.paymentCents });
  }
  return 'owned';
}
