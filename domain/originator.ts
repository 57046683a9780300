/** Who we are to the bank: what every NACHA file says of its sender (domain.md 5.1). Assigned by the bank, per lessor. */
export interface Originator {
  /** name of the bank that originates for us, and its nine-digit routing number */
  bankName: string;
  bankRoutingNumber: string;
  /** up to ten characters that the bank assigned */
  immediateOrigin: string;
  /** 23 characters in the file header, 16 in a batch header */
  fileName: string;
  companyName: string;
  /** `1` and the EIN, `3` and the DUNS number, or `9` and an assigned one */
  companyIdentification: string;
}

/** The sandbox's: a public test routing number, invented company. */
export const SANDBOX_ORIGINATOR: Originator = {
  bankName: 'ODFI EXAMPLE BANK',
  bankRoutingNumber: '121042882',
  immediateOrigin: '1987654321',
  fileName: 'OWNWARD LEASING',
  companyName: 'OWNWARD',
  companyIdentification: '1987654321',
};

/** A run above this is sent only when a second person has released it (api.md "accounts"): $1,000,000.00. */
export const RELEASE_LIMIT_CENTS = 100_000_000;
