// Which addresses a door may talk to. The check happens where the name is resolved, and the connection is made to the
// very address that was checked: a name that changes its mind in between (DNS rebinding) gains nothing.

import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { TransportFailure } from './failure.ts';

/** `private` is everything that is not a public unicast address: loopback, link-local, RFC 1918, documentation, … */
export type AddressRule = 'public-only' | 'private-only' | 'any';

/** A lookup for `net.connect` that fails when any address of the name breaks the rule. */
export function guardedLookup(rule: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      const bad = error === null ? addresses.find(({ address }) => !isAllowed(address, rule)) : undefined;
      if (error !== null) callback(error, '');
      else if (bad !== undefined) callback(forbidden(rule), '');
      else if (options.all === true) callback(null, addresses);
      else callback(null, ...single(addresses));
    });
  };
}

/** Throws for an address written out in a URL: no lookup happens for those. */
export function checkLiteralAddress(hostname: string, rule: AddressRule): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isAllowed(address, rule)) throw forbidden(rule);
}

export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return privateRanges.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function isAllowed(address: string, rule: AddressRule): boolean {
  if (rule === 'any') return true;
  return isPrivateAddress(address) === (rule === 'private-only');
}

const forbidden = (rule: AddressRule): TransportFailure =>
  new TransportFailure(
    'forbidden',
    rule === 'public-only' ? 'private and loopback addresses are not allowed' : 'https is required',
  );

function single(addresses: readonly LookupAddress[]): [string, number] {
  const first = addresses[0];
  return first === undefined ? ['', 0] : [first.address, first.family];
}

// IANA special-purpose registries (RFC 6890 and successors). IPv4 ranges also match IPv4-mapped IPv6 addresses.
const privateRanges = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  // IPv4 wrapped into IPv6 could hide a private address: NAT64, Teredo, 6to4.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv6');
}
