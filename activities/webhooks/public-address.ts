import ipaddr from 'ipaddr.js';

/** Global unicast; everything else of IPv6 is for special purposes, or holds an IPv4 address inside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet: not to this machine, a private network, a cloud's metadata
 * service, or a range that is reserved or leads to an IPv4 address by a detour.
 *
 * @param text an address as a resolver or a URL gives it; what is none is not public
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}
