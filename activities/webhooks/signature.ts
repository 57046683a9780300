import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret as the retailer is shown it, once. */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/** What is signed, and by when a receiver shall have got it. */
export interface SignedMessage {
  id: string;
  /** seconds since 1970, of this attempt */
  timestamp: number;
  body: string;
}

/**
 * The headers of Standard Webhooks (standardwebhooks.com): one signature for each secret that is live, so that a receiver
 * who knows either is content.
 *
 * @param secrets `whsec_…`, the newest first
 */
export function signedHeaders({ id, timestamp, body }: SignedMessage, secrets: readonly string[]) {
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
