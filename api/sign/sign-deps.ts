import type { DocumentReads } from '../documents/documents-port';
import type { RateLimits } from '../http/rate-limits';
import type { LeaseCommands, LeaseReads } from '../ports';
import type { Logger } from '../problems';
import type { CardEntry } from './card-entry';
import type { SigningLinks } from './signing-links';
import type { Tickets } from './tickets';

/** All that the signing page needs; it holds no state of its own. */
export interface SignDeps {
  links: SigningLinks;
  reads: Pick<LeaseReads, 'agreement'>;
  commands: Pick<LeaseCommands, 'sign'>;
  documents: Pick<DocumentReads, 'signedAgreement'>;
  tickets: Tickets;
  card: CardEntry;
  /** developers' own machines may show the page inside theirs */
  isSandbox: boolean;
  limits: RateLimits;
  logger: Logger;
  nowMs: () => number;
}
