import type { Request } from 'express';
import type { Client } from '../ports';

/** Longer ones are made up; what a browser says of itself has some two hundred characters. */
const USER_AGENT_LENGTH_MAX = 500;

/** Behind proxies of ours the address is the one they saw, as far as they are trusted (OWNWARD_TRUSTED_PROXIES). */
export function clientOf(req: Request): Client {
  const userAgent = req.headers['user-agent'] ?? '';
  // An IPv4 address as an IPv6 socket writes it is the same address.
  const ipAddress = (req.ip ?? 'unknown').replace(/^::ffff:(?=[\d.]+$)/, '');
  return { ipAddress, userAgent: userAgent.slice(0, USER_AGENT_LENGTH_MAX) };
}
