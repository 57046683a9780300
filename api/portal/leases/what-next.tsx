import type { CalendarDate } from '../../../domain/calendar-date';
import { day } from '../../pages/formatting';
import type { Language } from '../../pages/language';
import { deskActions, type DeskAction } from './actions';
import { LEASE_PAGE_WORDS } from './lease-page/words';
import { nextStep } from './next-step';
import { nextStepText } from './next-step-words';
import { actionPath } from './paths';
import type { Situation } from './situation';

interface WhatNextProps {
  situation: Situation;
  language: Language;
  /** when the store's money comes, where that is known */
  payOn?: CalendarDate | null;
}

/** What to do with a lease now, and the ways to do it. */
export function WhatNext({ situation: { lease, desk }, language, payOn = null }: WhatNextProps) {
  const words = LEASE_PAGE_WORDS[language];
  const actions = deskActions(lease, desk);
  return (
    <section class="panel" aria-labelledby="what-next">
      <h2 id="what-next">{words.whatNext}</h2>
      <p>{nextStepText(nextStep(lease, desk), language, payOn && day(payOn, language))}</p>
      {actions.length === 0 ? null : (
        <div class="actions">
          {actions.map((action, index) => (
            <a key={action} class={buttonClass(action, index)} href={actionPath(lease.leaseId, action)}>
              {words.actions[action]}
            </a>
          ))}
        </div>
      )}
    </section>
  );
}

/** What a lease waits for stands out; what is only possible does not. */
const AWAITED: readonly DeskAction[] = ['enter_order', 'show_signing', 'deliver'];

function buttonClass(action: DeskAction, index: number): string {
  if (action === 'cancel') return 'button grave';
  return index === 0 && AWAITED.includes(action) ? 'button main' : 'button';
}
