import { cents } from '../../../domain/cents';
import { firstRunState } from '../../../domain/funding/run-state';

const stateOf = (paid: number, prenoteCount = 0) => firstRunState({ paidCents: cents(paid), prenoteCount }, 100_000);

it.each([
  [stateOf(100_001), 'held', 'one cent above the limit'],
  [stateOf(100_000), 'released', 'at exactly the limit'],
  [stateOf(0, 1), 'released', 'with nothing but a prenote'],
  [stateOf(0), 'settled', 'with nothing to send'],
])('a run begins %s: %s', (state, expected) => {
  expect(state).toBe(expected);
});
