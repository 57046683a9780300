import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { comparable, type FaultFile, FileSender, type ReceivedFile } from '../support/fault-files';
import { Lives } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { SEEDS, seeded, strikeAfter } from '../support/seeds';
import { SftpPartner } from '../support/sftp-partner';
import { type Ambush, phaseOf } from '../support/statement-trap';
import { StubbornRetailer } from '../support/stubborn-retailer';

jest.setTimeout(240_000);

/** From the taking in of a file to its answer, by the statements of the intake. */
const STEPS: readonly [string, Omit<Ambush, 'phase'>][] = [
  ['the file is taken in and not put away', { asked: ['"takes_name"', 'received'], isCommit: true }],
  ['its report is fetched for out/', { asked: ['select "content" from "funding_file_chunks"', 'report'] }],
  ['its report lies in out/', { asked: ['update "funding_files" set "is_report_due"'] }],
];

let system: FaultSystem;
let sender: FileSender;
let partner: SftpPartner;
let undisturbed: string;
const brought: FaultFile[] = [];

beforeAll(async () => {
  system = await FaultSystem.start();
  const lives = new Lives(system.sandbox, new StubbornRetailer());
  sender = await FileSender.for(system, lives, (STEPS.length + 2) * SEEDS.length + 1);
  partner = new SftpPartner(system.dataDir);
  undisturbed = await result(await bring(sender.file()));
});
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

/** With its companion, so that it is taken in at once. */
async function bring(file: FaultFile): Promise<FaultFile> {
  const { name, text } = file;
  const digest = createHash('sha256').update(text).digest('hex');
  await partner.put({ [`in/${name}.sha256`]: digest, [`in/${name}`]: text });
  brought.push(file);
  return file;
}

const result = async (file: FaultFile): Promise<string> =>
  comparable(await partner.text(`out/RESULT_${file.name}`), file);

async function received(file: FaultFile): Promise<ReceivedFile> {
  const { file_id: fileId } = await system.db
    .selectFrom('funding_files')
    .select('file_id')
    .where('name', '=', file.name)
    .where('state', '<>', 'receiving')
    .executeTakeFirstOrThrow();
  return { fileId, file };
}

describe.each(SEEDS)('kill -9, seed %i, of the SFTP process', (seed) => {
  const { delayMs } = seeded(seed, 1_000);

  it('in the middle of an upload leaves nothing of it; the same upload again is taken', async () => {
    const file = sender.file();
    const client = await partner.connect();
    const upload = client.createWriteStream(`in/${file.name}`, { autoClose: false });
    upload.on('error', () => undefined);
    await new Promise<void>((resolve) => upload.write(file.text.slice(0, file.text.length / 2), () => resolve()));
    await system.kill('sftp');
    await client.end().catch(() => undefined);
    expect((await partner.files())['in']).not.toContain(file.name);
    await bring(file);
  });

  it('after CLOSE and before the intake loses nothing', async () => {
    const file = sender.file();
    await partner.put({ [`in/${file.name}`]: file.text });
    await strikeAfter(delayMs);
    await system.kill('sftp');
    brought.push(file);
  });

  it.each(STEPS)('when %s', async (_step, ambush) => {
    const { struck } = system.killAt('sftp', { ...ambush, phase: phaseOf(seed) });
    await bring(sender.file());
    await struck;
  });
});

describe('after all of these', () => {
  it('every report lies in out/, whole, and says what it says without a kill', async () => {
    expect(brought).toHaveLength((STEPS.length + 2) * SEEDS.length + 1);
    for (const file of brought) expect([file.name, await result(file)]).toEqual([file.name, undisturbed]);
  });

  it('every file lies once in processed/, and nothing is left anywhere else', async () => {
    const names = brought.map(({ name }) => name);
    await eventually(async () => ((await partner.files())['in']?.length === 0 ? true : undefined));
    const { processed = [], ...others } = await partner.files();
    expect(processed.filter((name) => !name.endsWith('.sha256'))).toEqual([...names].sort());
    expect(others).toEqual({ in: [], failed: [], out: names.map((name) => `RESULT_${name}`).sort() });
    const root = join(system.dataDir, 'sftp', 'mer_bestsofa');
    for (const hidden of ['.arriving', '.taking'])
      expect([hidden, readdirSync(join(root, hidden))]).toEqual([hidden, []]);
  });

  it('each file was acted on once, each lease has funded once, each retailer is told once', async () => {
    for (const file of brought) await sender.assertActedOnOnce(await received(file));
  });

  it('the books hold, and every Workflow says what SQL says', () => system.assertBooksAtRest());
});
