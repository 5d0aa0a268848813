import { expect, test } from 'vitest';
import { mayPublish } from './may-publish';
import { PEER_HEADER } from './peer';

const LOCAL = { [PEER_HEADER]: '127.0.0.1', host: 'localhost:3000' };
const ask = (headers: Record<string, string>, token: string | null = null) => {
  const answer = mayPublish(new Headers(headers), token);
  return answer.kind === 'granted' ? 'granted' : answer.code;
};

test.each([
  ['a program of the machine', {}],
  ['one that speaks IPv6', { [PEER_HEADER]: '::1', host: '[::1]:3000' }],
  ['one of which the socket says that it is IPv4 in IPv6', { [PEER_HEADER]: '::ffff:127.0.0.1' }],
  ['a page of this server', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['a request to which Next has added the peer', { 'x-forwarded-for': '::ffff:127.0.0.1' }],
])('without a token %s is let in', (_, headers) => {
  expect(ask({ ...LOCAL, ...headers })).toBe('granted');
});

test.each([
  ['another machine', { [PEER_HEADER]: '192.168.1.7' }],
  ['a peer nobody knows', { [PEER_HEADER]: '' }],
  ['another machine that says it is this one', { [PEER_HEADER]: '10.0.0.9', 'x-forwarded-for': '127.0.0.1' }],
  ['a proxy of the machine', { 'x-forwarded-for': '203.0.113.5' }],
  ['a proxy after another', { 'x-forwarded-for': '203.0.113.5, 127.0.0.1' }],
  ['a proxy that says so by RFC 7239', { forwarded: 'for=203.0.113.5' }],
  ['a name that somebody else points at the machine', { host: 'evil.example:3000' }],
  ['a name that only begins well', { host: 'localhost.evil.example' }],
  ['no host', { host: '' }],
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://localhost:8080' }],
  ['a page without an origin', { origin: 'null' }],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbouring name', { 'sec-fetch-site': 'same-site' }],
])('without a token %s is kept out', (_, headers) => {
  expect(ask({ ...LOCAL, ...headers })).toBe('local-only');
});

test.each([
  ['Bearer s3cret', 'granted'],
  ['bearer s3cret', 'granted'],
  ['Bearer s3cre', 'wrong-token'],
  ['Bearer s3crett', 'wrong-token'],
  ['Basic s3cret', 'wrong-token'],
  ['s3cret', 'wrong-token'],
  ['Bearer ', 'wrong-token'],
])('with a token “%s” is %s, wherever it comes from', (authorization, expected) => {
  expect(ask({ authorization, [PEER_HEADER]: '192.168.1.7', host: 'a.example' }, 's3cret')).toBe(expected);
});

test('with a token the machine itself needs it too', () => {
  expect(ask(LOCAL, 's3cret')).toBe('wrong-token');
});
