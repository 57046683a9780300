import { EVENT_TYPES } from '../../domain/webhooks/event-types';
import { ENDPOINT_COUNT_MAX, RETRY_DELAYS_MS } from '../../domain/webhooks/policy';
import { section, tableRows, textAt } from './page';

const PAGE = 'docs/WEBHOOKS.md';

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 };

describe('docs/WEBHOOKS.md', () => {
  it('explains every type a retailer may pick, once and in its order, and none that does not exist', () => {
    const explained = tableRows(section(PAGE, '## Events')).flatMap(
      ([cell = '']) => /^`([a-z_.]+)`$/.exec(cell)?.[1] ?? [],
    );
    expect(explained).toEqual(EVENT_TYPES);
  });

  it('names the retries as they are made', () => {
    const [, sentence = ''] = /\*\*Retries\*\* after ([^.]*?), the same bytes/.exec(textAt(PAGE)) ?? [];
    const delays = [...sentence.matchAll(/(\d+) (s|min|h)\b/g)].map(
      ([, count, unit = '']) => Number(count) * (UNITS_MS[unit] ?? 0),
    );
    expect(delays).toEqual(RETRY_DELAYS_MS);
  });

  it('names how many endpoints there may be', () => {
    expect(textAt(PAGE)).toContain(`You may have ${ENDPOINT_COUNT_MAX} endpoints.`);
  });
});
