import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from '../../../activities/webhooks/signature';

const BODY = '{"id":"evt_4821907735_3","type":"lease.approved","data":{"name":"Peña 😀"}}';
const now = () => Math.floor(Date.now() / 1_000);
const message = (over: object = {}) => ({ id: 'evt_4821907735_3', timestamp: now(), body: BODY, ...over });
const SECRET = newSecret();

describe('what we send', () => {
  it('is found genuine by the verifier that others wrote for the standard', () => {
    const verified = new Webhook(SECRET).verify(BODY, signedHeaders(message(), [SECRET]));
    expect(verified).toEqual(JSON.parse(BODY));
  });

  it('is signed as the example of the standard says', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    const { 'webhook-signature': signature } = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body },
      [secret],
    );
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is genuine to who knows either of two live secrets, and to nobody else', () => {
    const [newer, older] = [newSecret(), newSecret()];
    const headers = signedHeaders(message(), [newer, older]);

    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [newer, older]) expect(() => new Webhook(secret).verify(BODY, headers)).not.toThrow();
    expect(() => new Webhook(newSecret()).verify(BODY, headers)).toThrow();
  });

  it.each([
    ['another body', (headers: object) => [`${BODY} `, headers]],
    ['another ID', (headers: object) => [BODY, { ...headers, 'webhook-id': 'evt_4821907735_4' }]],
    ['another time', (headers: object) => [BODY, { ...headers, 'webhook-timestamp': String(now() - 1) }]],
  ])('is not genuine under %s', (_, forged) => {
    const [body, headers] = forged(signedHeaders(message(), [SECRET])) as [string, Record<string, string>];
    expect(() => new Webhook(SECRET).verify(body, headers)).toThrow();
  });

  it('carries a time by which a receiver can refuse what is old', () => {
    const headers = signedHeaders(message({ timestamp: now() - 301 }), [SECRET]);
    expect(() => new Webhook(SECRET).verify(BODY, headers)).toThrow('too old');
  });
});

it('a secret has 32 random bytes, and no two are the same', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
});
