import { Choices, Field } from '../../pages/field';
import { type FieldProblem, Form } from '../../pages/form';
import { FRAME_WORDS } from '../frame-words';
import type { Visit } from '../visit';
import { PEOPLE_WORDS } from './people-words';

/** What was typed into the form, for showing it again. */
export interface TypedInvitation {
  username: string;
  role: string;
  storeIds: readonly string[];
}

export const NOTHING_TYPED: TypedInvitation = { username: '', role: 'clerk', storeIds: [] };

interface InviteFormProps {
  visit: Visit;
  typed: TypedInvitation;
  problems: readonly FieldProblem[];
}

export function InviteForm({ visit: { language, csrfToken, stores }, typed, problems }: InviteFormProps) {
  const words = PEOPLE_WORDS[language];
  const { roles } = FRAME_WORDS[language];
  return (
    <Form action="/portal/people" {...{ csrfToken, language, problems }}>
      <Field
        name="username"
        label={words.username}
        hint={words.usernameHint}
        value={typed.username}
        maxLength={254}
        problems={problems}
        isRequired
      />
      <Choices
        name="role"
        legend={words.roleLegend}
        kind="radio"
        problems={problems}
        chosen={[typed.role]}
        options={[
          { value: 'clerk', text: roles.clerk, hint: words.clerkHint },
          { value: 'manager', text: roles.manager, hint: words.managerHint },
        ]}
        isRequired
      />
      <Choices
        name="stores"
        legend={words.storesLegend}
        hint={words.storesHint}
        kind="checkbox"
        problems={problems}
        chosen={typed.storeIds}
        options={stores.map(({ storeId, name }) => ({ value: storeId, text: name }))}
      />
      <button type="submit" class="main">
        {words.invite}
      </button>
    </Form>
  );
}
