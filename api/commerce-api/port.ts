import type { CommerceNoteKind } from '../../db/schema-channels';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { LineLeft } from '../../domain/returns/lines-left';
import type { Caller } from '../ports';

/** The order of a lease, as the incumbent's callers ask about it. */
export interface Cart {
  /** the contract round: a replaced cart has another one */
  cartId: number;
  /** relative; null once the agreement is signed or the contract is gone */
  signingUrl: string | null;
  invoiceTotalCents: Cents;
  /** as it stands after returns and lower prices */
  left: LineLeft[];
}

/** What the compatible routes need beside the native reads and commands. @throws LeaseError LEASE_NOT_FOUND */
export interface CommerceReads {
  /** @throws LeaseError NOT_FOUND when there is no cart */
  cart(caller: Caller, leaseId: LeaseId): Promise<Cart>;
  /** the newest leave to return goods of this lease, spent or not; null when none was asked for */
  newestAuthorizationCode(caller: Caller, leaseId: LeaseId): Promise<string | null>;
  note(caller: Caller, leaseId: LeaseId, kind: CommerceNoteKind, body: object): Promise<void>;
}
