import type { LeasePricing } from '../../../../domain/pricing';
import { Form } from '../../../pages/form';
import { money } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import type { Visit } from '../../visit';
import { ActionPage } from '../action-page';
import { Facts } from '../facts';
import { OrderList } from '../order-list';
import { actionPath } from '../paths';
import type { Situation } from '../situation';
import { SIGNING_WORDS } from './words';

export interface SigningPageProps {
  visit: Visit;
  situation: Situation;
  pricing: LeasePricing | null;
  /** whole, to be sent; null where there is nothing to sign */
  signingUrl: string | null;
}

/** What the lease costs, and the customer's link: copied, or opened on this device. */
export function SigningPage({ visit, situation, pricing, signingUrl }: SigningPageProps) {
  const { language } = visit;
  const words = SIGNING_WORDS[language];
  return (
    <ActionPage {...{ visit, situation }} action="show_signing" title={words.title} problems={[]}>
      <OrderList lines={situation.desk.lines} language={language} />
      {pricing === null ? null : <Price pricing={pricing} language={language} />}
      {signingUrl === null ? <p>{words.noLink}</p> : <Link {...{ visit, situation, signingUrl }} />}
    </ActionPage>
  );
}

function Price({ pricing, language }: { pricing: LeasePricing; language: Language }) {
  const words = SIGNING_WORDS[language];
  const { numberOfPayments, paymentCents, lastPaymentCents, payFrequency, totalToOwnCents } = pricing;
  const payments = words.paymentsText({
    count: numberOfPayments,
    amount: money(paymentCents),
    last: money(lastPaymentCents),
    every: words.everyPeriod[payFrequency],
    total: money(totalToOwnCents),
  });
  return (
    <section class="panel" aria-labelledby="price">
      <h2 id="price">{words.price}</h2>
      <Facts
        facts={[
          [words.cashPrice, money(pricing.cashPriceCents)],
          [words.costOfLease, money(pricing.costOfLeaseCents)],
          [words.totalToOwn, money(totalToOwnCents)],
          [words.initialPayment, money(pricing.initialPaymentCents)],
          [words.payments, payments],
          [words.ninetyDay, money(pricing.ninetyDayBuyoutCents)],
        ]}
      />
    </section>
  );
}

function Link({
  visit,
  situation,
  signingUrl,
}: Pick<SigningPageProps, 'visit' | 'situation'> & { signingUrl: string }) {
  const { language, csrfToken } = visit;
  const words = SIGNING_WORDS[language];
  return (
    <section class="panel" aria-labelledby="link">
      <h2 id="link">{words.link}</h2>
      <p>{words.linkExplanation}</p>
      <div class="field">
        <label for="signing-url">{words.linkLabel}</label>
        <input id="signing-url" type="text" readOnly value={signingUrl} />
      </div>
      <button type="button" data-copy="signing-url" hidden>
        {words.copy}
      </button>
      <Form action={actionPath(situation.lease.leaseId, 'show_signing')} {...{ csrfToken, language }}>
        <p class="hint">{words.handOverHint}</p>
        <button type="submit" class="main">
          {words.handOver}
        </button>
      </Form>
    </section>
  );
}
