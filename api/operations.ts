import { commerceOperations } from './commerce-api/operations';
import type { EdgeClock, Operation } from './operation';
import { applicationOperations } from './routes/applications';
import { contractOperations } from './routes/contracts';
import { deliveryOperations } from './routes/deliveries';
import { documentOperations } from './routes/documents';
import { fundingFileOperations } from './routes/funding-files';
import { fundingOperations } from './routes/fundings';
import { healthOperations } from './routes/health';
import { invoiceOperations } from './routes/invoices';
import { leaseReportOperations } from './routes/lease-reports';
import { leaseOperations } from './routes/leases';
import { operationsDeskOperations } from './routes/operations-desk';
import { paymentOperations } from './routes/payments';
import { purchaseOperations } from './routes/purchases';
import { returnOperations } from './routes/returns';
import { sandboxOperations } from './routes/sandbox';
import { shipmentOperations } from './routes/shipments';
import { signingOperations } from './routes/signing';
import { supportOperations } from './routes/support';
import { webhookOperations } from './routes/webhooks';

/** The table of contents: Express routes, the OpenAPI document and the access tests are all made from it. */
export const allOperations = (clock: EdgeClock): readonly Operation[] => [
  ...leaseOperations,
  ...applicationOperations(clock),
  ...invoiceOperations,
  ...contractOperations,
  ...deliveryOperations,
  ...shipmentOperations,
  ...signingOperations,
  ...leaseReportOperations,
  ...returnOperations,
  ...purchaseOperations,
  ...paymentOperations,
  ...documentOperations,
  ...fundingOperations,
  ...fundingFileOperations,
  ...operationsDeskOperations,
  ...webhookOperations,
  ...supportOperations,
  ...commerceOperations(clock),
  ...sandboxOperations,
  ...healthOperations,
];
