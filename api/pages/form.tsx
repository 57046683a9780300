import type { ComponentChildren } from 'preact';
import type { Language } from './language';

/** What is wrong with one field, in the words of who typed it. */
export interface FieldProblem {
  /** the field's `name`; absent: the form as a whole */
  field?: string;
  text: string;
}

const SUMMARY: Readonly<Record<Language, string>> = { en: 'Please check this', es: 'Revise lo siguiente' };

interface FormProps {
  action: string;
  csrfToken: string;
  language: Language;
  problems?: readonly FieldProblem[];
  /** a form that sends a file */
  isMultipart?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A form that posts. What was wrong with it stands above it and takes the focus, each problem a link to its field. */
export function Form({ action, csrfToken, language, problems = [], isMultipart, children, ...rest }: FormProps) {
  return (
    <>
      <ProblemSummary language={language} problems={problems} />
      <form method="post" action={action} class={rest.class} encType={isMultipart ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="csrf" value={csrfToken} />
        {children}
      </form>
    </>
  );
}

export function ProblemSummary({ language, problems }: { language: Language; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert" tabIndex={-1} data-focus aria-labelledby="problems-title">
      <h2 id="problems-title">{SUMMARY[language]}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field ?? ''}:${text}`}>{field === undefined ? text : <a href={`#field-${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** The problem of one field, said beside it. */
export function FieldError({ name, problems = [] }: { name: string; problems?: readonly FieldProblem[] | undefined }) {
  const problem = problems.find(({ field }) => field === name);
  if (!problem) return null;
  return (
    <p class="field-error" id={`error-${name}`}>
      {problem.text}
    </p>
  );
}

/** What a control says of itself to a screen reader: its hint, and what is wrong with it. */
export function describedBy(name: string, hasHint: boolean, problems: readonly FieldProblem[] = []) {
  const isWrong = problems.some(({ field }) => field === name);
  const ids = [...(hasHint ? [`hint-${name}`] : []), ...(isWrong ? [`error-${name}`] : [])];
  return {
    id: `field-${name}`,
    name,
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}
