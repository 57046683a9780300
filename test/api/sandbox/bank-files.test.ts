import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { EXAMPLE_BANK_FILE } from '../../../api/docs/example-bank-file';
import { takeBankFile } from '../../../api/sandbox/bank-files';
import { createCipher } from '../../../db/cipher';
import type { Instant } from '../../../domain/calendar-date';
import { RETURN_FILE } from '../../domain/nacha/bank-files';
import { testDataKeys } from '../../support/data-keys';
import { embeddedLedger, type LedgerDatabase } from '../../support/ledger-database';

const ENTRY = { traceNumber: '121042880000001', code: 'R01', result: 'parked_unknown_trace' } as const;

describe('a file as from the bank', () => {
  let database: LedgerDatabase;
  const cipher = createCipher(testDataKeys('k1'));
  const started: string[] = [];

  /** Temporal as far as this knows it: `work` is what the file's Workflow does. */
  function temporal(work: (fileId: string) => Promise<void>): Client {
    const start = async (type: string, { workflowId, args }: { workflowId: string; args: [{ fileId: string }] }) => {
      if (started.includes(workflowId)) throw new WorkflowExecutionAlreadyStartedError('again', workflowId, type);
      started.push(workflowId);
      await work(args[0].fileId);
    };
    const getHandle = () => ({ result: async () => undefined });
    const withDeadline = (_deadline: number, calls: () => Promise<unknown>) => calls();
    return { workflow: { start, getHandle }, withDeadline } as never;
  }

  async function apply(fileId: string): Promise<void> {
    const { traceNumber: trace_number, code, result } = ENTRY;
    await database.db
      .insertInto('bank_file_entries')
      .values({ file_id: fileId, position: 1, trace_number, code, result, reason: null })
      .execute();
    await database.db
      .updateTable('bank_files')
      .set({ applied_at: '2026-12-02T22:00:00.000Z' as Instant })
      .where('file_id', '=', fileId)
      .execute();
  }

  const take = (text: string, work = apply) =>
    takeBankFile({ db: database.db, cipher, temporal: temporal(work) }, text);
  const kept = () => database.db.selectFrom('bank_files').selectAll().execute();

  beforeAll(async () => {
    database = await embeddedLedger();
  }, 120_000);
  afterAll(() => database.close());

  it('that is damaged is refused, and nothing of it is kept', async () => {
    const damaged = EXAMPLE_BANK_FILE.replace('0000007504', '0000007505');

    await expect(take(damaged)).rejects.toMatchObject({
      code: 'BANK_FILE_INVALID',
      extra: {
        errors: [{ pointer: expect.stringMatching(/^\/lines\//), code: 'CONTROL_TOTALS', detail: expect.anything() }],
      },
    });
    expect(await kept()).toEqual([]);
    expect(started).toEqual([]);
  });

  it('is kept sealed under its bytes’ own name, dated as the bank dated it, and answered when it is applied', async () => {
    const { fileId, entries } = await take(EXAMPLE_BANK_FILE);
    const [row, ...more] = await kept();

    expect(fileId).toMatch(/^BFL-[0-9a-f]{16}$/);
    expect(entries).toEqual([ENTRY]);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ file_id: fileId, created_on: '2026-12-02' });
    expect(row?.content.includes('ANA PENA')).toBe(false);
    expect(started).toEqual([`bank-file:${fileId}`]);
  });

  it('sent again has the same answer, and nothing happens', async () => {
    const again = await take(EXAMPLE_BANK_FILE, async () => Promise.reject(new Error('must not run again')));

    expect(again.entries).toEqual([ENTRY]);
    expect(started).toHaveLength(1);
  });

  it('that is kept but not applied is said to be so, and answered once it is', async () => {
    await expect(take(RETURN_FILE, async () => undefined)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const [file] = await database.db
      .selectFrom('bank_files')
      .select('file_id')
      .where('applied_at', 'is', null)
      .execute();
    await apply(file?.file_id ?? '');

    expect(await take(RETURN_FILE)).toEqual({ fileId: file?.file_id, entries: [ENTRY] });
  });
});
