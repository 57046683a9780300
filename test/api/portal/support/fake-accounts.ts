import type { PortalAccounts, SessionPerson } from '../../../../api/portal/accounts';
import { WORK_GROUPS, type WorkLists, type WorkRow } from '../../../../api/portal/work-lists';
import { instant } from '../../../../domain/calendar-date';
import { merchantId, storeId } from '../../../../domain/ids';
import { leaseView } from '../../support/fake-leases';

const token = (letter: string): string => letter.repeat(43);

/** Everyone who may be signed in; the cookie of each. */
export const TOKENS = { manager: token('M'), clerk: token('C') } as const;
export type Signed = keyof typeof TOKENS;

const STORES = [
  { storeId: storeId('S-1'), name: 'Dallas', kind: 'store' as const, timeZone: 'America/Chicago' },
  { storeId: storeId('S-2'), name: 'Web', kind: 'web' as const, timeZone: 'America/New_York' },
];

export const person = (over: Partial<SessionPerson> = {}): SessionPerson => ({
  ...{ userId: 'usr_1', merchantId: merchantId('M-1'), merchantName: 'BestSofa', username: 'ana@bestsofa.example' },
  ...{ role: 'manager', language: 'en', stores: STORES },
  ...over,
});

/** Accounts in memory: one manager, one clerk of one store; what is done to them is written down. */
export class FakeAccounts implements PortalAccounts {
  readonly done: string[] = [];
  readonly signed = new Map<string, SessionPerson>([
    [TOKENS.manager, person()],
    [TOKENS.clerk, person({ userId: 'usr_2', role: 'clerk', username: 'bob', stores: STORES.slice(0, 1) })],
  ]);
  answer: Awaited<ReturnType<PortalAccounts['signIn']>> = { outcome: 'refused' };
  knowsPassword = true;

  private note(line: string): void {
    this.done.push(line);
  }

  signIn: PortalAccounts['signIn'] = async ({ username, address }) => {
    this.note(`signIn ${username} from ${address}`);
    return this.answer;
  };
  visit: PortalAccounts['visit'] = async (secret) => this.signed.get(secret);
  signOut: PortalAccounts['signOut'] = async (secret) => void this.signed.delete(secret);
  setLanguage: PortalAccounts['setLanguage'] = async (userId, language) => this.note(`language ${userId} ${language}`);
  changePassword: PortalAccounts['changePassword'] = async (userId) => {
    this.note(`changePassword ${userId}`);
    return this.knowsPassword;
  };
  usernames: PortalAccounts['usernames'] = async () => new Map();
  people: PortalAccounts['people'] = async () =>
    [...this.signed.values()].map(({ userId, username, role, stores }) => ({
      ...{ userId, username, role, isActive: true, lastSeenAt: null },
      storeIds: role === 'manager' ? null : stores.map((store) => store.storeId),
    }));
  invitations: PortalAccounts['invitations'] = async () => [];
  invite: PortalAccounts['invite'] = async (_by, { username, role, storeIds }) => {
    if (username === 'taken') return { problem: 'username_taken' };
    this.note(`invite ${username} as ${role} of ${storeIds?.join('+') ?? 'all'}`);
    return { token: token('I') };
  };
  withdraw: PortalAccounts['withdraw'] = async (_by, id) => this.note(`withdraw ${id}`);
  invitation: PortalAccounts['invitation'] = async (secret) =>
    secret === token('I')
      ? {
          ...{ invitationId: 'inv_1', username: 'new@bestsofa.example', role: 'clerk', storeIds: [storeId('S-1')] },
          ...{ expiresAt: instant(Date.UTC(2026, 11, 1)), merchantName: 'BestSofa' },
        }
      : undefined;
  accept: PortalAccounts['accept'] = async (_secret, password, language) => {
    this.note(`accept in ${language} with ${password.length} characters`);
    return true;
  };
  setActive: PortalAccounts['setActive'] = async (_by, userId, isActive) => {
    if (userId === 'usr_1' && !isActive) return 'last_manager';
    this.note(`${isActive ? 'activate' : 'deactivate'} ${userId}`);
    return undefined;
  };
  setStores: PortalAccounts['setStores'] = async (_by, userId, ids) => {
    this.note(`stores ${userId} ${ids.join('+')}`);
    return undefined;
  };
  endSessions: PortalAccounts['endSessions'] = async (_by, userId) => {
    this.note(`endSessions ${userId}`);
    return undefined;
  };
}

export const workRow = (over: Partial<WorkRow> = {}): WorkRow => ({
  ...{ lease: leaseView(), isBlocked: false, isOverdue: false, hasShipments: false, customerName: 'Ana R.' },
  ...over,
});

/** Lists of what a test puts into them, and what was asked of them. */
export class FakeLists implements WorkLists {
  readonly asked: string[] = [];
  constructor(private readonly rows: readonly WorkRow[] = []) {}

  today: WorkLists['today'] = async (caller, storeIds, shown) => {
    this.asked.push(`today of ${storeIds.join('+')} for ${caller.keyId}, ${shown.unsigned} unsigned`);
    const page = { rows: this.rows, count: this.rows.length };
    return Object.fromEntries(WORK_GROUPS.map((group) => [group, page])) as Awaited<ReturnType<WorkLists['today']>>;
  };
  search: WorkLists['search'] = async (_caller, storeIds, text) => {
    this.asked.push(`search ${text} in ${storeIds.join('+')}`);
    return this.rows;
  };
}
