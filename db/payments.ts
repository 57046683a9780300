// For developer G, who owns this file: E calls the function below (activities/answers.ts) with the message that brought
// the payment, also when it answers a cancellation; fill or replace it.
import type { MessageId } from '../domain/ids';
import type { Trx } from './database';

export async function paymentAnswer(_trx: Trx, _messageId: MessageId): Promise<object> {
  throw new Error('not built yet');
}
