import { mkdtempSync, rmSync, utimesSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SftpPartner } from '../../db/sftp-partners';
import { merchantId } from '../../domain/ids';
import { removeOldFiles } from '../../sftp/housekeeping';
import { Intake } from '../../sftp/intake';
import { PartnerFolder } from '../../sftp/partner-folder';
import { eventually } from '../local/eventually';
import { fileOf } from '../support/funding-file-world';
import { SftpIntakeWorld } from '../support/sftp-intake-world';

jest.setTimeout(120_000);

describe('the intake of all partners', () => {
  let world: SftpIntakeWorld;
  let root: string;
  let intake: Intake;
  const seen: string[][] = [];
  beforeAll(async () => {
    world = await SftpIntakeWorld.open();
    root = mkdtempSync(join(tmpdir(), 'ownward-partners-'));
    await world.files.db
      .insertInto('sftp_partners')
      .values(
        ['mer_bestsofa', 'mer_acme'].map((id) => ({
          ...{ username: id, merchant_id: merchantId(id), public_keys: [], pgp_public_key: null },
        })),
      )
      .execute();
    intake = new Intake(world.parts(), {
      ...{ folder: root, everyMs: 20, settleMs: 0, retentionDays: 30 },
      onPartners: (partners: readonly SftpPartner[]) => void seen.push(partners.map(({ username }) => username)),
    });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(root, { recursive: true, force: true });
  });

  const put = (partner: string, name: string): void =>
    writeFileSync(join(root, partner, 'in', name), fileOf(world.files.row({ leaseId: '9300000000' }), name));
  const listed = (partner: string, folder: string): string[] => readdirSync(join(root, partner, folder)).sort();

  it('makes their folders, and finds what comes', async () => {
    await intake.round();
    put('mer_bestsofa', 'FUND_mer_bestsofa_20261124_all1.csv');
    put('mer_acme', 'FUND_mer_acme_20261124_all1.csv');
    await intake.round();
    expect(listed('mer_bestsofa', 'processed')).toEqual(['FUND_mer_bestsofa_20261124_all1.csv']);
    expect(listed('mer_acme', 'processed')).toEqual(['FUND_mer_acme_20261124_all1.csv']);
  });

  it('keeps the trouble of one from the others, and mends folders that somebody has removed', async () => {
    rmSync(join(root, 'mer_acme'), { recursive: true });
    writeFileSync(join(root, 'mer_acme'), 'a file where a folder was');
    put('mer_bestsofa', 'FUND_mer_bestsofa_20261124_all2.csv');
    await intake.round();
    expect(listed('mer_bestsofa', 'in')).toEqual([]);
    expect(world.lines.splice(0)).toHaveLength(1);
    rmSync(join(root, 'mer_bestsofa'), { recursive: true });
    await intake.round();
    expect(listed('mer_bestsofa', 'in')).toEqual([]);
    rmSync(join(root, 'mer_acme'));
  });

  it('takes no more than fifty files a round, so that thousands of one partner keep nobody waiting', async () => {
    for (let number = 100; number < 160; number += 1) put('mer_bestsofa', `FUND_mer_bestsofa_20261124_${number}.csv`);
    await intake.round();
    expect(listed('mer_bestsofa', 'in')).toHaveLength(10);
    await intake.round();
    expect(listed('mer_bestsofa', 'in')).toEqual([]);
  });

  it('goes round by itself until it is stopped, and tells who may be connected', async () => {
    seen.length = 0;
    intake.start();
    put('mer_bestsofa', 'FUND_mer_bestsofa_20261124_all3.csv');
    intake.nudge();
    await eventually(() => listed('mer_bestsofa', 'in').length === 0 || undefined);
    await world.files.db
      .updateTable('sftp_partners')
      .set({ is_active: false })
      .where('username', '=', 'mer_acme')
      .execute();
    await eventually(() => seen.at(-1)?.join() === 'mer_bestsofa' || undefined);
    await intake.stop();
    const rounds = seen.length;
    intake.nudge();
    expect(seen).toHaveLength(rounds);
  });

  it('never lets a merchant’s ID name a folder outside', async () => {
    const partner = { ...world.partner, merchantId: merchantId('../outside') };
    await expect(intake.folderOf(partner)).rejects.toThrow('cannot name a folder');
    expect(existsSync(join(root, '../outside'))).toBe(false);
  });

  it('removes what has lain too long, but never what waits to be taken in', async () => {
    const folder = await PartnerFolder.open(join(root, 'old'));
    for (const name of [
      'in/waiting.csv',
      'in/work.csv.part',
      'in/alone.csv.sha256',
      'out/r',
      'failed/f',
      'processed/p',
    ]) {
      writeFileSync(join(root, 'old', name), 'x');
      utimesSync(join(root, 'old', name), 1, 1);
    }
    const dayMs = 86_400_000;
    expect(await removeOldFiles(folder, 30, Date.now() + 29 * dayMs)).toBe(0);
    expect(await removeOldFiles(folder, 30, Date.now() + 30 * dayMs + 60_000)).toBe(5);
    expect(listed('old', 'in')).toEqual(['waiting.csv']);
  });
});
