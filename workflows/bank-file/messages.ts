export interface KeptBankFile {
  fileId: string;
}

/** One per file, whoever brought it. */
export const bankFileWorkflowId = (fileId: string): string => `bank-file:${fileId}`;
