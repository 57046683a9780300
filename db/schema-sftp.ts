import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';

export interface SftpPartnersTable {
  username: string;
  merchant_id: MerchantId;
  /** as `authorized_keys` holds them */
  public_keys: string[];
  /** armored; set: what is laid out for them is encrypted to it */
  pgp_public_key: string | null;
  is_active: Generated<boolean>;
  created_at: Generated<Instant>;
}

export interface SftpFundingReportsTable {
  run_id: string;
  merchant_id: MerchantId;
  laid_out_at: Generated<Instant>;
}

/** Who brings and fetches files over SFTP. */
export interface SftpTables {
  sftp_partners: SftpPartnersTable;
  sftp_funding_reports: SftpFundingReportsTable;
}
