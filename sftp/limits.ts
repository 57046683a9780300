/**
 * What one partner may take of this machine. Generous for people and programs that mean well: a funding file is 50 MB
 * at most (domain.md 4.3), and OpenSSH keeps 64 requests of 32 KiB under way.
 */
export interface Limits {
  /** of one upload; more than the largest file that is processed, so that one a little too large still gets its report */
  readonly fileMaxBytes: number;
  /** in all folders of a partner together */
  readonly partnerMaxBytes: number;
  /** waiting in `in/` */
  readonly waitingFilesMaxCount: number;
  readonly openHandlesMaxCount: number;
  /** of one partner at the same time */
  readonly partnerConnectionsMaxCount: number;
  readonly connectionsMaxCount: number;
  /** connections that have not shown who they are; one more ends the oldest of them */
  readonly strangersMaxCount: number;
  readonly authenticationTriesMaxCount: number;
  /** from the first byte of TCP until a key was accepted */
  readonly handshakeMs: number;
  /** without a request; answers to keep-alives do not count */
  readonly idleMs: number;
  /** how long a name that waits in `in/` may still be waiting when the next file of that name comes */
  readonly nameFreeWithinMs: number;
}

export const LIMITS: Limits = {
  fileMaxBytes: 60_000_000,
  partnerMaxBytes: 2_000_000_000,
  waitingFilesMaxCount: 20_000,
  openHandlesMaxCount: 32,
  partnerConnectionsMaxCount: 8,
  connectionsMaxCount: 256,
  strangersMaxCount: 64,
  authenticationTriesMaxCount: 6,
  handshakeMs: 20_000,
  idleMs: 300_000,
  nameFreeWithinMs: 10_000,
};
