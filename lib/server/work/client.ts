/** The first half of an IPv6 address, which one household or one host has; other addresses as they are. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [start = '', end] = plain.split('::');
  const before = start.split(':').filter(Boolean);
  const after = (end ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = end === undefined ? before : [...before, ...zeros, ...after];
  return `${groups.slice(0, 4).join(':').toLowerCase()}::/64`;
}

/** How many proxies stand before this server, by `ANNALS_TRUST_PROXY`: a small number, none where it says nothing. */
export function trustedProxies(setting: string | undefined): number {
  return /^\d$/.test(setting ?? '') ? Number(setting) : 0;
}

/**
 * Who asks, for limits: the address at the other end of the connection, or, behind so many proxies that are trusted, the one
 * that the outermost of them saw. Each adds one to the end of `X-Forwarded-For`; what stands before those anybody can write.
 */
export function clientOf(socket: string | undefined, forwarded: string | undefined, proxies: number): string {
  const seen = (forwarded ?? '').split(',').map((one) => one.trim());
  const named = proxies > 0 ? seen.at(-proxies) : undefined;
  return network((named || socket) ?? 'unknown').slice(0, 64);
}
