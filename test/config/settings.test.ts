import { BANK_LIVE_ONLY } from '../../config/bank-environment';
import { loadSettings, SettingsError } from '../../config/settings';

const NO_PROFILE_FILE = { TEMPORAL_CONFIG_FILE: '/does/not/exist.toml' };
const SANDBOX = {
  ...NO_PROFILE_FILE,
  OWNWARD_MODE: 'sandbox',
  DATABASE_URL: 'postgres://127.0.0.1:5432/ownward',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  OWNWARD_KEY_FILE: 'keys.json',
};
const LIVE = {
  ...SANDBOX,
  OWNWARD_MODE: 'live',
  DECISION_ENGINE_URL: 'https://engine.example/v1',
  DECISION_ENGINE_TOKEN: 'engine-secret',
  CARD_PROCESSOR_URL: 'https://cards.example/v1',
  CARD_PROCESSOR_TOKEN: 'cards-secret',
  CARD_FIELDS_SCRIPT_URL: 'https://fields.cards.example/v1.js',
  BANK_SFTP_HOST: 'sftp.bank.example',
  BANK_SFTP_USERNAME: 'ownward',
  BANK_SFTP_IDENTITY_FILE: '/run/secrets/bank',
  BANK_SFTP_HOST_KEY_SHA256: `SHA256:${'a/+'.repeat(14)}Z`,
  BANK_SFTP_OUTBOUND_FOLDER: '/inbox',
  BANK_SFTP_INBOUND_FOLDER: 'outbox/returns',
  ACH_ORIGINATOR_BANK_NAME: 'FIRST BANK OF EXAMPLES',
  ACH_ORIGINATOR_BANK_ROUTING_NUMBER: '091000019',
  ACH_ORIGINATOR_IMMEDIATE_ORIGIN: '1555000111',
  ACH_ORIGINATOR_FILE_NAME: 'EXAMPLE LESSOR INC',
  ACH_ORIGINATOR_COMPANY_NAME: 'EXAMPLE LESSOR',
  ACH_ORIGINATOR_COMPANY_IDENTIFICATION: '1555000111',
};

describe('settings', () => {
  it('take live mode where nobody chose, so that forgetting a variable never fakes money', () => {
    const { OWNWARD_MODE: _chosen, ...unchosen } = LIVE;
    expect(loadSettings(unchosen).mode).toBe('live');
  });

  it('refuse live mode with one message that lists everything missing', () => {
    expect(refusal({ ...NO_PROFILE_FILE, OWNWARD_MODE: 'live' })).toBe(
      [
        'Ownward cannot start in live mode:',
        'DATABASE_URL is missing',
        'DECISION_ENGINE_URL is missing',
        'DECISION_ENGINE_TOKEN is missing',
        'CARD_PROCESSOR_URL is missing',
        'CARD_PROCESSOR_TOKEN is missing',
        'CARD_FIELDS_SCRIPT_URL is missing',
        ...BANK_LIVE_ONLY.map((name) => `${name} is missing`),
        'OWNWARD_DATA_KEYS or OWNWARD_KEY_FILE is missing',
        'TEMPORAL_ADDRESS is missing',
      ].join('\n  - '),
    );
  });

  it.each([
    ...['DECISION_ENGINE_URL', 'DECISION_ENGINE_TOKEN', 'CARD_PROCESSOR_URL', 'CARD_PROCESSOR_TOKEN'],
    'CARD_FIELDS_SCRIPT_URL',
    ...BANK_LIVE_ONLY,
  ])('refuse live mode without %s, left out or empty', (name) => {
    expect(refusal({ ...LIVE, [name]: undefined })).toContain(`${name} is missing`);
    expect(refusal({ ...LIVE, [name]: '' })).toContain(`${name} is missing`);
  });

  it('let the sandbox start without engine and processor', () => {
    expect(loadSettings(SANDBOX)).toMatchObject({
      mode: 'sandbox',
      decisionEngine: undefined,
      cardProcessor: undefined,
    });
  });

  it('tell which bank originates for us, and who we are to it', () => {
    const { bank, originator, fundingReleaseLimitCents } = loadSettings(LIVE);
    expect(bank).toMatchObject({ host: 'sftp.bank.example', port: 22, privateKeyFile: '/run/secrets/bank' });
    expect(originator).toMatchObject({ bankRoutingNumber: '091000019', companyName: 'EXAMPLE LESSOR' });
    expect(fundingReleaseLimitCents).toBeUndefined();
    expect(loadSettings({ ...LIVE, FUNDING_RELEASE_LIMIT_CENTS: '5000' }).fundingReleaseLimitCents).toBe(5_000);
    expect(loadSettings(SANDBOX)).toMatchObject({ bank: undefined, originator: undefined });
  });

  it.each([
    ['ACH_ORIGINATOR_BANK_ROUTING_NUMBER', '091000018'],
    ['ACH_ORIGINATOR_BANK_ROUTING_NUMBER', '91000019'],
    ['ACH_ORIGINATOR_BANK_NAME', 'A NAME OF TWENTY-FOUR...'],
    ['ACH_ORIGINATOR_FILE_NAME', 'Mixed Case'],
    ['ACH_ORIGINATOR_FILE_NAME', ' LEADING SPACE'],
    ['ACH_ORIGINATOR_COMPANY_NAME', 'SEVENTEEN LETTERS'],
    ['ACH_ORIGINATOR_COMPANY_NAME', 'SEÑAL'],
    ['ACH_ORIGINATOR_COMPANY_IDENTIFICATION', '123456789'],
    ['ACH_ORIGINATOR_IMMEDIATE_ORIGIN', '12345678'],
    ['BANK_SFTP_HOST_KEY_SHA256', 'MD5:aa:bb'],
    ['BANK_SFTP_HOST', 'sftp://bank.example'],
    ['BANK_SFTP_OUTBOUND_FOLDER', 'out going'],
    ['FUNDING_RELEASE_LIMIT_CENTS', '10.5'],
    ['FUNDING_RELEASE_LIMIT_CENTS', '-1'],
  ])('refuse what no file or server could take: %s %s', (name, value) => {
    expect(refusal({ ...LIVE, [name]: value })).toContain(`${name}: `);
  });

  it('send personal data in clear to nobody but this machine', () => {
    expect(refusal({ ...LIVE, DECISION_ENGINE_URL: 'http://engine.example' })).toContain(
      'DECISION_ENGINE_URL: must be https',
    );
    expect(loadSettings({ ...LIVE, DECISION_ENGINE_URL: 'http://127.0.0.1:9' }).decisionEngine).toEqual({
      url: 'http://127.0.0.1:9',
      token: 'engine-secret',
    });
  });

  it('name a malformed variable without repeating its value, which may be a secret', () => {
    const message = refusal({ ...LIVE, DATABASE_URL: 'hunter2', PORT: '70000', OWNWARD_LOG_LEVEL: 'loud' });
    for (const name of ['DATABASE_URL', 'PORT', 'OWNWARD_LOG_LEVEL']) expect(message).toContain(`${name}: `);
    for (const value of ['hunter2', '70000', 'loud']) expect(message).not.toContain(value);
  });

  it.each([
    [LIVE, 600],
    [SANDBOX, 6_000],
    [{ ...LIVE, OWNWARD_RATE_LIMIT_PER_MINUTE: '50' }, 50],
  ])('limit a key by mode unless told otherwise', (env, limit) => {
    expect(loadSettings(env).rateLimitPerMinuteCount).toBe(limit);
  });

  it('trust no proxy that nobody spoke of, since its callers could then make up their addresses', () => {
    expect(loadSettings(LIVE).trustedProxyCount).toBe(0);
    expect(loadSettings({ ...LIVE, OWNWARD_TRUSTED_PROXIES: '2' }).trustedProxyCount).toBe(2);
    expect(refusal({ ...LIVE, OWNWARD_TRUSTED_PROXIES: '-1' })).toContain('OWNWARD_TRUSTED_PROXIES: ');
  });
});

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}
