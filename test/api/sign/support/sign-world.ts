import { createHmac } from 'node:crypto';
import type { Express } from 'express';
import request, { type Test } from 'supertest';
import { createApp } from '../../../../api/app';
import { createRateLimits } from '../../../../api/http/rate-limits';
import type { CommandAnswer, LeaseCommands } from '../../../../api/ports';
import { signRouter } from '../../../../api/sign/sign-router';
import type { SignDeps } from '../../../../api/sign/sign-deps';
import { tickets } from '../../../../api/sign/tickets';
import type { SigningLinkRow } from '../../../../db/signing-links';
import { type Agreement, renderAgreement } from '../../../../domain/agreement/agreement';
import type { AgreementInput, Language } from '../../../../domain/agreement/agreement-document';
import { instant } from '../../../../domain/calendar-date';
import type { ErrorCode } from '../../../../domain/errors';
import { agreementInput } from '../../../domain/agreement/agreement-fixture';
import { fakeDocuments } from '../../support/fake-documents';
import { fakeDeps, type LogLine } from '../../support/fake-ports';

export const LINK = 'k'.repeat(43);
export const AGREEMENT_SHA = 'a'.repeat(64);
export const NOW_MS = Date.UTC(2026, 10, 25, 18);
export const SHOP = 'https://shop.example.com';

export type Signed = Parameters<LeaseCommands['sign']>[0];

/** The signing page on one link, with a lease that answers what a test says. */
export class SignWorld {
  nowMs = NOW_MS;
  link: SigningLinkRow;
  readonly agreement: Agreement & { agreementSha256: string };
  /** every signature that was handed over, in order */
  readonly signed: Signed[] = [];
  /** what became of a signature, by its key; a new one is accepted unless told otherwise */
  readonly attempts = new Map<string, CommandAnswer>();
  next: CommandAnswer = accepted;
  readonly app: Express;
  readonly lines: LogLine[];

  constructor(over: Partial<SignDeps> = {}, input: Partial<AgreementInput> = {}, language: Language = 'en') {
    const terms = { ...agreementInput({ language }), ...input };
    this.agreement = { ...renderAgreement(terms), agreementSha256: AGREEMENT_SHA };
    this.link = openLink(terms);
    const deps = fakeDeps();
    this.lines = deps.lines;
    const limits = { requestsPerMinute: 1_000, openRequestsPerMinute: 1_000 };
    const pages = [signRouter({ ...this.ports(), limits: createRateLimits(limits), logger: deps.logger, ...over })];
    this.app = createApp({ ...deps, pages });
  }

  get = (path = `/sign/${LINK}`): Test => request(this.app).get(path);

  /** @param over fields of the form; undefined leaves one out */
  post = (over: Readonly<Record<string, string | string[] | undefined>> = {}, path = `/sign/${LINK}`): Test =>
    request(this.app)
      .post(path)
      .set('User-Agent', 'Testbrowser/1')
      .type('form')
      .send({ ...this.filled(), ...over });

  /** What a browser sends of a form that is filled in completely. */
  filled = () => ({
    csrf: this.ticket(),
    agreementSha256: AGREEMENT_SHA,
    signedName: 'José Peña',
    initialPayment: 'yes',
    electronicSignature: 'yes',
    cardToken: 'tok_ok',
  });

  ticket = (about = LINK, untilMs = this.nowMs + 1_000): string => this.tickets.issue('form', about, untilMs);

  readonly tickets = tickets({ lookup: keyedHash }, () => this.nowMs);

  private ports(): Omit<SignDeps, 'limits' | 'logger'> {
    return {
      links: {
        find: async (token) => (token === LINK ? this.link : undefined),
        attempt: async (_link, key) => {
          const answer = this.attempts.get(key);
          return answer && { answer, receivedAt: instant(NOW_MS) };
        },
      },
      reads: { agreement: async () => ({ ...this.agreement }) },
      commands: {
        sign: async (command) => {
          this.signed.push(command);
          const answer = this.attempts.get(command.idempotencyKey ?? '') ?? this.next;
          this.attempts.set(command.idempotencyKey ?? '', answer);
          return answer;
        },
      },
      documents: fakeDocuments(),
      tickets: this.tickets,
      card: { kind: 'sandbox' },
      isSandbox: false,
      nowMs: () => this.nowMs,
    };
  }
}

const keyedHash = (kind: string, text: string): Buffer =>
  createHmac('sha256', 'key of the tests').update(`${kind} ${text}`).digest();

function openLink({ leaseId, round, language, pricing }: AgreementInput): SigningLinkRow {
  return {
    ...{ leaseId, round, language, pricing, status: 'contracts', currentRound: round },
    ...{ isBlocked: false, isSigned: false, declinedCount: 0 },
    ...{ timeZone: 'America/Chicago', embedOrigins: [SHOP] },
  };
}

const accepted: CommandAnswer = {
  outcome: 'accepted',
  replayed: false,
  answer: { status: 'lease_accepted', statusLabel: 'Lease Accepted' },
};

export const refused = (code: ErrorCode): CommandAnswer => ({
  outcome: 'refused',
  replayed: false,
  code,
  detail: 'in words for programs',
  from: 'contracts',
  event: 'agreementSigned',
});

export const SIGNED: Partial<SigningLinkRow> = { status: 'lease_accepted', isSigned: true };
