// Which hosts lie on this machine or in a private network, and which are nobody's that may be asked.

/**
 * Whether a host name, as `URL.hostname` spells it, is loopback, link-local or private. Names are judged as written:
 * what they resolve to is checked where the connection is made.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = plain(hostname);
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1));
  const numbers = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (numbers !== undefined) return isPrivateV4(numbers);
  // A name without a dot is found only inside a local network.
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host);
}

/** Whether it is a public host that is none of the known ones, and not below one. */
export function isForeignHost(hostname: string, known: readonly string[]): boolean {
  const host = plain(hostname);
  return !isPrivateHost(host) && !known.some((one) => host === one || host.endsWith(`.${one}`));
}

const plain = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');

function isPrivateV4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

function isPrivateV6(host: string): boolean {
  // `URL` writes an embedded IPv4 address as two hexadecimal groups: ::ffff:7f00:1.
  const [, high] = /^::(?:ffff:)?([0-9a-f]{1,4}):[0-9a-f]{1,4}$/.exec(host) ?? [];
  if (high !== undefined) {
    const group = Number.parseInt(high, 16);
    return isPrivateV4([group >> 8, group & 255]);
  }
  return host === '::' || host === '::1' || /^f[cd]/.test(host) || /^fe[89ab]/.test(host);
}
