import { expect, it } from 'vitest';
import { clientOf, trustedProxies } from './client';

it.each([
  // What the connection says, what was forwarded, proxies that are trusted, who it is.
  ['203.0.113.7', undefined, 0, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['127.0.0.1', '10.0.0.9, 198.51.100.1', 1, '198.51.100.1'],
  ['127.0.0.1', '10.0.0.9, 198.51.100.1, 192.0.2.4', 2, '198.51.100.1'],
  ['127.0.0.1', undefined, 1, '127.0.0.1'],
  ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
  [undefined, undefined, 0, 'unknown'],
])('a connection from %s that says %s, behind %i proxies, is of %s', (socket, forwarded, proxies, client) => {
  expect(clientOf(socket, forwarded, proxies)).toBe(client);
});

it('trusts no proxy where the setting is no small number', () => {
  expect(['1', '2', undefined, '', 'yes', '-1', '12'].map(trustedProxies)).toEqual([1, 2, 0, 0, 0, 0, 0]);
});
