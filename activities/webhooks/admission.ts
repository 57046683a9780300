import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type Destination, destinationOf, NOT_PUBLIC } from './destination';
import { isPublicAddress } from './public-address';

/** All addresses of a name, in the order they are to be tried; none when it cannot be resolved. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export interface AdmissionPolicy {
  /** the sandbox: programs on this machine may be called */
  allowsLoopback: boolean;
  resolve: Resolve;
}

/** A place that may be called, and the one address that is connected to; null: the name leads nowhere now. */
export type Admitted = Destination & { address: string | null };

/**
 * Judges where a URL leads. The name is resolved once, all its addresses must be public, and the caller connects to the
 * address named here: between judging and connecting nobody can move it.
 *
 * @returns in words why it may not be called, if so
 */
export async function admit(text: string, { allowsLoopback, resolve }: AdmissionPolicy): Promise<Admitted | string> {
  const destination = destinationOf(text, { allowsLoopback });
  if (typeof destination === 'string') return destination;
  if (isIP(destination.host) !== 0) return { ...destination, address: destination.host };
  const addresses = await resolve(destination.host);
  if (!addresses.every(isPublicAddress)) return NOT_PUBLIC;
  return { ...destination, address: addresses[0] ?? null };
}

/**
 * By the name servers of this machine. Not `dns.lookup`: that takes one of four threads all the process has, so that
 * one retailer's silent name server would make everybody wait.
 */
export const resolveByName: Resolve = async (name) => {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
};
