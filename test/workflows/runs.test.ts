import { calendarDate } from '../../domain/calendar-date';
import { runReleased } from '../../workflows/funding-run/messages';
import { RunStage } from '../support/run-stage';

jest.setTimeout(120_000);

const date = calendarDate;

describe('the runs of banking days', () => {
  let stage: RunStage;
  beforeAll(async () => void (stage = await RunStage.open()));
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.world.lines = [];
  });

  it('make up missed days in order, customers and merchants side by side, after what the bank says', async () => {
    stage.world.days = [date('2026-11-24'), date('2026-11-25')];
    stage.world.bankFiles = ['BFL-1'];

    const days = await stage.run('2026-11-25');

    expect(days.map(({ fundingRunId }) => fundingRunId)).toEqual(['FRUN-2026-11-24', 'FRUN-2026-11-25']);
    const { lines } = stage.world;
    expect(lines.slice(0, 3)).toEqual(['days up to 2026-11-25', 'collectBankFiles 2026-11-24', 'applyBankFile BFL-1']);
    expect(lines.filter((line) => /Collection|DuePayments|LateFees/.test(line))).toEqual(
      ['2026-11-24', '2026-11-25'].flatMap((day) => [
        `settleCollections ${day}`,
        `chargeDuePayments ${day}`,
        `assessLateFees ${day}`,
        `cutCollectionRun ${day}`,
        `sendCollectionFile CRUN-${day}`,
      ]),
    );
    expect(lines.filter((line) => line.includes('Funding'))).toEqual(
      ['2026-11-24', '2026-11-25'].flatMap((day) => [
        `settleFundings ${day}`,
        `cutFundingRun ${day}`,
        `sendFundingFile FRUN-${day}`,
      ]),
    );
    const nextDayAt = lines.indexOf('collectBankFiles 2026-11-25');
    expect(lines.slice(nextDayAt).filter((line) => line.includes('11-24'))).toEqual([]);
  });

  it('ask no processor for cards on a day without a card to charge', async () => {
    stage.world.days = [date('2026-11-27')];
    stage.world.hasDueCharges = false;

    await stage.run('2026-11-27');

    expect(stage.world.lines).not.toContain('chargeDuePayments 2026-11-27');
  });

  it('run a day once, although two ask for it', async () => {
    stage.world.days = [date('2026-12-01')];
    await Promise.all([stage.run('2026-12-01'), stage.run('2026-12-01')]);

    expect(stage.world.lines.filter((line) => line.startsWith('cutFundingRun'))).toEqual(['cutFundingRun 2026-12-01']);
    expect(stage.world.lines.filter((line) => line.startsWith('cutCollectionRun'))).toHaveLength(1);
  });

  it('go on with later days while a run above the limit waits for a second person, and send it once released', async () => {
    const { world, client } = stage;
    world.days = [date('2026-12-02'), date('2026-12-03')];
    world.held.add(date('2026-12-02'));

    await stage.run('2026-12-03');
    expect(world.lines).toContain('sendFundingFile FRUN-2026-12-03');
    expect(world.lines).not.toContain('sendFundingFile FRUN-2026-12-02');

    const held = client.workflow.getHandle('funding-run:2026-12-02');
    await held.signal(runReleased, { releasedBy: 'key_2' });
    await held.result();
    expect(world.lines.slice(-2)).toEqual([
      'releaseFundingRun FRUN-2026-12-02 key_2',
      'sendFundingFile FRUN-2026-12-02',
    ]);
  });

  it('hand a file over as soon as the bank can be reached again', async () => {
    stage.world.days = [date('2026-12-04')];
    stage.world.bankOutages = 2;

    await stage.run('2026-12-04');

    expect(stage.world.lines.filter((line) => line === 'sendFundingFile FRUN-2026-12-04')).toHaveLength(3);
  });

  it('tell a lease that is paid off, and are not held up by one that cannot hear it', async () => {
    stage.world.days = [date('2026-12-07')];
    stage.world.paidOff = ['4821907735' as never];

    await stage.run('2026-12-07');

    expect(stage.world.lines).toContain('leasesEnded 4821907735');
    expect(stage.world.lines).toContain('sendFundingFile FRUN-2026-12-07');
  });
});
