import { Field } from '../../pages/field';
import { type FieldProblem, Form, ProblemSummary } from '../../pages/form';
import { Notice } from '../../pages/notice';
import type { DeliveryView, EndpointView } from '../../webhooks/port';
import type { Page } from '../../ports';
import { OnceField } from '../once';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { Deliveries } from './deliveries';
import { WEBHOOK_WORDS, type WebhookDone } from './webhook-words';
import { EndpointState, eventsText } from './webhooks-page';

interface EndpointPageProps {
  visit: Visit;
  endpoint: EndpointView;
  deliveries: Page<DeliveryView>;
  problems?: readonly FieldProblem[];
  done?: WebhookDone | undefined;
}

/** One address: how it does, what was sent there, and what can be done about it. */
export function EndpointPage({ visit, endpoint, deliveries, problems = [], done }: EndpointPageProps) {
  const { language } = visit;
  const words = WEBHOOK_WORDS[language];
  const path = `/portal/webhooks/${endpoint.endpointId}`;
  const isOn = endpoint.state === 'enabled';
  return (
    <PortalPage visit={visit} title={words.endpointTitle} place="webhooks">
      {done === undefined ? null : <Notice kind="good">{words.done[done]}</Notice>}
      <ProblemSummary language={language} problems={problems} />
      <dl class="facts panel">
        <dt>{words.columns.url}</dt>
        <dd>{endpoint.url}</dd>
        <dt>{words.columns.events}</dt>
        <dd>{eventsText(visit, endpoint.eventTypes)}</dd>
        <dt>{words.columns.state}</dt>
        <dd>
          <EndpointState visit={visit} endpoint={endpoint} />
        </dd>
      </dl>
      <h2>{words.deliveriesTitle}</h2>
      <Deliveries visit={visit} path={path} page={deliveries} />
      {isOn ? <ReplaySince visit={visit} path={path} problems={problems} /> : null}
      <Act visit={visit} action={`${path}/secret`} label={words.rotate} note={words.rotateNote} />
      {isOn ? (
        <Act visit={visit} action={`${path}/off`} label={words.switchOff} note={words.switchOffNote} />
      ) : (
        <Act visit={visit} action={`${path}/on`} label={words.switchOn} note={words.switchOnNote} />
      )}
      <Act visit={visit} action={`${path}/removal`} label={words.remove} note={words.removeNote} isGrave />
      <p>
        <a href="/portal/webhooks">{words.back}</a>
      </p>
    </PortalPage>
  );
}

interface PartProps {
  visit: Visit;
  path: string;
  problems: readonly FieldProblem[];
}

function ReplaySince({ visit: { language, csrfToken }, path, problems }: PartProps) {
  const words = WEBHOOK_WORDS[language];
  return (
    <section aria-labelledby="replay-title">
      <h2 id="replay-title">{words.replaySinceTitle}</h2>
      <p>{words.replaySinceNote}</p>
      <Form action={`${path}/replay`} csrfToken={csrfToken} language={language} class="inline">
        <OnceField />
        <Field name="from" label={words.from} type="date" problems={problems} isRequired />
        <button type="submit">{words.replaySince}</button>
      </Form>
    </section>
  );
}

interface ActProps {
  visit: Visit;
  action: string;
  label: string;
  note: string;
  isGrave?: boolean;
}

function Act({ visit: { language, csrfToken }, action, label, note, isGrave = false }: ActProps) {
  return (
    <Form action={action} csrfToken={csrfToken} language={language} class="panel">
      <OnceField />
      <p>{note}</p>
      <button type="submit" class={isGrave ? 'grave' : undefined}>
        {label}
      </button>
    </Form>
  );
}
