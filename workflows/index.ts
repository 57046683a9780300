export { lease } from './lease/lease';
export { servicing } from './lease/servicing';
export { bankFile } from './bank-file/bank-file';
export { collectionRun } from './collection-run/collection-run';
export { dailyRun } from './daily-run/daily-run';
export { fundingFile } from './funding-file/funding-file';
export { fundingRun } from './funding-run/funding-run';
export { webhookDelivery } from './webhook-delivery/webhook-delivery';
