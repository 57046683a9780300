import { companionOf } from './companion';
import type { PartnerFolder, Spot } from './partner-folder';
import { codeOf } from './refusal';
import { type ReasonCode, reasonText } from './reason-words';

/** A file that was taken in, where its partner finds it again. The same bytes may have been there before. */
export async function putWithProcessed(folder: PartnerFolder, file: Spot): Promise<void> {
  await ifThere(() => folder.moveOver(file, { area: 'processed', name: file.name }));
  await moveCompanion(folder, file.name, { area: 'processed', name: companionOf(file.name) });
}

/** A file that was refused, beside the reason; never over another one that was refused under its name. */
export async function putWithFailed(
  folder: PartnerFolder,
  file: Spot,
  reason: { code: ReasonCode; particulars?: string | undefined },
): Promise<void> {
  const name = await freeName(folder, file.name);
  // Before the file: who finds the one finds the other.
  await folder.put('failed', `${name}.reason.txt`, reasonText(reason.code, reason.particulars));
  await ifThere(() => folder.moveOver(file, { area: 'failed', name }));
  await moveCompanion(folder, file.name, { area: 'failed', name: companionOf(name) });
}

async function moveCompanion(folder: PartnerFolder, name: string, to: Spot): Promise<void> {
  await ifThere(() => folder.moveOver({ area: 'in', name: companionOf(name) }, to));
}

async function freeName(folder: PartnerFolder, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}.${number}`;
    if (!(await folder.stat('failed', candidate))) return candidate;
  }
}

/** Moved before, or taken away by whoever looks after the disk: then nothing is left to do. */
async function ifThere(move: () => Promise<void>): Promise<void> {
  try {
    await move();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
