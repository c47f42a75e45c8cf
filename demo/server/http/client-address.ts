import { isIP, isIPv6, type BlockList } from 'node:net';

/** An IPv4 address inside an IPv6 one becomes what it is; nonsense becomes nothing. */
function plain(address: string): string | undefined {
  const bare = address.trim().replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(bare) === 0 ? undefined : bare;
}

function isTrusted(address: string, proxies: BlockList): boolean {
  return proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * Who is at the other end: what the connection says, unless that is a proxy of ours, which may name the one before.
 * Read from the right: what stands further left was written by the client.
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined, proxies: BlockList): string {
  let address = plain(remote ?? '') ?? '127.0.0.1';
  const named = (forwarded ?? '').split(',');
  while (named.length > 0 && isTrusted(address, proxies)) {
    const before = plain(named.pop() ?? '');
    if (before === undefined) break;
    address = before;
  }
  return address;
}

/** What requests are counted by: one household has 2^64 addresses of IPv6. */
export function countedAddress(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
