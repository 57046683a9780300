import type { Language } from '../../pages/language';
import { Field } from '../../pages/field';
import { WORK_WORDS } from './work-words';

/** One box for numbers and names. A name stands in no address: the form is posted. */
export function SearchForm({
  language,
  csrfToken,
  text = '',
}: {
  language: Language;
  csrfToken: string;
  text?: string;
}) {
  const { label, hint, button } = WORK_WORDS[language].search;
  return (
    <form method="post" action="/portal/search" role="search" class="inline panel">
      <input type="hidden" name="csrf" value={csrfToken} />
      <Field name="text" label={label} hint={hint} type="search" value={text} maxLength={100} isRequired />
      <button type="submit" class="main">
        {button}
      </button>
    </form>
  );
}
