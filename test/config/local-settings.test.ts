import { join } from 'node:path';

import { PROJECT_ROOT, loadBinaryPlaces, loadLocalSettings } from '../../config/local-settings';

describe('the settings of npm start', () => {
  it('need nothing to be set', () => {
    expect(loadLocalSettings({})).toEqual({
      dataDir: join(PROJECT_ROOT, '.ownward'),
      port: 3000,
      temporalPort: 7233,
      temporalUiPort: 8233,
      databasePort: 54329,
      sftpPort: 2222,
      databaseUrl: undefined,
      temporalAddress: undefined,
      temporalNamespace: 'ownward',
      mode: 'sandbox',
      keyFile: join(PROJECT_ROOT, '.ownward', 'data-keys.json'),
    });
  });

  it('let two copies run side by side', () => {
    const env = {
      PORT: '1',
      TEMPORAL_PORT: '2',
      TEMPORAL_UI_PORT: '3',
      DATABASE_PORT: '4',
      SFTP_PORT: '5',
      OWNWARD_DATA_DIR: '/data',
    };
    expect(loadLocalSettings(env)).toMatchObject({
      port: 1,
      temporalPort: 2,
      temporalUiPort: 3,
      databasePort: 4,
      sftpPort: 5,
      dataDir: '/data',
      keyFile: '/data/data-keys.json',
    });
  });

  it('take an empty variable as unset', () => {
    expect(loadLocalSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it.each([
    ['PORT', 'three'],
    ['PORT', '0'],
    ['TEMPORAL_PORT', '65536'],
    ['OWNWARD_MODE', 'production'],
  ])('name %s when it is %j', (variable, value) => {
    expect(() => loadLocalSettings({ [variable]: value })).toThrow(`${variable} is not valid`);
  });

  it('never repeat a value, which may hold a password', () => {
    const load = () => loadLocalSettings({ DATABASE_URL: 'mysql://root:s3cret@db' });
    expect(load).toThrow('DATABASE_URL');
    expect(load).not.toThrow('s3cret');
  });

  it('make no key file where the operator gives the keys', () => {
    expect(loadLocalSettings({ OWNWARD_DATA_KEYS: '{}' }).keyFile).toBeUndefined();
  });
});

describe('where binaries are looked for', () => {
  it('is PATH and a cache that a variable can move', () => {
    expect(loadBinaryPlaces({ PATH: '/one::/two', OWNWARD_CACHE_DIR: '/cache' })).toEqual({
      searchPath: ['/one', '/two'],
      cacheDir: '/cache',
    });
  });
});
