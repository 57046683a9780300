import type { Limits } from './limits';
import type { PartnerFolder } from './partner-folder';
import { failed } from './refusal';

/** Counting ten thousand files for each of ten thousand uploads would be the attack it is to prevent. */
const COUNT_EVERY_MS = 15_000;

/** What a partner's files take, counted now and then and added up in between. */
export class Quota {
  private byteCount = 0;
  private waitingCount = 0;
  private countedAtMs: number | undefined;

  constructor(
    private readonly folder: PartnerFolder,
    private readonly limits: Limits,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** One more file is about to come. @throws Refusal when there is no place for it */
  async admit(): Promise<void> {
    await this.recount();
    if (this.waitingCount >= this.limits.waitingFilesMaxCount) {
      throw failed(`${this.limits.waitingFilesMaxCount} files wait in in/; try again when some are processed`);
    }
    this.claim(0);
    this.waitingCount += 1;
  }

  /** @throws Refusal when there is no room */
  claim(byteCount: number): void {
    if (this.byteCount + byteCount > this.limits.partnerMaxBytes) {
      throw failed('your folders are full; remove what you have fetched from out/, or try again later');
    }
    this.byteCount += byteCount;
  }

  private async recount(): Promise<void> {
    if (this.countedAtMs !== undefined && this.nowMs() - this.countedAtMs < COUNT_EVERY_MS) return;
    this.countedAtMs = this.nowMs();
    const usage = await this.folder.usage();
    this.byteCount = usage.byteCount;
    this.waitingCount = usage.waitingCount;
  }
}
