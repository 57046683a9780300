import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { activeSftpPartners, type SftpPartner } from '../db/sftp-partners';
import { removeOldFiles } from './housekeeping';
import { layOutFundingReports } from './lay-out';
import { PartnerFolder } from './partner-folder';
import { PartnerIntake } from './partner-intake';
import type { IntakeParts } from './take-in';

const HOUR_MS = 3_600_000;

export interface IntakeSettings {
  /** one folder a merchant in it */
  readonly folder: string;
  readonly everyMs: number;
  readonly settleMs: number;
  readonly retentionDays: number;
  /** told of each round's partners: who is not among them any more is to be disconnected */
  onPartners?(partners: readonly SftpPartner[]): void;
}

/** Goes round all partners' folders until it is stopped, whoever has written to them: this process, an sshd, or a crash. */
export class Intake {
  private readonly intakes = new Map<string, PartnerIntake>();
  private readonly folders = new Map<string, Promise<PartnerFolder>>();
  private readonly stopping = new AbortController();
  private wake: AbortController = new AbortController();
  private life: Promise<void> | undefined;
  private cleanedAtMs = 0;

  constructor(
    private readonly parts: IntakeParts,
    private readonly settings: IntakeSettings,
  ) {}

  /** The same object for everybody, so that there is one count of what a partner has. */
  async folderOf({ merchantId }: SftpPartner): Promise<PartnerFolder> {
    if (!/^[\w-]{1,64}$/.test(merchantId)) throw new Error('this merchant ID cannot name a folder');
    const opened = this.folders.get(merchantId) ?? this.openFolder(merchantId);
    this.folders.set(merchantId, opened);
    // A disk that was away for a moment is asked again.
    opened.catch(() => this.folders.delete(merchantId));
    return await opened;
  }

  start(): void {
    this.life = this.live();
  }

  /** Something has come: look at once, and again when it has rested. */
  nudge(): void {
    this.wake.abort();
  }

  /** Resolves when the round under way is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    await this.life;
  }

  /** @throws whatever the database throws; one partner's trouble is not another's */
  async round(): Promise<void> {
    const partners = await activeSftpPartners(this.parts.db);
    this.settings.onPartners?.(partners);
    const intakes = await Promise.all(partners.map((partner) => this.intakeOf(partner)));
    const haveMore = await Promise.all(intakes.map((intake) => intake.attend()));
    if (haveMore.includes(true)) this.nudge();
    await layOutFundingReports(
      this.parts,
      intakes.map(({ desk }) => desk),
    );
    await this.cleanNowAndThen(intakes);
  }

  private async live(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.wake = new AbortController();
      try {
        await this.round();
      } catch (error) {
        this.parts.logger.error({ err: error }, 'a round of the intake failed; the next one goes on');
      }
      await this.rest();
    }
  }

  private async rest(): Promise<void> {
    const signal = AbortSignal.any([this.wake.signal, this.stopping.signal]);
    await delay(this.settings.everyMs, undefined, { signal }).catch(() => undefined);
  }

  private async intakeOf(partner: SftpPartner): Promise<PartnerIntake> {
    const key = JSON.stringify(partner);
    const known = this.intakes.get(partner.merchantId);
    if (known && JSON.stringify(known.desk.partner) === key) return known;
    const desk = { partner, folder: await this.folderOf(partner) };
    const intake = new PartnerIntake(this.parts, desk, this.settings.settleMs);
    this.intakes.set(partner.merchantId, intake);
    return intake;
  }

  private async openFolder(merchantId: string): Promise<PartnerFolder> {
    const folder = await PartnerFolder.open(join(this.settings.folder, merchantId));
    await folder.clearDrafts();
    return folder;
  }

  private async cleanNowAndThen(intakes: readonly PartnerIntake[]): Promise<void> {
    const nowMs = Date.now();
    if (nowMs - this.cleanedAtMs < HOUR_MS) return;
    this.cleanedAtMs = nowMs;
    for (const { desk } of intakes) await removeOldFiles(desk.folder, this.settings.retentionDays, nowMs);
  }
}
