import { findRequest } from '../../db/requests';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import type { ActivityDeps } from '../deps';
import type { ServicingRequest } from '.';

const UNKNOWN: ServicingAnswer = {
  outcome: 'refused',
  code: 'VALIDATION_FAILED',
  detail: 'no request is kept under this message',
};

/**
 * What was reported stands in SQL, kept before the Signal was sent. A Signal of an operator's hand has no request: it is
 * refused, because asked for for ever it would hold up whatever its lease is told later.
 */
export function ofKeptRequest(
  { db }: ActivityDeps,
  carryOut: (request: ServicingRequest) => Promise<ServicingAnswer>,
): (request: ServicingRequest) => Promise<ServicingAnswer> {
  return async (request) => ((await findRequest(db, request.messageId)) ? await carryOut(request) : UNKNOWN);
}
