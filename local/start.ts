import { DataKeysError } from '../config/data-keys';
import { type LocalSettings, LocalSettingsError, loadLocalSettings } from '../config/local-settings';
import { SettingsError } from '../config/settings';
import { bringUp } from './bring-up';
import { ChildRecords } from './child-records';
import { type DataFolder, takeDataFolder } from './data-folder';
import { Refusal } from './refusal';
import type { SandboxPlaces } from './sandbox-file';
import { stopSignal } from './stop-signal';
import { Supervisor } from './supervisor';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

const welcome = (places: SandboxPlaces, folder: DataFolder, mode: LocalSettings['mode']): string => {
  const sandbox = [`  Keys         ${folder.sandbox}`, '  Try it       npm run demo   (in another terminal)'];
  return [
    '',
    `Ownward is running (${mode}).`,
    `  API          ${places.apiUrl}`,
    `  API docs     ${places.apiUrl}/docs`,
    `  Store Portal ${places.apiUrl}/portal`,
    `  Temporal UI  ${places.temporalUiUrl ?? `that of ${places.temporalAddress}`}`,
    `  SFTP         ${places.sftp.host}:${places.sftp.port}`,
    `  Database     ${places.databaseUrl.replace(/:[^:@/]*@/, ':…@')}`,
    ...(mode === 'sandbox' ? sandbox : []),
    '  Stop         Ctrl-C; the next start goes on where this one stopped',
    '',
  ].join('\n');
};

const EXPECTED = [Refusal, LocalSettingsError, SettingsError, DataKeysError];
const isExpected = (error: unknown): error is Error => EXPECTED.some((kind) => error instanceof kind);

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Runs until told to stop; returns the exit code. */
const run = async (folder: DataFolder, settings: LocalSettings): Promise<number> => {
  const supervisor = new Supervisor({ write, records: new ChildRecords(folder.children) });
  const stop = stopSignal((now) => void supervisor.stop(now));
  try {
    const up = bringUp({ settings, folder, supervisor, report: write });
    const places = await Promise.race([up, stop.asked, supervisor.gaveUp]);
    if (places !== undefined) {
      write(welcome(places, folder, settings.mode));
      await Promise.race([stop.asked, supervisor.gaveUp]);
    }
    write('stopping');
    return 0;
  } finally {
    await supervisor.stop();
  }
};

const main = async (): Promise<number> => {
  let folder: DataFolder | undefined;
  try {
    const settings = loadLocalSettings();
    folder = takeDataFolder(settings.dataDir);
    return await run(folder, settings);
  } catch (error) {
    write(isExpected(error) ? error.message : `Ownward cannot go on: ${stackOf(error)}`);
    return 1;
  } finally {
    folder?.release();
  }
};

void main().then((code) => process.exit(code));
