import { setTimeout as delay } from 'node:timers/promises';
import type { SftpPartner } from '../db/sftp-partners';
import type { Desk } from './file-requests';
import type { Limits } from './limits';
import type { PartnerFolder } from './partner-folder';
import { Quota } from './quota';

const LOOK_AGAIN_MS = 50;

/** Where partners' uploads go, and who is told of them. */
export interface Takers {
  folderOf(partner: SftpPartner): Promise<PartnerFolder>;
  /** A complete file is there. */
  nudge(): void;
}

/** What each partner works at; all connections of one share its folder and its quota. */
export function deskMaker(takers: Takers, limits: Limits): (partner: SftpPartner) => Promise<Desk> {
  const quotas = new Map<string, Quota>();
  return async (partner) => {
    const folder = await takers.folderOf(partner);
    const quota = quotas.get(partner.merchantId) ?? new Quota(folder, limits);
    quotas.set(partner.merchantId, quota);
    return {
      ...{ folder, quota, limits },
      arrived: () => takers.nudge(),
      nameFree: (name) => untilTaken(folder, name, limits.nameFreeWithinMs),
    };
  };
}

/** A file that is sent twice in a row finds its first copy still waiting. */
async function untilTaken(folder: PartnerFolder, name: string, withinMs: number): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while (performance.now() < deadlineMs && (await folder.stat('in', name))) await delay(LOOK_AGAIN_MS);
}
