import { admit, type AdmissionPolicy, type Admitted, resolveByName } from './admission';
import { webhookPost, type WebhookPost } from './post';

export interface Webhooks {
  /** whether a URL may be registered, and later called; in words why not */
  admitUrl: (url: string) => Promise<Admitted | string>;
  postWebhook: WebhookPost;
}

/** Live: https and public addresses. In the sandbox, which is one machine, programs on it too. */
export function webhooksOf(mode: 'sandbox' | 'live'): Webhooks {
  const policy: AdmissionPolicy = { allowsLoopback: mode === 'sandbox', resolve: resolveByName };
  return { admitUrl: (url) => admit(url, policy), postWebhook: webhookPost(policy) };
}
