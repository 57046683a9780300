import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { WEBHOOK_WORDS } from './webhook-words';

/** Answered to the form itself, not by a redirect: the secret is in no address, and is shown nowhere else. */
export function SecretPage({ visit, secret, note }: { visit: Visit; secret: string; note: string }) {
  const words = WEBHOOK_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.secretTitle} place="webhooks">
      <p>{note}</p>
      <div class="field">
        <label for="secret">{words.secret}</label>
        <input id="secret" type="text" value={secret} autocomplete="off" readOnly />
      </div>
      <p class="actions">
        <button type="button" data-copy="secret" hidden>
          {words.copy}
        </button>
        <a class="button" href="/portal/webhooks">
          {words.back}
        </a>
      </p>
    </PortalPage>
  );
}
