import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(join(__dirname, '../../../api/pages/assets/sign.js'), 'utf8');
const OURS = 'https://lease.example';
const SHOP = 'https://shop.example';

interface Around {
  /** whom the page may speak to, as the server wrote it */
  origins: readonly string[];
  /** what some browsers say outright; absent: one that does not */
  ancestors?: readonly string[];
  referrer?: string;
  isTop?: boolean;
  /** of this frame; absent: the browser gives it none */
  storage?: Map<string, string>;
  says?: readonly string[];
}

type Sent = [message: string, targetOrigin: string];

/** Runs the script in a page with this around it. @returns what it sent, and a form that can be filled in */
function run({ origins, ancestors, referrer = '', isTop = false, storage, says = ['Hello'] }: Around) {
  const sent: Sent[] = [];
  const parent = { postMessage: (message: string, origin: string) => void sent.push([message, origin]) };
  const listeners = new Map<string, () => void>();
  const ticked = new Set<string>();
  const elements = { signedName: { value: '' }, electronicSignature: { checked: false } };
  const form = {
    elements,
    addEventListener: (event: string, listener: () => void) => void listeners.set(event, listener),
    querySelectorAll: () => [...ticked].map((tells) => ({ dataset: { tells } })),
  };
  const embedding = { dataset: { origins: JSON.stringify(origins), says: JSON.stringify(says) } };
  const location = { origin: OURS, ...(ancestors ? { ancestorOrigins: ancestors } : {}) };
  const window: Record<string, unknown> = { location, ...(storage ? { sessionStorage: storageOn(storage) } : {}) };
  window['parent'] = isTop ? window : parent;
  const document = {
    referrer,
    getElementById: () => embedding,
    querySelector: () => form,
  };
  runInNewContext(SCRIPT, { window, document, URL, JSON, Set });
  return { sent, ticked, elements, fire: (event: string) => listeners.get(event)?.() };
}

const storageOn = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

describe('what the signing page says to the page around it', () => {
  it.each<[string, Around, string[]]>([
    ['one that is allowed', { origins: [SHOP], ancestors: [SHOP] }, [SHOP]],
    [
      'the one right around it, not those further out',
      { origins: [SHOP], ancestors: [SHOP, 'https://x.example'] },
      [SHOP],
    ],
    ['one that is not allowed', { origins: [SHOP], ancestors: ['https://evil.example'] }, []],
    ['one that only begins like it', { origins: [SHOP], ancestors: [`${SHOP}.evil.example`] }, []],
    [
      'a developer’s, on any port',
      { origins: ['http://127.0.0.1:*'], ancestors: ['http://127.0.0.1:8099'] },
      ['http://127.0.0.1:8099'],
    ],
    ['a developer’s, by another name', { origins: ['http://127.0.0.1:*'], ancestors: ['http://localhost:8099'] }, []],
    [
      'a developer’s, without a port',
      { origins: ['http://127.0.0.1:*'], ancestors: ['http://127.0.0.1.evil.example:80'] },
      [],
    ],
    ['nobody: it stands alone', { origins: [SHOP], ancestors: [SHOP], isTop: true }, []],
    ['nobody it may speak to', { origins: [], ancestors: [SHOP] }, []],
  ])('goes to %s', (_who, around, targets) => {
    expect(run(around).sent).toEqual(targets.map((origin) => ['Hello', origin]));
  });

  it('goes, where the browser does not say who is around, to who asked for the page, or to each of the retailer’s own', () => {
    const origins = [SHOP, 'https://www.shop.example', 'http://127.0.0.1:*'];
    expect(run({ origins, referrer: `${SHOP}/cart` }).sent).toEqual([['Hello', SHOP]]);
    expect(run({ origins, referrer: 'https://evil.example/' }).sent).toEqual([]);
    const each = [SHOP, 'https://www.shop.example'].map((origin) => ['Hello', origin]);
    expect(run({ origins }).sent).toEqual(each);
    expect(run({ origins, referrer: `${OURS}/sign/x` }).sent).toEqual(each);
  });

  it('goes, on later pages of the frame, to who asked for the first one', () => {
    const around = { origins: ['http://127.0.0.1:*'], storage: new Map<string, string>() };
    run({ ...around, referrer: 'http://127.0.0.1:8099/cart' });
    expect(run({ ...around, referrer: `${OURS}/sign/x` }).sent).toEqual([['Hello', 'http://127.0.0.1:8099']]);
    expect(run({ ...around, storage: new Map() }).sent).toEqual([]);
  });

  it('is each text once, and the signature only when name and consent are both there', () => {
    const page = run({ origins: [SHOP], ancestors: [SHOP], says: [] });
    const said = () => page.sent.map(([message]) => message);
    page.ticked.add('Consent: Initial Payment');
    page.fire('change');
    page.fire('change');
    expect(said()).toEqual(['Consent: Initial Payment']);
    page.elements.signedName.value = '  ';
    page.elements.electronicSignature.checked = true;
    page.fire('change');
    expect(said()).toHaveLength(1);
    page.elements.signedName.value = 'Ana Ruiz';
    page.fire('submit');
    page.fire('submit');
    expect(said().slice(1)).toEqual(['Signature: 1 of 1', 'Signature: All completed']);
  });

  it('is never sent to whoever may listen', () => {
    expect(SCRIPT.replaceAll(/\/\/.*$/gm, '')).not.toMatch(/postMessage\([^)]*['"]\*['"]/);
  });
});
