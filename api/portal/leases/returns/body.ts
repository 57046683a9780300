import type { ReturnAction } from '../../../../domain/returns/requested-lines';
import type { Language } from '../../../pages/language';
import type { FormFields } from '../../form-body';
import type { DeskLine } from '../desk-port';
import { type FieldNames, namedAs } from '../problems';
import { filled, typedCents, typedCount, typedDate, typedText } from '../typed';
import { RETURN_WORDS } from './words';

export const quantityField = (lineNumber: number): string => `quantity.${lineNumber}`;
export const amountField = (lineNumber: number): string => `amount.${lineNumber}`;

/** Radio buttons: everything, or what is entered line by line. */
export const SCOPE = 'scope';

export interface ReturnForm {
  body: Record<string, unknown>;
  /** in the order of the body's lines */
  lineNumbers: readonly number[];
  /** nothing says what it is about: neither everything nor a line */
  lack: 'required' | 'no_lines' | undefined;
}

/** A form brought to the body of `submitLeaseReturn`. Only lines that were filled in are sent. */
export function returnForm(fields: FormFields, action: ReturnAction, lines: readonly DeskLine[]): ReturnForm {
  const scope = action === 'return' ? fields.text(SCOPE) : 'lines';
  const sent = scope === 'lines' ? lines.map((line) => returnLine(fields, line)).filter(isFilled) : undefined;
  const body = filled({
    authorizationCode: typedText(fields.text('authorizationCode')),
    actionType: action,
    returnedOn: typedDate(fields.text('returnedOn')),
    creditInvoiceNumber: typedText(fields.text('creditInvoiceNumber')),
    lines: sent,
  });
  return { body, lineNumbers: (sent ?? []).map(({ lineNumber }) => lineNumber), lack: lackOf(scope, sent) };
}

function lackOf(scope: string, sent: readonly unknown[] | undefined): ReturnForm['lack'] {
  if (sent) return sent.length === 0 ? 'no_lines' : undefined;
  return scope === 'all' ? undefined : 'required';
}

const isFilled = (line: object): boolean => Object.keys(line).length > 1;

function returnLine(fields: FormFields, { lineNumber }: DeskLine): { lineNumber: number } {
  const quantity = typedCount(fields.text(quantityField(lineNumber)));
  const amountCents = typedCents(fields.text(amountField(lineNumber)));
  return { lineNumber, ...filled({ quantity, amountCents }) };
}

/** A line of the body back to the fields it was typed in. */
export function returnFields(form: ReturnForm, action: ReturnAction, language: Language): FieldNames {
  const words = RETURN_WORDS[language];
  const { returnedOn, amount } = words.byAction[action];
  const plain = namedAs({ returnedOn, creditInvoiceNumber: words.creditInvoiceNumber });
  return (path) => {
    const [, index = '', value] = /^lines\.(\d+)\.(quantity|amountCents)$/.exec(path) ?? [];
    const lineNumber = form.lineNumbers[Number(index)];
    if (lineNumber === undefined || value === undefined)
      return path === SCOPE ? scopeField(action, words) : plain(path);
    if (value === 'quantity') return { name: quantityField(lineNumber), label: `${lineNumber}, ${words.quantity}` };
    return { name: amountField(lineNumber), label: `${lineNumber}, ${amount}` };
  };
}

function scopeField(action: ReturnAction, words: (typeof RETURN_WORDS)[Language]) {
  return action === 'return' ? { name: SCOPE, label: words.scope } : undefined;
}
