import { parseAuthorization } from '../../../api/auth/credentials';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the Authorization header', () => {
  it.each([
    ['Bearer k1.s3cret', { keyId: 'k1', secret: 's3cret' }],
    ['bearer k1.s3cret', { keyId: 'k1', secret: 's3cret' }],
    ['Bearer k1.with.dots', { keyId: 'k1', secret: 'with.dots' }],
    [basic('k1:s3cret'), { keyId: 'k1', secret: 's3cret' }],
    [basic('k1:with:colons'), { keyId: 'k1', secret: 'with:colons' }],
  ])('%s names key and secret', (header, credentials) => {
    expect(parseAuthorization(header)).toEqual(credentials);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['another scheme', 'Digest k1.s3cret'],
    ['a scheme alone', 'Bearer '],
    ['no separator', 'Bearer k1s3cret'],
    ['no key id', 'Bearer .s3cret'],
    ['no secret', 'Bearer k1.'],
    ['two values', 'Bearer k1.s3cret k2.s3cret'],
    ['Basic without a colon', basic('k1')],
    ['a byte that PostgreSQL cannot store', basic('k1:\u0000')],
    ['what is no base64', 'Basic ***'],
    ['more than any key is long', `Bearer k1.${'x'.repeat(600)}`],
  ])('holds no key when it is %s', (_what, header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });
});
