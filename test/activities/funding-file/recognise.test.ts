import { recognise, type UnreadFile } from '../../../activities/funding-file/recognise';
import type { FundingFileRow } from '../../../db/funding-files';
import { merchantId } from '../../../domain/ids';

const NAME = 'FUND_mer_bestsofa_20261125_001.csv';
const OTHER_NAME = 'FUND_mer_bestsofa_20261125_002.csv';
const [SHA, OTHER_SHA] = ['a'.repeat(64), 'b'.repeat(64)] as const;

const unread = (more: Partial<UnreadFile> = {}): UnreadFile => ({
  ...{ merchantId: merchantId('mer_bestsofa'), name: NAME, sha256: SHA, isTooLarge: false, announcedSha256: undefined },
  ...more,
});

const kept = (more: Partial<FundingFileRow>): FundingFileRow =>
  ({
    ...{ file_id: 'FFL-1', name: NAME, sha256: SHA, takes_name: true, file_code: null, repeats_file_id: null },
    ...more,
  }) as FundingFileRow;

describe('a file that comes in', () => {
  it('is new under a new name, with new bytes', () => {
    expect(recognise(unread(), [])).toEqual({ is: 'new', repeats: null });
  });

  it('is the file it was, under the same name with the same bytes', () => {
    const file = kept({});
    expect(recognise(unread(), [file])).toEqual({ is: 'known', file });
  });

  it('under another name repeats the first with its bytes, also when that one was wrong (F5)', () => {
    const files = [
      kept({ file_code: 'TRAILER_MISMATCH' }),
      kept({ file_id: 'FFL-2', name: 'x', repeats_file_id: 'FFL-1' }),
    ];
    expect(recognise(unread({ name: OTHER_NAME }), files)).toEqual({ is: 'new', repeats: 'FFL-1' });
  });

  it('is refused under the name of other bytes, and the same refusal is one file (F6)', () => {
    const first = kept({ sha256: OTHER_SHA });
    expect(recognise(unread(), [first])).toEqual({ is: 'refused', code: 'NAME_REUSED' });
    const refused = kept({ file_id: 'FFL-2', takes_name: false, file_code: 'NAME_REUSED' });
    expect(recognise(unread(), [first, refused])).toEqual({ is: 'known', file: refused });
  });

  it.each([
    ['BAD_FILE_NAME', { name: 'deliveries.csv' }],
    ['BAD_FILE_NAME', { name: 'FUND_mer_bestsofa_20260230_1.csv' }],
    ['MERCHANT_MISMATCH', { name: NAME.replace('bestsofa', 'acme') }],
    ['TOO_LARGE', { isTooLarge: true }],
    ['CHECKSUM_MISMATCH', { announcedSha256: OTHER_SHA }],
  ] as const)('is refused unread as %s, and leaves its name to the next one', (code, more) => {
    expect(recognise(unread(more), [])).toEqual({ is: 'refused', code });
    const refused = kept({ takes_name: false, file_code: code, ...('name' in more ? { name: more.name } : {}) });
    expect(recognise(unread(more), [refused])).toEqual({ is: 'known', file: refused });
    expect(recognise(unread(), [refused])).toEqual({ is: 'new', repeats: null });
  });

  it('fits its companion in capitals too', () => {
    expect(recognise(unread({ announcedSha256: SHA.toUpperCase() }), [])).toEqual({ is: 'new', repeats: null });
  });
});
