/** A bytea column that `Cipher.seal` writes. `idColumns` are the row's key, in the order given to `rowId`. */
export interface SealedColumn {
  table: string;
  column: string;
  idColumns: readonly [string, ...string[]];
}

/**
 * Every sealed column there is: what `npm run keys:rotate` walks. A column missing here would be lost with the old
 * key, so a new one is added in the same change as its migration.
 */
export const SEALED_COLUMNS = [
  { table: 'applicants', column: 'details', idColumns: ['lease_id'] },
  { table: 'requests', column: 'body', idColumns: ['message_id'] },
  { table: 'verdicts', column: 'answer', idColumns: ['message_id'] },
  { table: 'agreements', column: 'content', idColumns: ['lease_id', 'round'] },
  { table: 'signatures', column: 'evidence', idColumns: ['lease_id', 'round'] },
  { table: 'bank_accounts', column: 'details', idColumns: ['account_id'] },
  { table: 'ach_files', column: 'content', idColumns: ['run_id'] },
  { table: 'bank_files', column: 'content', idColumns: ['file_id'] },
  { table: 'credit_invoices', column: 'content', idColumns: ['return_id'] },
  { table: 'funding_files', column: 'header', idColumns: ['file_id'] },
  { table: 'funding_file_chunks', column: 'content', idColumns: ['file_id', 'kind', 'position'] },
  { table: 'funding_file_rows', column: 'cells', idColumns: ['file_id', 'row_number'] },
  { table: 'webhook_endpoints', column: 'secret', idColumns: ['endpoint_id'] },
  { table: 'webhook_endpoints', column: 'previous_secret', idColumns: ['endpoint_id'] },
  { table: 'kept_answers', column: 'answer', idColumns: ['message_id'] },
  { table: 'commerce_notes', column: 'body', idColumns: ['note_id'] },
  { table: 'documents', column: 'content', idColumns: ['document_id'] },
  { table: 'portal_users', column: 'username', idColumns: ['user_id'] },
  { table: 'portal_invitations', column: 'username', idColumns: ['invitation_id'] },
  { table: 'sandbox_bank_files', column: 'content', idColumns: ['name'] },
] as const satisfies readonly SealedColumn[];
