import { Field } from '../../pages/field';
import type { FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';
import { PASSWORD_WORDS } from './password-rules';

/** A new password, typed twice because it cannot be read. */
export function NewPasswordFields({ language, problems }: { language: Language; problems: readonly FieldProblem[] }) {
  const words = PASSWORD_WORDS[language];
  const rest = { type: 'password', autocomplete: 'new-password', problems, isRequired: true } as const;
  return (
    <>
      <Field name="next" label={words.next} hint={words.hint} {...rest} />
      <Field name="repeated" label={words.repeated} {...rest} />
    </>
  );
}
