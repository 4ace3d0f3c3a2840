/**
 * Where an upstream may never be: this host's unspecified address, link-local addresses, which is where clouds keep the
 * machine's own credentials, and their names. Checked when the configuration is read and again for every address that a
 * name resolves to, because names change.
 */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const FORBIDDEN = new BlockList();
/** With the lengths of their prefixes. */
const FORBIDDEN_IPV4 = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32], // Alibaba
  ['192.0.0.192', 32], // Oracle
  ['168.63.129.16', 32], // Azure
  ['255.255.255.255', 32],
  ['224.0.0.0', 4],
] as const;
for (const [address, length] of FORBIDDEN_IPV4) {
  FORBIDDEN.addSubnet(address, length, 'ipv4');
  // Ways to it inside IPv6: NAT64 (RFC 6052), its local prefix (RFC 8215), the translated form, and the compatible one, where
  // the part of 0.0.0.0/8 is left out because it has ::1.
  const ways = ['64:ff9b::', '64:ff9b:1::', '::ffff:0:', ...(address === '0.0.0.0' ? [] : ['::'])];
  for (const prefix of ways) FORBIDDEN.addSubnet(`${prefix}${address}`, 96 + length, 'ipv6');
}
FORBIDDEN.addAddress('::', 'ipv6');
FORBIDDEN.addSubnet('fe80::', 10, 'ipv6');
FORBIDDEN.addSubnet('ff00::', 8, 'ipv6');
FORBIDDEN.addAddress('fd00:ec2::254', 'ipv6'); // AWS
FORBIDDEN.addAddress('fd20:ce::254', 'ipv6'); // Google
// 6to4 (RFC 3056) and Teredo (RFC 4380), where nobody's upstream lives.
FORBIDDEN.addSubnet('2002::', 16, 'ipv6');
FORBIDDEN.addSubnet('2001::', 32, 'ipv6');
const METADATA_NAMES =
  /^(?:metadata|metadata\.google\.internal|metadata\.azure\.internal|instance-data(?:\.ec2\.internal)?)\.?$/i;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** A host of a URL, brackets of IPv6 included. */
export function isForbiddenHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? METADATA_NAMES.test(bare) : isForbiddenAddress(bare);
}

/** Only what is spelled as a loopback address, and the name that is one. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  if (family === 0) return bare === 'localhost';
  return LOOPBACK.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** IPv4 inside IPv6 included: Node's BlockList looks through mapped addresses. */
export function isForbiddenAddress(address: string): boolean {
  return FORBIDDEN.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

export class ForbiddenAddress extends Error {
  constructor(host: string, address: string) {
    super(`${host} resolves to ${address}, where no upstream may be`);
  }
}

/** Node's own lookup, which refuses when any address of the name is forbidden. */
export const checkedLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '');
    const wrong = addresses.find(({ address }) => isForbiddenAddress(address));
    if (wrong !== undefined) return callback(new ForbiddenAddress(host, wrong.address), '');
    const [first] = addresses;
    if (options.all === true) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};
