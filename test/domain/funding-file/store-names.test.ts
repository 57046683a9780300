import { findNamedStore, storeDirectory } from '../../../domain/funding-file/store-names';
import { storeId } from '../../../domain/ids';

const store = (id: string, name: string) => ({ storeId: storeId(id), name });

const BESTSOFA = storeDirectory([
  store('sto_dallas', 'BestSofa Dallas'),
  store('sto_fresno', 'BestSofa Fresno'),
  store('sto_penasco', 'BestSofa Peñasco'),
]);

describe('a store in a file', () => {
  it.each([
    ['BestSofa Dallas', 'sto_dallas'],
    ['  BestSofa Dallas ', 'sto_dallas'],
    ['BESTSOFA DALLAS', 'sto_dallas'],
    ['Best-Sofa, Dallas', 'sto_dallas'],
    ['bestsofa penasco', 'sto_penasco'],
    ['sto_fresno', 'sto_fresno'],
    ['STO_FRESNO', 'sto_fresno'],
  ])('%j is known by its name or its ID', (name, id) => {
    expect(findNamedStore(BESTSOFA, name)).toBe(id);
  });

  it.each(['', ' ', '-', 'BestSofa', 'Dallas', 'Acme Albany', 'sto_albany'])('%j is none of this merchant', (name) => {
    expect(findNamedStore(BESTSOFA, name)).toBeUndefined();
  });

  it('is not guessed where two have the name', () => {
    const twins = storeDirectory([store('sto_1', 'Main Street'), store('sto_2', 'Main Street')]);
    expect(findNamedStore(twins, 'Main Street')).toBeUndefined();
    expect(findNamedStore(twins, 'sto_2')).toBe('sto_2');
  });

  it('is the one written exactly so, where case or punctuation alone tell two apart', () => {
    const like = storeDirectory([store('sto_1', 'Main St. 1'), store('sto_2', 'MAIN ST 1')]);
    expect(findNamedStore(like, 'Main St. 1')).toBe('sto_1');
    expect(findNamedStore(like, 'MAIN ST 1')).toBe('sto_2');
    expect(findNamedStore(like, 'main st 1')).toBeUndefined();
  });

  it('is not guessed where the name of one is the ID of another', () => {
    const crossed = storeDirectory([store('sto_1', 'sto_2'), store('sto_2', 'Main Street')]);
    expect(findNamedStore(crossed, 'sto_2')).toBeUndefined();
    expect(findNamedStore(crossed, 'sto_1')).toBe('sto_1');
  });

  it('may be called by its ID', () => {
    expect(findNamedStore(storeDirectory([store('Dallas', 'Dallas')]), 'dallas')).toBe('Dallas');
  });
});
