import { APPLY_FIELDS, CONSENTS } from '../../../../api/portal/leases/apply/fields';
import { END_WORDS } from '../../../../api/portal/leases/apply/end-words';
import { APPLY_WORDS } from '../../../../api/portal/leases/apply/words';
import { START_WORDS } from '../../../../api/portal/leases/applications/words';
import { CANCELLATION_WORDS } from '../../../../api/portal/leases/cancellation/words';
import { DELIVERY_WORDS } from '../../../../api/portal/leases/delivery/words';
import { FUNDING_WORDS } from '../../../../api/portal/leases/fundings/words';
import { ACTOR_WORDS } from '../../../../api/portal/leases/lease-page/timeline-words';
import { LEASE_PAGE_WORDS } from '../../../../api/portal/leases/lease-page/words';
import { MESSAGE_WORDS } from '../../../../api/portal/leases/messages/words';
import { ORDER_WORDS } from '../../../../api/portal/leases/order/words';
import { RECEIPT_WORDS } from '../../../../api/portal/leases/receipt/words';
import { RETURN_WORDS } from '../../../../api/portal/leases/returns/words';
import { SIGNING_WORDS } from '../../../../api/portal/leases/signing/words';
import { STATUS_WORDS } from '../../../../api/portal/leases/status-words';

const CATALOGUES: Readonly<Record<string, Readonly<Record<'en' | 'es', object>>>> = {
  ...{ APPLY_WORDS, END_WORDS, START_WORDS, CANCELLATION_WORDS, DELIVERY_WORDS, FUNDING_WORDS, ACTOR_WORDS },
  ...{ LEASE_PAGE_WORDS, MESSAGE_WORDS, ORDER_WORDS, RECEIPT_WORDS, RETURN_WORDS, SIGNING_WORDS, STATUS_WORDS },
};

/** Words that are the same in both languages, or a name. */
const SAME = ['Total', 'API', 'Ownward'];
/** What a text is made of is said by its test; here it only has to be another one. */
const ARGUMENT = {
  ...{ limit: '$1.00', until: 'MONDAY', count: 2, amount: '$2.00', last: '$1.00', every: 'DAILY', total: '$3.00' },
  toString: () => '7',
};

function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(ARGUMENT, '$4.00'))]];
  return Object.entries(value as object).flatMap(([name, part]) => texts(part, `${path}.${name}`));
}

describe.each(Object.entries(CATALOGUES))('what people read: %s', (_name, { en, es }) => {
  const english = new Map(texts(en, ''));
  const spanish = new Map(texts(es, ''));

  it('is there in both languages, and nowhere left in the other one', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    const left = [...english].filter(([path, text]) => spanish.get(path) === text && !SAME.includes(text));
    expect(left).toEqual([]);
    expect([...english.values(), ...spanish.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('says usted, and never tú', () => {
    const familiar = [...spanish.values()].filter((text) => /\b(tú|tu|tus|tienes|puedes|debes|haz)\b/i.test(text));
    expect(familiar).toEqual([]);
  });

  it('keeps amounts and dates in both: what one language says, the other does not leave out', () => {
    for (const [path, text] of english) {
      const given = text.match(/\$\d\.\d\d|MONDAY|DAILY/g) ?? [];
      for (const part of given) expect([path, spanish.get(path)]).toEqual([path, expect.stringContaining(part)]);
    }
  });
});

describe('the words of the application', () => {
  it.each(['en', 'es'] as const)('name every field and every agreement: %s', (language) => {
    expect(Object.keys(APPLY_WORDS[language].labels).sort()).toEqual([...APPLY_FIELDS].sort());
    expect(Object.keys(APPLY_WORDS[language].consents).sort()).toEqual([...CONSENTS].sort());
  });

  it('say of each agreement that is not needed that it is optional', () => {
    for (const language of ['en', 'es'] as const) {
      const { electronicDisclosures, creditDecision, smsSigning, marketing } = APPLY_WORDS[language].consents;
      for (const { text } of [smsSigning, marketing]) expect(text).toMatch(/^(Optional|Opcional): /);
      for (const { text } of [electronicDisclosures, creditDecision]) expect(text).not.toMatch(/^Op[tc]ional/);
    }
  });
});
