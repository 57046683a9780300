import { sql } from 'kysely';
import { lookUpLeases } from '../../api/reads/lookups';
import type { Caller, LookupKey } from '../../api/ports';
import type { Instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { merchantId } from '../../domain/ids';
import { ActivityWorld, PERSON } from './activity-world';
import type { LedgerDatabase } from './ledger-database';

const RETAILER: Caller = { keyId: 'key_1', kind: 'retailer', merchantId: merchantId('mer_bestsofa'), scopes: [] };
const LAST4 = PERSON.customer.ssn.slice(-4);
const LONG_AGO = sql<Instant>`now() - interval '16 minutes'`;
let phoneCount = 0;
const unknownPhone = (): string => String(9_720_000_000 + (phoneCount += 1));

/** What a look-up must keep secret on every PostgreSQL. */
export function describeLookups(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`look-ups in ${engine}`, () => {
    let world: ActivityWorld;
    beforeAll(async () => {
      world = await ActivityWorld.open(await open());
    }, 60_000);
    afterAll(() => world.close());

    /** The number of leases found, or the code of the refusal. */
    async function lookUp(key: LookupKey): Promise<number | string> {
      return await lookUpLeases(world.db, world.cipher, RETAILER, key).then(
        (leases) => leases.length,
        (error: unknown) => (error instanceof LeaseError ? error.code : Promise.reject(error)),
      );
    }

    const misses = async (): Promise<number> =>
      (await world.db.selectFrom('lookup_misses').selectAll().execute()).length;

    it('let three of many guesses sent at once through, not all of them', async () => {
      const mobilePhone = unknownPhone();
      const guesses = Array.from({ length: 12 }, (_, guess) => ({ last4Ssn: String(1_000 + guess), mobilePhone }));
      const answers = await Promise.all(guesses.map(lookUp));

      expect(answers.filter((answer) => answer === 0)).toHaveLength(3);
      expect(answers.filter((answer) => answer === 'RATE_LIMITED')).toHaveLength(9);
    });

    it('never count a match, however many are asked for at once', async () => {
      const { leaseId } = await world.applied().then((lease) => lease.contracts());
      const before = await misses();
      const answers = await Promise.all(Array.from({ length: 8 }, () => lookUp({ last4Ssn: LAST4, leaseId })));

      expect(answers).toEqual(Array(8).fill(1));
      expect(await misses()).toBe(before);
    });

    it('forget misses older than the lock, whoever they were about', async () => {
      const mobilePhone = unknownPhone();
      for (let count = 0; count < 3; count += 1) await lookUp({ last4Ssn: LAST4, mobilePhone });
      expect(await lookUp({ last4Ssn: LAST4, mobilePhone })).toBe('RATE_LIMITED');
      await world.db.updateTable('lookup_misses').set({ missed_at: LONG_AGO }).execute();

      expect(await lookUp({ last4Ssn: LAST4, mobilePhone: unknownPhone() })).toBe(0);
      expect(await misses()).toBe(1);
      expect(await lookUp({ last4Ssn: LAST4, mobilePhone })).toBe(0);
    });
  });
}
