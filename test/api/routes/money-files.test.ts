import fc from 'fast-check';
import { createApp } from '../../../api/app';
import { EXAMPLE_BANK_FILE } from '../../../api/docs/example-bank-file';
import { fakeDeps, fakeSandbox } from '../support/fake-ports';
import { FUNDING_RUN } from '../support/fake-fundings';
import { callOperation } from '../support/requests';

const app = createApp(fakeDeps());
const takeFile = (body: string) => callOperation(app, 'takeBankFile', { body });

describe('files of money', () => {
  it('come as what they are: a report to be saved, and what the bank has, letter by letter', async () => {
    const report = await callOperation(app, 'requestFundingReport');
    const file = await callOperation(app, 'requestCollectionFile');

    expect(report.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(report.headers['content-disposition']).toBe(`attachment; filename="${FUNDING_RUN}.csv"`);
    expect(report.text).toBe(`runId\r\n${FUNDING_RUN}\r\n`);
    expect([file.headers['content-type'], file.text]).toEqual(['text/plain; charset=utf-8', '101 CRUN-2026-11-25']);
  });

  it('from the bank are handed on as they came, and answered entry by entry', async () => {
    const seen: string[] = [];
    const sandbox = {
      ...fakeSandbox(),
      takeBankFile: async (text: string) => (seen.push(text), { fileId: 'BFL-1', entries: [] }),
    };
    const { status, body } = await callOperation(createApp(fakeDeps({ sandbox })), 'takeBankFile', {
      body: `${EXAMPLE_BANK_FILE}\r\n`,
    });

    expect([status, body]).toEqual([200, { fileId: 'BFL-1', entries: [] }]);
    expect(seen).toEqual([`${EXAMPLE_BANK_FILE}\r\n`]);
  });

  it('from the bank, cut anywhere, are refused with the line and the rule', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: EXAMPLE_BANK_FILE.length - 1 }), async (length) => {
        const { status, body } = await takeFile(EXAMPLE_BANK_FILE.slice(0, length));

        expect([status, body.code]).toEqual([422, 'BANK_FILE_INVALID']);
        expect(body.errors).toEqual([
          { pointer: expect.stringMatching(/^\/lines\/\d+$/), code: expect.any(String), detail: expect.any(String) },
        ]);
      }),
    );
  });

  it('from the bank, of any text at all, never fail, and no refusal repeats what was sent', async () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u0000', '101 ', '\r\n\r\n', 'é'.repeat(94)),
    );
    await fc.assert(
      fc.asyncProperty(noise, fc.nat({ max: EXAMPLE_BANK_FILE.length }), async (text, at) => {
        const spoilt = `${EXAMPLE_BANK_FILE.slice(0, at)}Zq7echo${text}${EXAMPLE_BANK_FILE.slice(at)}`;
        const { status, text: sent } = await takeFile(spoilt);

        expect([200, 422]).toContain(status);
        expect(sent).not.toContain('Zq7echo');
      }),
    );
  });
});
