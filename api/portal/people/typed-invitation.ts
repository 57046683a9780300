import type { Request } from 'express';
import type { FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';
import type { NewPerson } from '../accounts';
import { fieldsOf } from '../form-body';
import type { TypedInvitation } from './invite-form';
import { PEOPLE_WORDS } from './people-words';
import { storeId } from '../../../domain/ids';

/** No spaces, no control characters: a name that can be typed back without guessing. */
const USERNAME = /^[\p{L}\p{N}\p{P}\p{S}]{3,254}$/u;

export function typedInvitation(req: Request): TypedInvitation {
  const fields = fieldsOf(req);
  return { username: fields.text('username'), role: fields.text('role'), storeIds: fields.all('stores') };
}

/** The person somebody wants to invite, or what is wrong with what was typed. */
export function newPerson(
  { username, role, storeIds }: TypedInvitation,
  language: Language,
): { person: NewPerson } | { problems: FieldProblem[] } {
  const words = PEOPLE_WORDS[language];
  const problems: FieldProblem[] = [];
  if (!USERNAME.test(username)) problems.push({ field: 'username', text: words.usernameWrong });
  if (role !== 'manager' && role !== 'clerk') problems.push({ field: 'role', text: words.roleMissing });
  if (role === 'clerk' && storeIds.length === 0) problems.push({ field: 'stores', text: words.storesMissing });
  if (problems.length > 0) return { problems };
  const isManager = role === 'manager';
  return {
    person: { username, role: isManager ? 'manager' : 'clerk', storeIds: isManager ? null : storeIds.map(storeId) },
  };
}
