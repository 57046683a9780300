import type { Response } from 'express';
import type { VNode } from 'preact';
import { leaseId } from '../../../domain/ids';
import type { Language } from '../../pages/language';
import { sendPage } from '../../pages/send-page';
import type { Asked } from './ask';
import { messagePath } from './paths';
import { type FieldNames, type Trouble, troubleOf } from './problems';

interface FormAnswer {
  language: Language;
  fieldNames: FieldNames;
  /** where one goes from a form that did what it was for */
  done: (body: unknown) => string;
  /** the form once more, with what was typed and what is wrong with it */
  again: (trouble: Trouble) => Promise<VNode>;
}

/** The end of every form: a page to go to, so that reloading it sends nothing again; or the form with its problems. */
export async function answerForm(res: Response, asked: Asked, { language, fieldNames, done, again }: FormAnswer) {
  const trouble = troubleOf(asked, fieldNames, language);
  if (trouble) return sendPage(res, await again(trouble), { status: trouble.status });
  if (asked.outcome === 'pending') return res.redirect(303, messagePath(leaseId(asked.leaseId), asked.messageId));
  if (asked.outcome === 'done') res.redirect(303, done(asked.body));
}
