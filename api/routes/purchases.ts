import { LeaseError } from '../../domain/errors';
import { json, keyedOperation, type Operation } from '../operation';
import { LeasePath } from '../schemas/lease';
import { NoBody } from '../schemas/nothing';
import { PurchaseOption, PurchaseOptionQuery } from '../schemas/purchase-option';

const requestPurchaseOption = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/purchase-option',
  operationId: 'requestPurchaseOption',
  tag: 'Purchase',
  summary: 'What the customer pays today to own the goods at once, how it comes about, and until when it holds',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: ['ILLEGAL_TRANSITION'],
  pathSchema: LeasePath,
  querySchema: PurchaseOptionQuery,
  bodySchema: NoBody,
  answerSchema: PurchaseOption,
  async handle({ caller, path, query: { asOf } }, { money, sandbox }) {
    if (asOf !== undefined && sandbox === undefined) throw onlyInSandbox();
    return json(await money.purchases.quote(caller, path.leaseId, asOf));
  },
});

function onlyInSandbox(): LeaseError {
  const detail = 'a day can be named in the sandbox only';
  const errors = [{ pointer: '/asOf', code: 'unknown_field', detail }];
  return new LeaseError('VALIDATION_FAILED', detail, { errors });
}

export const purchaseOperations: readonly Operation[] = [requestPurchaseOption];
