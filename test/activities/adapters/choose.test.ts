import { createAdapters, type AdapterSettings } from '../../../activities/adapters/choose';
import { inMemorySandboxStore } from '../../support/in-memory-sandbox-store';
import { aCapture, aDecisionRequest } from './partner-requests';
import { answers, unrulyServer, type UnrulyServer } from './unruly-server';

const adaptersFor = (settings: AdapterSettings) => createAdapters(settings, inMemorySandboxStore());
const service = (url: string, token = 'secret-token') => ({ url, token });
const PARTNER = service('https://partner.example/v2');

const BANK = {
  ...{ host: '127.0.0.1', port: 22, username: 'ownward', privateKeyFile: __filename },
  ...{ hostKeySha256: 'SHA256:', outboundFolder: '/to', inboundFolder: '/from' },
};

describe('the choice of adapters', () => {
  const servers: UnrulyServer[] = [];
  const aServer = async (): Promise<UnrulyServer> => {
    const server = await unrulyServer();
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

  it('calls nobody in the sandbox, even with services configured', async () => {
    const server = await aServer();
    server.behave(answers({}, 500));
    const adapters = adaptersFor({
      mode: 'sandbox',
      decisionEngine: service(server.url),
      cardProcessor: service(server.url),
    });
    expect(await adapters.decisionEngine.decide(aDecisionRequest(), 'k')).toMatchObject({ outcome: 'approved' });
    expect(await adapters.cardProcessor.capture(aCapture({ cardToken: 'tok_ok' }))).toMatchObject({
      outcome: 'captured',
    });
    expect(server.received).toEqual([]);
  });

  it('calls each partner at its own address in live mode, magic values meaning nothing', async () => {
    const [engine, processor] = [await aServer(), await aServer()];
    engine.behave(answers({ leaseId: '1002003001', outcome: 'denied', approvalLimitCents: 0 }));
    processor.behave(answers({ leaseId: '1002003001', amountCents: 4_900, outcome: 'declined', reference: 'x' }));
    const adapters = adaptersFor({
      mode: 'live',
      bank: BANK,
      decisionEngine: service(engine.url),
      cardProcessor: service(processor.url),
    });
    expect(await adapters.decisionEngine.decide(aDecisionRequest(), 'k')).toMatchObject({ outcome: 'denied' });
    expect(await adapters.cardProcessor.capture(aCapture({ cardToken: 'tok_ok' }))).toMatchObject({
      outcome: 'declined',
    });
    expect([engine.received.length, processor.received.length]).toEqual([1, 1]);
  });

  it.each<[string, Omit<AdapterSettings, 'mode'>, string]>([
    [
      'without partners',
      {},
      'Live mode cannot start: the decision engine has no url and no token; the card processor has no url and no token; the bank has no SFTP server.',
    ],
    ['without a card processor', { decisionEngine: PARTNER }, 'the card processor has no url and no token'],
    ['without a decision engine', { cardProcessor: PARTNER }, 'the decision engine has no url and no token'],
    [
      'without a token',
      { decisionEngine: service(PARTNER.url, ''), cardProcessor: PARTNER },
      "the decision engine's token is empty or holds blanks",
    ],
    [
      'with a token of two lines',
      { decisionEngine: PARTNER, cardProcessor: service(PARTNER.url, 'a\nb') },
      "the card processor's token is empty or holds blanks",
    ],
    [
      'without a bank',
      { decisionEngine: PARTNER, cardProcessor: PARTNER },
      'Live mode cannot start: the bank has no SFTP server.',
    ],
    [
      'without its key for the bank',
      { decisionEngine: PARTNER, cardProcessor: PARTNER, bank: { ...BANK, privateKeyFile: '/does/not/exist' } },
      "Live mode cannot start: the bank's private key cannot be read.",
    ],
  ])('refuses to start live %s, saying so', (_name, settings, message) => {
    expect(() => adaptersFor({ mode: 'live', ...settings })).toThrow(message);
  });

  it.each([
    'http://partner.example',
    'http://127.0.0.1.partner.example',
    'https://user:hunter2@partner.example',
    'https://partner.example/?key=hunter2',
    'ftp://partner.example',
    'partner.example',
    '',
  ])('refuses to send personal data to "%s", and does not repeat it', (url) => {
    const start = () => adaptersFor({ mode: 'live', decisionEngine: service(url), cardProcessor: PARTNER });
    expect(start).toThrow("the decision engine's url must be a plain https address");
    expect(start).not.toThrow(/hunter2|secret-token/);
  });

  it.each(['https://partner.example', 'http://127.0.0.1:9000/engine', 'http://localhost:9000', 'http://[::1]:9000'])(
    'starts live with "%s"',
    (url) => {
      const settings = { decisionEngine: service(url), cardProcessor: service(url), bank: BANK };
      const adapters = adaptersFor({ mode: 'live', ...settings });
      expect(Object.keys(adapters)).toEqual(['decisionEngine', 'cardProcessor', 'bank']);
    },
  );
});
