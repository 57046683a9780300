import type { Handover, Handovers } from '../../../../../api/portal/leases/apply/handovers-port';
import type { Caller } from '../../../../../api/ports';
import { merchantId } from '../../../../../domain/ids';

export const LINK = 'a'.repeat(43);

/** Hand-overs in memory: as many as are started, all under one link. */
export class FakeHandovers implements Handovers {
  handover: Handover | undefined;

  async start({ keyId }: Caller, { storeId, language }: Pick<Handover, 'storeId' | 'language'>): Promise<string> {
    const caller: Caller = {
      ...{ keyId, kind: 'retailer', merchantId: merchantId('M-1'), scopes: ['leases:read', 'leases:write'] },
      ...{ storeIds: [storeId], channel: 'portal' },
    };
    const place = { storeName: 'Dallas', timeZone: 'America/Chicago', merchantName: 'Best Sofa' };
    this.handover = { caller, storeId, language, leaseId: null, ...place };
    return LINK;
  }

  find = async (token: string): Promise<Handover | undefined> => (token === LINK ? this.handover : undefined);

  async finish(_token: string, leaseId: Handover['leaseId']): Promise<void> {
    if (this.handover) this.handover = { ...this.handover, leaseId: this.handover.leaseId ?? leaseId };
  }
}
