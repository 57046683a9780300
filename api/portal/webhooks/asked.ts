import type { Request } from 'express';
import { parsePath } from '../../http/parse';
import { DeliveryPath, EndpointPath } from '../../schemas/webhook';
import type { Change } from '../../webhooks/port';
import { fieldsOf } from '../form-body';
import { onceKey } from '../once';
import { queryText } from '../query-text';
import type { Visit } from '../visit';
import { WEBHOOK_DONE, type WebhookDone } from './webhook-words';

/** @throws LeaseError NOT_FOUND for what cannot be one */
export const endpointOf = (req: Request): string =>
  parsePath(EndpointPath, { endpointId: req.params['endpointId'] }).endpointId;

/** @throws LeaseError NOT_FOUND for what cannot be one */
export const deliveryOf = (req: Request): string => parsePath(DeliveryPath, req.params).deliveryId;

/** Who changes something, and under which key. @throws LeaseError VALIDATION_FAILED */
export const changeOf = ({ caller, requestId }: Visit, req: Request): Change => ({
  caller,
  requestId,
  idempotencyKey: onceKey(fieldsOf(req)),
});

export const doneOf = (req: Request): WebhookDone | undefined =>
  WEBHOOK_DONE.find((one) => one === queryText(req, 'done'));
