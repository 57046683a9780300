import { connect } from 'node:net';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { type FaultFile, FileSender, type ReceivedFile } from '../support/fault-files';
import { Lives } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { SEEDS } from '../support/seeds';
import { type Ambush, phaseOf } from '../support/statement-trap';
import { StubbornRetailer } from '../support/stubborn-retailer';

jest.setTimeout(240_000);

/** The steps of a file, by the statement that is theirs; each is struck before it, after it, and when that is known. */
const STEPS: readonly [string, (fileId: string) => Omit<Ambush, 'phase'>][] = [
  ['its rows are kept', (id) => ({ asked: ['INSERT INTO funding_file_rows', id] })],
  ['a lease is told', (id) => ({ asked: ['insert into "requests"', `${id}-1`] })],
  ['the first batch is written down', (id) => ({ asked: ['UPDATE funding_file_rows', id, '"code":"FUNDED"'] })],
  // Between its report and its end, and after both.
  ['it is closed', (id) => ({ asked: ['update "funding_files"', 'processed', id], isCommit: true })],
];

let system: FaultSystem;
let sender: FileSender;
let undisturbed: string;
/** What goes on after the faults: an activity of the dead is taken up after its time limit, so all are waited for together. */
const received: ReceivedFile[] = [];

beforeAll(async () => {
  system = await FaultSystem.start();
  const lives = new Lives(system.sandbox, new StubbornRetailer());
  sender = await FileSender.for(system, lives, (STEPS.length + 1) * SEEDS.length + 1);
  const file = sender.fileOfTwoBatches();
  undisturbed = await sender.report({ fileId: (await sender.send(file)).body.fileId, file });
});
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

it('a funding file that nobody disturbs gives each row its code', () => {
  expect(undisturbed.trimEnd().split('\r\n').at(-1)).toBe('#TOTALS,503,1,0,0,502,1000.00');
});

describe.each(SEEDS)('kill -9, seed %i, of the worker when', (seed) => {
  it.each(STEPS)('%s', async (_step, ambushOf) => {
    const file = sender.fileOfTwoBatches();
    system.freeze('worker');
    const { fileId } = (await sender.send(file)).body;
    const { struck } = system.killAt('worker', { ...ambushOf(fileId), phase: phaseOf(seed) });
    system.thaw('worker');
    await struck;
    received.push({ fileId, file });
  });
});

/** The API is killed with half of a file read, waiting for the rest. */
async function killInTheMiddleOf({ name, text }: FaultFile): Promise<void> {
  const { apiUrl, apiKey } = system.sandbox.bestsofa;
  const { hostname, port } = new URL(apiUrl);
  const head = [
    `POST /v1/funding-files?fileName=${name} HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${apiKey}`,
    'Content-Type: text/csv',
    `Content-Length: ${text.length}`,
  ].join('\r\n');
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write(`${head}\r\n\r\n${text.slice(0, text.length / 2)}`, () => resolve());
  });
  await system.kill('api');
  await eventually(() => (socket.destroyed ? true : undefined));
}

describe('kill -9 of the API', () => {
  it('with half of a file received leaves nothing of it; the same upload again is processed once', async () => {
    const file = sender.fileOfTwoBatches();
    await killInTheMiddleOf(file);
    expect(await system.db.selectFrom('funding_files').select('name').where('name', '=', file.name).execute()).toEqual(
      [],
    );
    received.push({ fileId: (await sender.send(file)).body.fileId, file });
  });

  it.each<[string, Ambush]>([
    ['its bytes are kept', { asked: ['insert into "funding_file_chunks"', 'content'], phase: 'after' }],
    ['it is received and not started', { asked: ['"takes_name"', 'received'], isCommit: true, phase: 'after' }],
  ])('when %s: the same upload again is the same file, processed once', async (_step, ambush) => {
    const file = sender.fileOfTwoBatches();
    const { struck } = system.killAt('api', ambush);
    const sent = sender.send(file);
    await struck;
    received.push({ fileId: (await sent).body.fileId, file });
  });
});

describe('after all of these', () => {
  it('every report is there whole, and says what it says without a kill', async () => {
    expect(received).toHaveLength((STEPS.length + 1) * SEEDS.length);
    for (const each of received) {
      expect([each.file.name, await sender.report(each)]).toEqual([each.file.name, undisturbed]);
    }
  });

  it('each file has ended by itself, each lease has funded once, each retailer is told once', async () => {
    for (const each of received) await sender.assertActedOnOnce(each);
  });

  it('the books hold, and every Workflow says what SQL says', () => system.assertBooksAtRest());
});
