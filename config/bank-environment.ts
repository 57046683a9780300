import { z } from 'zod';

/** What stands in our files word for word: upper-case printable ASCII without space at either end. */
const achText = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[!-`{-~](?:[ -`{-~]*[!-`{-~])?$/, { error: 'must be upper-case ASCII' });

/** The ninth digit is the check digit of the others: weights 3 7 1, a sum that ten divides. */
const routingNumber = z
  .string()
  .regex(/^\d{9}$/, { error: 'must be nine digits' })
  .refine(
    (digits) => Array.from(digits, (digit, at) => Number(digit) * ([3, 7, 1][at % 3] ?? 0)).reduce(sum) % 10 === 0,
    {
      error: 'has a wrong check digit',
    },
  );

const sum = (one: number, other: number): number => one + other;

const folder = z.string().regex(/^\/?[\w.-]+(?:\/[\w.-]+)*\/?$|^\/$/, { error: 'must be a folder' });

/** The bank that originates for us, and who we are to it. Required in live mode, unused in the sandbox. */
export const BANK_ENVIRONMENT = {
  BANK_SFTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .optional(),
  BANK_SFTP_PORT: z.coerce.number().int().min(1).max(65535).default(22),
  BANK_SFTP_USERNAME: z.string().optional(),
  BANK_SFTP_IDENTITY_FILE: z.string().optional(),
  BANK_SFTP_HOST_KEY_SHA256: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, { error: 'must be as `ssh-keygen -lf` prints it: SHA256: and 43 characters' })
    .optional(),
  BANK_SFTP_OUTBOUND_FOLDER: folder.optional(),
  BANK_SFTP_INBOUND_FOLDER: folder.optional(),
  ACH_ORIGINATOR_BANK_NAME: achText(23).optional(),
  ACH_ORIGINATOR_BANK_ROUTING_NUMBER: routingNumber.optional(),
  // It is the destination of what the bank sends back, which must be nine or ten digits.
  ACH_ORIGINATOR_IMMEDIATE_ORIGIN: z
    .string()
    .regex(/^\d{9,10}$/, { error: 'must be nine or ten digits' })
    .optional(),
  ACH_ORIGINATOR_FILE_NAME: achText(23).optional(),
  ACH_ORIGINATOR_COMPANY_NAME: achText(16).optional(),
  ACH_ORIGINATOR_COMPANY_IDENTIFICATION: z
    .string()
    .regex(/^[A-Z0-9]{10}$/, { error: 'must be ten digits or capitals' })
    .optional(),
  FUNDING_RELEASE_LIMIT_CENTS: z.coerce.number().int().min(0).max(999_999_999_999).optional(),
};

type BankEnvironment = z.infer<z.ZodObject<typeof BANK_ENVIRONMENT>>;

/** Without these live mode would have nobody to pay through. */
export const BANK_LIVE_ONLY = [
  'BANK_SFTP_HOST',
  'BANK_SFTP_USERNAME',
  'BANK_SFTP_IDENTITY_FILE',
  'BANK_SFTP_HOST_KEY_SHA256',
  'BANK_SFTP_OUTBOUND_FOLDER',
  'BANK_SFTP_INBOUND_FOLDER',
  'ACH_ORIGINATOR_BANK_NAME',
  'ACH_ORIGINATOR_BANK_ROUTING_NUMBER',
  'ACH_ORIGINATOR_IMMEDIATE_ORIGIN',
  'ACH_ORIGINATOR_FILE_NAME',
  'ACH_ORIGINATOR_COMPANY_NAME',
  'ACH_ORIGINATOR_COMPANY_IDENTIFICATION',
] as const satisfies readonly (keyof BankEnvironment)[];

/** The bank's SFTP server and how we are let in. */
export interface BankServer {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly privateKeyFile: string;
  readonly hostKeySha256: string;
  readonly outboundFolder: string;
  readonly inboundFolder: string;
}

/** What every file says of its sender. */
export interface OriginatorSettings {
  readonly bankName: string;
  readonly bankRoutingNumber: string;
  readonly immediateOrigin: string;
  readonly fileName: string;
  readonly companyName: string;
  readonly companyIdentification: string;
}

/** Undefined where a part is missing; live mode has been refused before. */
export function bankServerFrom(env: BankEnvironment): BankServer | undefined {
  const given = {
    host: env.BANK_SFTP_HOST,
    username: env.BANK_SFTP_USERNAME,
    privateKeyFile: env.BANK_SFTP_IDENTITY_FILE,
    hostKeySha256: env.BANK_SFTP_HOST_KEY_SHA256,
    outboundFolder: env.BANK_SFTP_OUTBOUND_FOLDER,
    inboundFolder: env.BANK_SFTP_INBOUND_FOLDER,
  };
  return isWhole(given) ? { ...given, port: env.BANK_SFTP_PORT } : undefined;
}

/** Likewise. */
export function originatorFrom(env: BankEnvironment): OriginatorSettings | undefined {
  const given = {
    bankName: env.ACH_ORIGINATOR_BANK_NAME,
    bankRoutingNumber: env.ACH_ORIGINATOR_BANK_ROUTING_NUMBER,
    immediateOrigin: env.ACH_ORIGINATOR_IMMEDIATE_ORIGIN,
    fileName: env.ACH_ORIGINATOR_FILE_NAME,
    companyName: env.ACH_ORIGINATOR_COMPANY_NAME,
    companyIdentification: env.ACH_ORIGINATOR_COMPANY_IDENTIFICATION,
  };
  return isWhole(given) ? given : undefined;
}

function isWhole<Name extends string>(given: Record<Name, string | undefined>): given is Record<Name, string> {
  return Object.values(given).every((value) => value !== undefined);
}
