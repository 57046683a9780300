import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId, MessageId } from '../domain/ids';
import type { DeliveredLine } from '../domain/lease/reports';
import type { DocumentTables } from './schema-documents';
import type { FundingFileTables } from './schema-funding-files';
import type { PortalTables } from './schema-portal';
import type { SftpTables } from './schema-sftp';
import type { WebhookTables } from './schema-webhooks';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string, string>;

export interface EventsTable {
  event_id: string;
  /** order of recording */
  position: Generated<number>;
  merchant_id: MerchantId;
  lease_id: LeaseId | null;
  /** of the lease's timeline; null for what is no line of it */
  sequence: number | null;
  type: string;
  at: Instant;
  data: Json<Record<string, unknown>>;
  recorded_at: Generated<Instant>;
  claimed_until: Instant | null;
  relayed_at: Instant | null;
  /** how often one of those who listen failed on it */
  relay_failure_count: Generated<number>;
}

export interface ShipmentsTable {
  shipment_id: string;
  lease_id: LeaseId;
  /** of the contract whose order it is part of */
  round: number;
  message_id: MessageId;
  lines: Json<DeliveredLine[]>;
  carrier: string | null;
  tracking_number: string | null;
  shipped_on: CalendarDate | null;
  delivered_on: CalendarDate | null;
  reported_at: Instant;
}

export type CommerceNoteKind = 'disclosure' | 'marketing_consent' | 'order_confirmation';

export interface CommerceNotesTable {
  note_id: string;
  lease_id: LeaseId;
  kind: CommerceNoteKind;
  /** as received, sealed */
  body: Buffer;
  noted_by: string;
  noted_at: Generated<Instant>;
}

/** How retailers and their stores report, and how they are told. */
export interface ChannelTables extends FundingFileTables, WebhookTables, PortalTables, DocumentTables, SftpTables {
  events: EventsTable;
  shipments: ShipmentsTable;
  commerce_notes: CommerceNotesTable;
}
