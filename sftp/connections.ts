import type { Socket } from 'node:net';
import type { Limits } from './limits';
import type { SftpPartner } from '../db/sftp-partners';

/** Who is connected, and how many may be. */
export class Connections {
  private readonly strangers = new Set<Socket>();
  private readonly known = new Map<Socket, SftpPartner>();

  constructor(private readonly limits: Limits) {}

  /**
   * Somebody has connected. Of those who have not said who they are, one too many ends the oldest: an honest client
   * needs a second for that, so idle connections cannot keep it out.
   *
   * @returns false when there is no room
   */
  welcome(socket: Socket): boolean {
    if (this.strangers.size + this.known.size >= this.limits.connectionsMaxCount) {
      if (this.strangers.size === 0) return false;
      this.endOldestStranger();
    } else if (this.strangers.size >= this.limits.strangersMaxCount) this.endOldestStranger();
    this.strangers.add(socket);
    socket.once('close', () => {
      this.strangers.delete(socket);
      this.known.delete(socket);
    });
    return true;
  }

  /** @returns false when this partner has enough connections */
  letIn(socket: Socket, partner: SftpPartner): boolean {
    const count = [...this.known.values()].filter(({ username }) => username === partner.username).length;
    if (count >= this.limits.partnerConnectionsMaxCount) return false;
    this.strangers.delete(socket);
    this.known.set(socket, partner);
    return true;
  }

  /** Ends those whose account is gone or has other keys by now. */
  keepOnly(partners: readonly SftpPartner[]): void {
    const current = new Map(partners.map((partner) => [partner.username, fingerprint(partner)]));
    for (const [socket, partner] of this.known) {
      if (current.get(partner.username) !== fingerprint(partner)) socket.destroy();
    }
  }

  endAll(): void {
    for (const socket of [...this.strangers, ...this.known.keys()]) socket.destroy();
  }

  private endOldestStranger(): void {
    const [oldest] = this.strangers;
    if (!oldest) return;
    this.strangers.delete(oldest);
    oldest.destroy();
  }
}

const fingerprint = ({ merchantId, publicKeys }: SftpPartner): string => JSON.stringify([merchantId, publicKeys]);
