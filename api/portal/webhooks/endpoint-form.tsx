import { ALL_EVENT_TYPES, EVENT_TYPES } from '../../../domain/webhooks/event-types';
import { Choices, Field } from '../../pages/field';
import { type FieldProblem, Form } from '../../pages/form';
import type { FormFields } from '../form-body';
import { OnceField } from '../once';
import type { Visit } from '../visit';
import { WEBHOOK_WORDS } from './webhook-words';

/** What was typed into the form, for showing it again. */
export interface TypedEndpoint {
  url: string;
  description: string;
  scope: 'all' | 'some';
  types: readonly string[];
}

export const NO_ENDPOINT: TypedEndpoint = { url: '', description: '', scope: 'all', types: [] };

export function typedEndpoint(fields: FormFields): TypedEndpoint {
  const scope = fields.text('scope') === 'some' ? 'some' : 'all';
  return { url: fields.text('url'), description: fields.text('description'), scope, types: fields.all('eventTypes') };
}

/** As a caller of the API would send it; judged by the operation's own schema. */
export const endpointBody = ({ url, description, scope, types }: TypedEndpoint) => ({
  url,
  eventTypes: scope === 'all' ? [ALL_EVENT_TYPES] : types,
  ...(description === '' ? {} : { description }),
});

interface EndpointFormProps {
  visit: Visit;
  typed: TypedEndpoint;
  problems: readonly FieldProblem[];
}

export function EndpointForm({ visit: { language, csrfToken }, typed, problems }: EndpointFormProps) {
  const words = WEBHOOK_WORDS[language];
  return (
    <Form action="/portal/webhooks" {...{ csrfToken, language, problems }}>
      <OnceField />
      <Field name="url" label={words.url} hint={words.urlHint} value={typed.url} problems={problems} isRequired />
      <Field
        name="description"
        label={words.description}
        value={typed.description}
        maxLength={200}
        problems={problems}
      />
      <Choices
        name="scope"
        legend={words.eventsLegend}
        kind="radio"
        chosen={[typed.scope]}
        options={[
          { value: 'all', text: words.all, hint: words.allHint },
          { value: 'some', text: words.some },
        ]}
      />
      <Choices
        name="eventTypes"
        legend={words.typesLegend}
        kind="checkbox"
        chosen={typed.types}
        problems={problems}
        options={EVENT_TYPES.map((type) => ({ value: type, text: type }))}
      />
      <button type="submit" class="main">
        {words.add}
      </button>
    </Form>
  );
}
