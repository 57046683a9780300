import type { ContractRound } from '../../db/contracts';
import type { Caller } from '../ports';

export { fingerprintOf, messageIdFor } from '../../db/message-ids';

/** Whose Idempotency-Keys are kept apart: each retailer's, and each kind of our own people's. */
export const callerScope = ({ kind, merchantId }: Pick<Caller, 'kind' | 'merchantId'>): string => merchantId ?? kind;

/** The customer's own keys, kept apart for each contract. */
export const signingScope = ({ leaseId, round }: ContractRound): string => `signing:${leaseId}:${round}`;

/** Who called, as timeline and audit log name them. */
export const actorOf = ({ kind, keyId, channel }: Caller): string => `${channel ?? kind}:${keyId}`;
