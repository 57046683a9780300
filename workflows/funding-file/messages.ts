export interface KeptFundingFile {
  fileId: string;
}

/** One per file, whoever brought it. */
export const fundingFileWorkflowId = (fileId: string): string => `funding-file:${fileId}`;
