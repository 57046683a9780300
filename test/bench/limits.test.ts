import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCHES } from '../../bench/benches';
import { isRowId, keeps, LIMITS, ROW_IDS } from '../../bench/limits';

describe('the limits of the bench', () => {
  it('stand in the order of the contract', () => {
    expect(ROW_IDS.join(' ')).toBe(
      'actions events bytes cost cold_wake memory http read statements posting nacha funding_file open_leases ' +
        'funding_run portfolio',
    );
  });

  it('are kept up to the bound itself and not beyond', () => {
    expect([keeps(24, '<= 24'), keeps(24.01, '<= 24')]).toEqual([true, false]);
    expect([keeps(0.7, '>= 0.7'), keeps(0.69, '>= 0.7')]).toEqual([true, false]);
  });

  it('can be compared with for every row that is measured, ship and aim alike, unless it is judged in words', () => {
    const inWords: readonly string[] = ['statements', 'funding_file', 'funding_run', 'portfolio'];
    for (const id of ROW_IDS.filter((row) => BENCHES[row] && !inWords.includes(row))) {
      expect(() => [keeps(1, LIMITS[id].ship), keeps(1, LIMITS[id].aim)]).not.toThrow();
    }
  });

  it('in words are refused rather than taken as kept', () => {
    expect(() => keeps(1, 'equal')).toThrow('not a limit for a figure');
  });

  it('are looked up by the ids of rows only', () => {
    expect([isRowId('cold_wake'), isRowId('cold-wake'), isRowId('toString')]).toEqual([true, false, false]);
  });

  it('have each row explained on the page of the bench', () => {
    const page = readFileSync(join(__dirname, '../../docs/BENCH.md'), 'utf8');
    expect(ROW_IDS.filter((id) => !page.includes(`| \`${id}\` |`))).toEqual([]);
  });
});
