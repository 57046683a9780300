import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENVIRONMENT } from '../../config/environment';
import { BANK_LIVE_ONLY } from '../../config/bank-environment';
import { loadSettings } from '../../config/settings';
import { textOf } from './tracked-files';

const COMPOSE = textOf('docker-compose.yml');
const OURS = ['migrate', 'api', 'worker', 'sftp'];

/** What is required to start in live mode, by the refusal of `config/settings.ts` itself. */
const REQUIRED = [
  ...['DATABASE_URL', 'OWNWARD_DATA_KEYS', 'TEMPORAL_ADDRESS'],
  ...['DECISION_ENGINE_URL', 'DECISION_ENGINE_TOKEN', 'CARD_PROCESSOR_URL', 'CARD_PROCESSOR_TOKEN'],
  'CARD_FIELDS_SCRIPT_URL',
  ...BANK_LIVE_ONLY,
];

/** The lines below `header:` that are indented deeper than it. */
function block(text: string, header: RegExp): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => header.test(line));
  const indent = lines[start]?.search(/\S/) ?? 0;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent);
  return start < 0 ? '' : rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** What our services are given, as written: `${…}` and all. */
function environmentOf(service: string): Record<string, string> {
  const anchor = block(block(COMPOSE, /^x-ownward:/), /^ {2}environment:/);
  const own = block(block(COMPOSE, new RegExp(`^ {2}${service}:`)), /^ {4}environment:/);
  const entries = [...`${anchor}\n${own}`.matchAll(/^ +([A-Z_\d]+): (.*)$/gm)];
  return Object.fromEntries(entries.map(([, name = '', value = '']) => [name, value]));
}

/** Every `${NAME…}` of the compose file. */
function asked(pattern: RegExp): string[] {
  return [...new Set([...COMPOSE.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

describe('the compose file', () => {
  const names = [...new Set(OURS.flatMap((service) => Object.keys(environmentOf(service))))];

  it.each(names)('gives our services no variable that config/ does not read: %s', (name) => {
    expect(['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', ...Object.keys(ENVIRONMENT.shape)]).toContain(name);
  });

  it.each(OURS)('gives %s everything it needs in live mode, and nothing malformed', (service) => {
    expect(Object.keys(environmentOf(service))).toEqual(expect.arrayContaining(REQUIRED));
    const values = Object.entries(environmentOf(service)).map(([name, value]) => [name, valueOf(name, value)]);
    expect(loadSettings({ TEMPORAL_CONFIG_FILE: '/none', ...Object.fromEntries(values) }).mode).toBe('live');
  });

  it.each(REQUIRED)('cannot lose %s unnoticed: the settings refuse to start without it', (name) => {
    const values = Object.entries(environmentOf('api')).map(([key, value]) => [key, valueOf(key, value)]);
    const env = { TEMPORAL_CONFIG_FILE: '/none', ...Object.fromEntries(values), [name]: '' };
    expect(() => loadSettings(env)).toThrow(name);
  });

  it('has no default for anything secret', () => {
    const secrets = asked(/\$\{([A-Z_]*(?:PASSWORD|TOKEN|KEYS?)[A-Z_\d]*)[^}]*\}/g);
    expect(secrets.length).toBeGreaterThan(4);
    const defaulted = secrets.filter((name) => new RegExp(`\\$\\{${name}:?-[^}]`).test(COMPOSE));
    expect(defaulted).toEqual([]);
    expect(COMPOSE).not.toMatch(/(?:PASSWORD|PWD|TOKEN|KEYS): (?!\$\{)/);
  });

  it('is explained by .env.example, name by name, which holds no secret', () => {
    const example = [...textOf('.env.example').matchAll(/^([A-Z_\d]+)=(.*)$/gm)];
    expect(example.map(([, name]) => name).sort()).toEqual(asked(/(?<!\$)\$\{([A-Z_\d]+)/g));
    expect(example.filter(([, name = '', value]) => /PASSWORD|TOKEN|KEYS/.test(name) && value !== '')).toEqual([]);
  });
});

describe('the image', () => {
  it('sets only variables that config/ reads', () => {
    const lines = /^ENV ((?:.*\\\n)*.*)$/m.exec(textOf('Dockerfile'))?.[1] ?? '';
    const names = [...lines.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name).filter((name) => name !== 'NODE_ENV');
    const config = readdirSync(resolve(__dirname, '../../config')).map((file) => textOf(`config/${file}`));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !config.some((text) => text.includes(name)))).toEqual([]);
  });

  it('starts what exists', () => {
    const scripts = [
      ...`${COMPOSE}\n${textOf('Dockerfile')}`.matchAll(/\[["']?((?:api|worker|sftp)\/[\w-]+\.ts)["']?\]/g),
    ];
    expect(scripts.map(([, path = '']) => path)).toEqual(
      expect.arrayContaining(['api/main.ts', 'worker/main.ts', 'sftp/main.ts']),
    );
    for (const [, path = ''] of scripts) expect(textOf(path)).not.toBe('');
  });
});

/** What is not just any text. */
const AS_SET: Readonly<Record<string, string>> = {
  BANK_SFTP_HOST_KEY_SHA256: `SHA256:${'A'.repeat(43)}`,
  ACH_ORIGINATOR_BANK_ROUTING_NUMBER: '121042882',
  ACH_ORIGINATOR_IMMEDIATE_ORIGIN: '1987654321',
  ACH_ORIGINATOR_COMPANY_IDENTIFICATION: '1987654321',
};

/** A value as an operator might have set it. */
function valueOf(name: string, written: string): string {
  if (/^\$\{[A-Z_\d]+:-\}$/.test(written)) {
    return AS_SET[name] ?? (name.endsWith('_URL') ? 'https://partner.example' : 'GIVEN');
  }
  return written.replace(/\$\{[A-Z_\d]+:-([^}]*)\}/g, '$1').replace(/\$\{[A-Z_\d]+:\?[^}]*\}/g, 'given');
}
