import { readFileSync } from 'node:fs';
import type { Bank, CardProcessor, DecisionEngine } from '../ports';
import { httpCardProcessor } from './http-card-processor';
import { httpDecisionEngine } from './http-decision-engine';
import type { Service } from './json-call';
import { sandboxBank } from './sandbox-bank';
import { sandboxCardProcessor } from './sandbox-card-processor';
import { sandboxDecisionEngine } from './sandbox-decision-engine';
import type { SandboxStore } from './sandbox-store';
import { sftpBank, type SftpBankSettings } from './sftp-bank';

/** The bank's server as settings name it: the key stays in its file until the process starts. */
export type BankServer = Omit<SftpBankSettings, 'privateKey'> & { privateKeyFile: string };

export interface AdapterSettings {
  mode: 'sandbox' | 'live';
  decisionEngine?: Service | undefined;
  cardProcessor?: Service | undefined;
  bank?: BankServer | undefined;
}

export interface Adapters {
  decisionEngine: DecisionEngine;
  cardProcessor: CardProcessor;
  bank: Bank;
}

/** SSNs and card tokens travel encrypted, except to a process on this very machine. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Chooses who decides, who takes cards and which bank has our files. Sandbox never calls out, even when services are configured.
 *
 * @throws Error in live mode, naming everything that is missing or unsafe at once; the process must not start
 */
export function createAdapters(settings: AdapterSettings, sandboxStore: SandboxStore): Adapters {
  if (settings.mode === 'sandbox') {
    return {
      decisionEngine: sandboxDecisionEngine(sandboxStore),
      cardProcessor: sandboxCardProcessor(sandboxStore),
      bank: sandboxBank(sandboxStore.bank),
    };
  }
  const { decisionEngine, cardProcessor, bank } = settings;
  const privateKey = bank && keyIn(bank.privateKeyFile);
  const faults = [...faultsOf('decision engine', decisionEngine), ...faultsOf('card processor', cardProcessor)];
  if (!bank) faults.push('the bank has no SFTP server');
  else if (privateKey === undefined) faults.push("the bank's private key cannot be read");
  if (!decisionEngine || !cardProcessor || !bank || privateKey === undefined || faults.length > 0) {
    throw new Error(`Live mode cannot start: ${faults.join('; ')}.`);
  }
  return {
    decisionEngine: httpDecisionEngine(decisionEngine),
    cardProcessor: httpCardProcessor(cardProcessor),
    bank: sftpBank({ ...bank, privateKey }),
  };
}

/** @returns undefined when the file is missing, closed to us or empty; whether it is a key the bank will say */
function keyIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8') || undefined;
  } catch {
    return undefined;
  }
}

function faultsOf(partner: string, service: Service | undefined): string[] {
  if (!service) return [`the ${partner} has no url and no token`];
  const faults: string[] = [];
  if (!isSafe(service.url))
    faults.push(`the ${partner}'s url must be a plain https address (http only on this machine)`);
  // A header takes visible ASCII only; anything else would fail on every call instead of here.
  if (!/^[\x21-\x7e]+$/.test(service.token)) faults.push(`the ${partner}'s token is empty or holds blanks`);
  return faults;
}

/** No user, password or query either: they end up in logs, and a path is appended to this URL. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
  return isPrivate && username + password + search + hash === '';
}
