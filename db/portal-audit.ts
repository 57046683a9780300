import type { MerchantId } from '../domain/ids';
import type { Db, Trx } from './database';

/** What is kept of people of stores: who came in, who was kept out, who changed whose rights. */
export type PortalEvent =
  | 'signed_in'
  | 'sign_in_refused'
  | 'sign_in_locked'
  | 'signed_out'
  | 'password_changed'
  | 'invited'
  | 'invitation_withdrawn'
  | 'invitation_accepted'
  | 'deactivated'
  | 'activated'
  | 'stores_changed'
  | 'sessions_ended';

export interface PortalAuditLine {
  event: PortalEvent;
  /** null: nobody we know, as with a name that was guessed */
  merchantId: MerchantId | null;
  userId: string | null;
  /** who did it, where it is somebody else */
  actor?: string;
}

/** Adds one line, in the transaction of what it tells of. Ids only: names and addresses are personal. */
export async function auditPortal(db: Db | Trx, { event, merchantId, userId, actor }: PortalAuditLine): Promise<void> {
  await db
    .insertInto('portal_audit')
    .values({ event, merchant_id: merchantId, user_id: userId, actor: actor ?? userId })
    .execute();
}
