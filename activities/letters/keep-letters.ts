import { documentIdOf, keptDocuments } from '../../db/documents';
import type { EventListener } from '../../db/relayed-events';
import { writeLetter } from '../../domain/letters/write-letter';
import type { LetterDeps } from './deps';
import { documentOf } from './document-of';
import { heardEvent } from './heard-event';
import { keepLetter } from './keep-letter';
import { letterFacts } from './letter-facts';

/**
 * Writes to customers about what happened to their leases, once each: what is kept already is passed over, and of two
 * workers at the same letter the first is believed.
 *
 * @returns a listener that throws what a letter throws; those before it are kept
 */
export function keepLetters(deps: LetterDeps): EventListener {
  return async (events) => {
    const wanted = events.flatMap((event) => {
      const heard = heardEvent(event);
      if (!heard) return [];
      const { leaseId, kind, number } = documentOf(heard);
      return [{ heard, name: { leaseId, kind, number }, documentId: documentIdOf(leaseId, kind, number) }];
    });
    const kept = await keptDocuments(
      deps.db,
      wanted.map(({ documentId }) => documentId),
    );
    for (const { heard, name, documentId } of wanted) {
      if (kept.has(documentId)) continue;
      const facts = await letterFacts(deps, heard);
      if (facts) await keepLetter(deps, name, writeLetter(facts));
    }
  };
}
