import { companionOf, isCompanion } from './companion';
import { codeOf } from './refusal';
import { SettledFiles } from './settled-files';
import { layOutResults } from './lay-out';
import { finishTakingIn, type IntakeParts, type PartnerDesk, takeIn } from './take-in';
import { isUnfinished, isUploadName } from './virtual-path';

const AT_ONCE_MS = 0;
/** So few that results and other partners' files are not kept waiting by ten thousand. */
const FILES_A_ROUND_COUNT = 50;
const REST_FIRST_MS = 2_000;
const REST_MAX_MS = 60_000;

const leftKey = (name: string): string => `.taking/${name}`;

/** Looks through one partner's `in/`, one file after the other in the order in which they came. */
export class PartnerIntake {
  private readonly settled: SettledFiles;
  private failureCount = 0;
  private notBeforeMs = 0;

  constructor(
    private readonly parts: IntakeParts,
    readonly desk: PartnerDesk,
    settleMs: number,
  ) {
    this.settled = new SettledFiles(settleMs);
  }

  /**
   * One round, unless the last one failed and it is too early for another: one partner's trouble is its own.
   * @returns true when more files wait than one round takes
   */
  async attend(): Promise<boolean> {
    if (performance.now() < this.notBeforeMs) return false;
    try {
      const hasMore = await this.round();
      this.failureCount = 0;
      return hasMore;
    } catch (error) {
      this.notBeforeMs = performance.now() + Math.min(REST_MAX_MS, REST_FIRST_MS * 2 ** this.failureCount);
      this.failureCount += 1;
      const { merchantId } = this.desk.partner;
      this.parts.logger.error({ err: error, merchantId }, "a partner's folders could not be looked through");
      return false;
    }
  }

  /** A file that fails is logged and left for a later round; it holds up no other. */
  async round(): Promise<boolean> {
    const { folder } = this.desk;
    await folder.mend();
    for (const name of await this.left()) {
      await this.attempt(leftKey(name), () => finishTakingIn(this.parts, this.desk, name));
    }
    const busy = new Set(await folder.names('.taking'));
    const due = await this.due();
    for (const name of due.slice(0, FILES_A_ROUND_COUNT)) {
      if (!busy.has(name)) await this.attempt(name, () => takeIn(this.parts, this.desk, name));
    }
    await layOutResults(this.parts, this.desk);
    return due.length > FILES_A_ROUND_COUNT;
  }

  /** What an earlier round, or a process that was killed, did not bring to an end. */
  private async left(): Promise<string[]> {
    const left: string[] = [];
    for (const name of await this.desk.folder.names('.taking')) {
      const stats = await this.desk.folder.stat('.taking', name);
      if (stats && this.settled.look(leftKey(name), stats, AT_ONCE_MS)) left.push(name);
    }
    return left;
  }

  /** What waits in `in/` and is complete, oldest first. */
  private async due(): Promise<string[]> {
    const { folder } = this.desk;
    const names = (await folder.names('in')).filter((name) => !isUnfinished(name) && isUploadName(name));
    this.settled.keepOnly([...names, ...(await folder.names('.taking')).map(leftKey)]);
    const here = new Set(names);
    const due: { name: string; mtimeMs: number }[] = [];
    for (const name of names) {
      const stats = await folder.stat('in', name);
      if (!stats || isCompanion(name)) continue;
      // Of what somebody else's sshd writes nobody knows that it is complete, companion or not.
      const needsNoRest = this.parts.channel === 'sftp' && here.has(companionOf(name));
      const isDue = needsNoRest ? this.settled.look(name, stats, AT_ONCE_MS) : this.settled.look(name, stats);
      if (isDue) due.push({ name, mtimeMs: stats.mtimeMs });
    }
    return due.sort((one, other) => one.mtimeMs - other.mtimeMs).map(({ name }) => name);
  }

  private async attempt(key: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // Gone between two looks: whoever put it there has taken it back.
      if (codeOf(error) === 'ENOENT') return;
      const { merchantId } = this.desk.partner;
      this.parts.logger.error({ err: error, merchantId }, 'a file could not be taken in; it is tried again');
      this.settled.failed(key);
    }
  }
}
