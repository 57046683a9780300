export type Role = 'bestsofa' | 'bestsofaReadOnly' | 'acme' | 'support' | 'operations' | 'care' | 'nobody';
type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** operationId, verb, path, a well-formed body, who may use it */
export type OperationRow = [string, Verb, string, unknown, Role[]];

export const LEASE_READERS: Role[] = ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'];

/** The incumbent names the lease in the query or the body: `LEASE` stands for it. */
const COMMERCE = '/api/v1/application';
const OF_LEASE = { applicationId: 'LEASE' };
const ITEM = { lineNumber: 1, sku: 'A', description: 'Sofa', priceEach: 300, quantity: 1, lineTotal: 300 };
const CART = { ...OF_LEASE, merchantTransactionId: 'PO-1', cartTotal: 300, items: [ITEM] };

export const COMMERCE_OPERATIONS: OperationRow[] = [
  ['commerceSubmitApplication', 'POST', COMMERCE, {}, ['bestsofa', 'acme']],
  ['commerceLookup', 'POST', `${COMMERCE}/lookup`, {}, [...LEASE_READERS, 'acme']],
  ['commerceRequestStatus', 'GET', `${COMMERCE}/status?applicationId=LEASE`, undefined, LEASE_READERS],
  ['commerceRequestPricing', 'GET', `${COMMERCE}/cart/pricing?applicationId=LEASE`, undefined, LEASE_READERS],
  ['commerceSubmitCart', 'POST', `${COMMERCE}/cart`, CART, ['bestsofa']],
  ['commerceRequestContract', 'GET', `${COMMERCE}/contract?applicationId=LEASE`, undefined, ['bestsofa']],
  ['commerceCancelContract', 'DELETE', `${COMMERCE}/contract?applicationId=LEASE`, undefined, ['bestsofa']],
  [
    'commerceConfirmDelivery',
    'POST',
    `${COMMERCE}/cart/delivery`,
    { ...OF_LEASE, deliveryDate: '01-01-2027' },
    ['bestsofa'],
  ],
  [
    'commerceRequestReturnAvailability',
    'POST',
    `${COMMERCE}/return/availability?applicationId=LEASE`,
    undefined,
    ['bestsofa'],
  ],
  ['commerceSubmitReturn', 'POST', `${COMMERCE}/return`, { ...OF_LEASE, dateOfReturn: '2026-11-24' }, ['bestsofa']],
  [
    'commerceAcknowledgeDisclosures',
    'POST',
    `${COMMERCE}/disclosure`,
    { ...OF_LEASE, disclosureCodes: ['E'] },
    ['bestsofa'],
  ],
  [
    'commerceMarketingConsent',
    'POST',
    `${COMMERCE}/marketing-consent`,
    { ...OF_LEASE, marketingConsent: true },
    ['bestsofa'],
  ],
  ['commerceConfirmOrder', 'POST', `${COMMERCE}/cart/orderconfirmation`, { ...OF_LEASE, cartId: 1 }, ['bestsofa']],
];
