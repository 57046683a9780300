import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_LIMIT_MS, httpCardProcessor } from '../../../activities/adapters/http-card-processor';
import { DECISION_LIMIT_MS, httpDecisionEngine } from '../../../activities/adapters/http-decision-engine';
import { aCapture, aDecisionRequest, aRefund } from './partner-requests';
import { answers, unrulyServer, type UnrulyServer } from './unruly-server';

const page = readFileSync(join(__dirname, '../../../docs/INTEGRATIONS.md'), 'utf8');

/** The two examples under `### POST {url}/<path>`: what we send, what the partner answers. */
function examplesOf(path: string): { request: unknown; answer: unknown } {
  const section = page.split(`### POST {url}/${path}\n`)[1]?.split(/^#/m)[0] ?? '';
  const [request, answer] = [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json ?? ''));
  return { request, answer };
}

describe('docs/INTEGRATIONS.md', () => {
  let server: UnrulyServer;
  beforeAll(async () => void (server = await unrulyServer()));
  afterAll(() => server.close());

  const service = () => ({ url: server.url, token: 't' });

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'decisions',
      () => httpDecisionEngine(service()).decide(aDecisionRequest(), 'k'),
      { outcome: 'approved', approvalLimitCents: 300_000 },
    ],
    [
      'captures',
      () => httpCardProcessor(service()).capture(aCapture()),
      { outcome: 'captured', reference: 'cap_81f2' },
    ],
    ['refunds', () => httpCardProcessor(service()).refund(aRefund()), { reference: 'ref_20c7' }],
  ])('shows for /%s what we send and an answer we understand', async (path, call, understood) => {
    const { request, answer } = examplesOf(path);
    server.behave(answers(answer));
    expect(await call()).toEqual(understood);
    expect(server.received[0]?.path).toBe(`/${path}`);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(request);
  });

  it('documents every path once and no other', () => {
    expect(page.match(/(?<=POST \{url\}\/)\w+/g)).toEqual(['decisions', 'captures', 'refunds']);
  });

  it('states the time limits the adapters keep', () => {
    const limitOf = (partner: string): string | undefined => page.match(`\\| ${partner} \\| ([\\d,]+) ms`)?.[1];
    expect(limitOf('decision engine')).toBe(DECISION_LIMIT_MS.toLocaleString('en-US'));
    expect(limitOf('card processor')).toBe(CARD_LIMIT_MS.toLocaleString('en-US'));
  });
});
