import type { LeaseView } from '../../../../domain/lease-view';
import type { Language } from '../../../pages/language';
import { LEASE_PAGE_WORDS } from './words';

/** The one thing that must not be overlooked: in words and in colour, first on the page. */
export function OkToDeliver({ lease, language }: { lease: LeaseView; language: Language }) {
  const words = LEASE_PAGE_WORDS[language];
  if (lease.deliveredOn) return <Verdict kind="good" text={words.isDelivered} />;
  if (lease.isOkToDeliver) return <Verdict kind="good" text={words.okToDeliver} />;
  return <Verdict kind="bad" text={words.notOkToDeliver} />;
}

function Verdict({ kind, text }: { kind: 'good' | 'bad'; text: string }) {
  return (
    <div class={`notice notice-${kind}`}>
      <p>
        <strong>{text}</strong>
      </p>
    </div>
  );
}
