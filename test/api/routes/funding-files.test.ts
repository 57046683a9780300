import request from 'supertest';
import { createApp } from '../../../api/app';
import type { FundingFiles } from '../../../api/funding-files/port';
import { fakeFundingFiles, FUNDING_FILE, fundingFileView } from '../support/fake-funding-files';
import { fakeDeps, keyOf } from '../support/fake-ports';
import { callOperation } from '../support/requests';

const NAME = 'FUND_M-1_20261125_001.csv';
const CSV = 'store_name,lease_id\r\n"Peña",1\r\n';

/** What the port was given, and what was answered. */
async function submit(send: (call: request.Test) => request.Test, query = '', isKnown = false) {
  const received: { name: string; text: string }[] = [];
  const fundingFiles: FundingFiles = {
    ...fakeFundingFiles(),
    async receive(_caller, { name, bytes }) {
      received.push({ name, text: bytes.toString('utf8') });
      return { isKnown, file: fundingFileView({ name, state: 'received' }) };
    },
  };
  const call = request(createApp(fakeDeps({ fundingFiles }))).post(`/v1/funding-files${query}`);
  return { answer: await send(call.set('Authorization', keyOf('retailer'))), received };
}

const asCsv = (call: request.Test) => call.set('Content-Type', 'text/csv');

describe('a funding file over HTTPS', () => {
  it('is taken byte by byte, without an Idempotency-Key, under the name in the query', async () => {
    const { answer, received } = await submit((call) => asCsv(call).send(CSV), `?fileName=${NAME}`);
    expect([answer.status, answer.headers['location']]).toEqual([201, `/v1/funding-files/${FUNDING_FILE}`]);
    expect(answer.headers['idempotent-replayed']).toBeUndefined();
    expect(received).toEqual([{ name: NAME, text: CSV }]);
  });

  it.each([
    ['in quotes', `attachment; filename="${NAME}"`],
    ['bare', `attachment; filename=${NAME}`],
    ['in full', `attachment; filename="old.csv"; filename*=UTF-8''${NAME}`],
    ['in full, damaged, beside the one for old readers', `attachment; filename="${NAME}"; filename*=UTF-8''%E0%A4`],
  ])('is named by Content-Disposition, %s', async (_how, disposition) => {
    const { received } = await submit((call) => asCsv(call).set('Content-Disposition', disposition).send(CSV));
    expect(received).toEqual([{ name: NAME, text: CSV }]);
  });

  it('is named by the form it comes in', async () => {
    const { answer, received } = await submit((call) => call.attach('file', Buffer.from(CSV), NAME));
    expect(answer.status).toBe(201);
    expect(received).toEqual([{ name: NAME, text: CSV }]);
  });

  it('says of the same bytes again that they were here', async () => {
    const { answer } = await submit((call) => asCsv(call).send(CSV), `?fileName=${NAME}`, true);
    expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([201, 'true']);
  });

  it('needs a name', async () => {
    const { answer, received } = await submit((call) => asCsv(call).send(CSV));
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(answer.body.errors).toMatchObject([{ pointer: '/query/fileName', code: 'required' }]);
    expect(received).toEqual([]);
  });

  it('in a form that is cut off never reaches anybody', async () => {
    const form = `--B\r\nContent-Disposition: form-data; name="file"; filename="${NAME}"\r\n\r\n${CSV}\r\n--B--\r\n`;
    for (const length of [2, 40, form.indexOf(CSV) + 5, form.indexOf('\r\n--B--')]) {
      const { answer, received } = await submit((call) =>
        call.set('Content-Type', 'multipart/form-data; boundary=B').send(form.slice(0, length)),
      );
      expect([answer.status, received]).toEqual([400, []]);
    }
  });

  it('comes back as its result report where a table is asked for, and as its rows otherwise', async () => {
    const app = createApp(fakeDeps());
    const json = await callOperation(app, 'requestReceivedFile');
    const csv = await callOperation(app, 'requestReceivedFile').set('Accept', 'text/csv');
    expect(json.body).toMatchObject({ fileId: FUNDING_FILE, rows: [{ row: 1, code: 'FUNDED' }], nextCursor: null });
    expect([csv.headers['content-type'], csv.text]).toEqual([
      'text/csv; charset=utf-8',
      'row,result\r\n1,accepted\r\n',
    ]);
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="RESULT_${NAME}"`);
  });
});
