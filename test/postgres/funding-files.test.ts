import { FundingFileWorld, fileOf } from '../support/funding-file-world';
import { postgresLedger } from '../support/ledger-database';

describe('funding files that really come in side by side', () => {
  let files: FundingFileWorld;
  beforeAll(async () => {
    files = await FundingFileWorld.open(await postgresLedger());
  }, 60_000);
  afterAll(() => files.close());

  const AT_ONCE = 8;
  const content = (leaseId: string) => fileOf(files.row({ leaseId }));

  it('are one file where name and bytes are the same', async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = files.newName();
      const text = content(`900000000${round}`);
      const received = await Promise.all(Array.from({ length: AT_ONCE }, () => files.receive(text, { name })));
      expect(new Set(received.map(({ fileId }) => fileId)).size).toBe(1);
      expect(received.filter(({ isKnown }) => !isKnown)).toHaveLength(1);
    }
  });

  it('are one original and its repeats where the bytes are the same, and one file and refusals where the name is', async () => {
    const named = await Promise.all(Array.from({ length: AT_ONCE }, () => files.receive(content('9100000000'))));
    const repeated = await Promise.all(named.map(({ fileId }) => files.stage(fileId)));
    expect(repeated.filter(({ next }) => next === 'original')).toHaveLength(AT_ONCE - 1);

    const name = files.newName();
    const received = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => files.receive(content(`920000000${index}`), { name })),
    );
    expect(received.filter(({ code }) => code === 'NAME_REUSED')).toHaveLength(AT_ONCE - 1);
  });
});
