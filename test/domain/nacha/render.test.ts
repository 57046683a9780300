import { renderAchFile } from '../../../domain/nacha/render';
import { BATCH_HEADER, FILE_HEADER, sampleFile, SAMPLE_TEXT } from './sample';

const NINES = '9'.repeat(94);

describe('the writer of ACH files', () => {
  it('gives the sample of domain.md 5.5 byte for byte, with no line feed after the last record', () => {
    expect(renderAchFile(sampleFile())).toBe(SAMPLE_TEXT);
  });

  it('pads a fourth merchant’s twelve records with eight lines of nines to two blocks', () => {
    const lines = renderAchFile(sampleFile(4)).split('\n');
    expect(lines).toHaveLength(20);
    expect(lines.slice(8, 12)).toEqual([
      '6220210000214400112233       0000099999MRCH000104     SOFA Y SENAL 24H        1121042880000004',
      '705TRN*1*FUND-20260703-000104*1987654321\\                                          00010000004',
      '822000000800464423010000000000000000005162571987654321                         121042880000001',
      '9000001000002000000080046442301000000000000000000516257                                       ',
    ]);
    expect(lines.slice(12)).toEqual(Array.from({ length: 8 }, () => NINES));
  });

  it('gives the same bytes for the same file', () => {
    expect(renderAchFile(sampleFile(4))).toBe(renderAchFile(structuredClone(sampleFile(4))));
  });

  it('sums the batches in the file control', () => {
    const [batch] = sampleFile().batches;
    const file = {
      header: FILE_HEADER,
      batches: [1, 2].flatMap((batchNumber) => (batch ? [{ ...batch, header: { ...BATCH_HEADER, batchNumber } }] : [])),
    };
    expect(renderAchFile(file).split('\n')[17]).toBe(
      `9000002000002000000120088684598${'0'.repeat(12)}000000832516${' '.repeat(39)}`,
    );
  });

  it('refuses a file without a batch and a batch without an entry', () => {
    expect(() => renderAchFile({ header: FILE_HEADER, batches: [] })).toThrow('a file without a batch');
    expect(() => renderAchFile({ header: FILE_HEADER, batches: [{ header: BATCH_HEADER, entries: [] }] })).toThrow(
      'batch 1 without an entry',
    );
  });
});
