import { join } from 'node:path';
import { z } from 'zod';

/** The intake of files over SFTP. Nothing here is required: no partner can come in who has no account. */
export const SFTP_ENVIRONMENT = {
  SFTP_PORT: z.coerce.number().int().min(0).max(65535).default(2222),
  SFTP_FOLDER: z.string().default('/var/lib/ownward/sftp'),
  SFTP_HOST_KEY_FILE: z.string().optional(),
  SFTP_INTAKE: z.enum(['server', 'folder']).default('server'),
  SFTP_SETTLE_SECONDS: z.coerce.number().int().min(0).max(3_600).optional(),
  SFTP_RETENTION_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  SFTP_PGP_IDENTITY_FILE: z.string().optional(),
  SFTP_PGP_PASSPHRASE: z.string().optional(),
};

type SftpEnvironment = z.infer<z.ZodObject<typeof SFTP_ENVIRONMENT>>;

/** How files come in and go out. */
export interface SftpSettings {
  readonly port: number;
  /** one folder a merchant in it */
  readonly folder: string;
  /** made at the first start where it is missing */
  readonly hostKeyFile: string;
  /** `server`: we are the SFTP server; `folder`: somebody else's sshd writes to the folders, and we look into them */
  readonly intake: 'server' | 'folder';
  /** how long a file stands unchanged before it is taken */
  readonly settleMs: number;
  readonly retentionDays: number;
  /** our OpenPGP key; undefined or empty: nothing is opened or encrypted */
  readonly pgpIdentityFile: string | undefined;
  readonly pgpPassphrase: string | undefined;
}

/** Our own uploads are whole at once and wait for a companion only; a strange sshd shows a file while it grows. */
const SETTLE_SECONDS = { server: 2, folder: 10 } as const;

export function sftpFrom(env: SftpEnvironment): SftpSettings {
  return {
    port: env.SFTP_PORT,
    folder: env.SFTP_FOLDER,
    hostKeyFile: env.SFTP_HOST_KEY_FILE ?? join(env.SFTP_FOLDER, 'host-key'),
    intake: env.SFTP_INTAKE,
    settleMs: (env.SFTP_SETTLE_SECONDS ?? SETTLE_SECONDS[env.SFTP_INTAKE]) * 1_000,
    retentionDays: env.SFTP_RETENTION_DAYS,
    pgpIdentityFile: env.SFTP_PGP_IDENTITY_FILE,
    pgpPassphrase: env.SFTP_PGP_PASSPHRASE,
  };
}
