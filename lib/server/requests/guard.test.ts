import { describe, expect, test } from 'vitest';
import { isData, refuse } from './guard';

describe('refuse', () => {
  test.each([
    ['/', ''],
    ['/russia-militancy', '?q=%E2%80%9Ca%2Fb%E2%80%9D'],
    ['/russia-militancy/view.json', '?from=2017'],
    ['/russia-militancy/incidents/2024-crocus~1.b_c-d', ''],
    ['/a', `?q=${'x'.repeat(7_997)}`],
    ['/a', `?actor=${'a%2C'.repeat(3_900)}`],
  ])('lets %s through', (pathname, search) => {
    expect(refuse('GET', pathname, search)).toBeNull();
  });

  test.each([
    ['an encoded slash', '/x/incidents/..%2f..%2fetc%2fpasswd'],
    ['an encoded backslash', '/x/incidents/..%5C..%5cetc'],
    ['encoded dots', '/x/%2e%2E/y'],
    ['plain dots', '/x/../y'],
    ['a zero byte', '/x%00'],
    ['a line break', '/x%0d%0aSet-Cookie'],
    ['a doubly encoded slash', '/x/..%252fetc'],
    ['a backslash', '/x\\..\\etc'],
  ])('finds nothing behind %s', (_, pathname) => {
    expect(refuse('GET', pathname, '')?.code).toBe('not-found');
  });

  test.each([
    ['half an escape', '/%E0%A4%A'],
    ['bytes that are not UTF-8', '/%ff'],
  ])('cannot read %s', (_, pathname) => {
    expect(refuse('GET', pathname, '')?.code).toBe('bad-address');
  });

  test('refuses a query of 100 kB and a path of 2,000 characters as too long', () => {
    expect(refuse('GET', '/a', `?q=${'x'.repeat(100_000)}`)?.code).toBe('address-too-long');
    expect(refuse('GET', `/${'a'.repeat(2_000)}`, '')?.code).toBe('address-too-long');
  });

  test.each([
    ['POST', '/a', 'GET, HEAD'],
    ['DELETE', '/a/view.json', 'GET, HEAD'],
    ['GET', '/api/v1/datasets/a/query', 'POST'],
    ['PUT', '/api/v1/datasets/a/query', 'POST'],
    ['GET', '/api/v1/datasets/a/uploads', 'POST'],
    ['POST', '/api/v1/datasets/a/uploads/0123', 'GET, HEAD, PATCH, DELETE'],
    ['DELETE', '/api/v1/datasets/a/revisions', 'GET, HEAD, POST'],
    ['POST', '/api/v1/datasets/a/uploads/0123/x', 'GET, HEAD'],
  ])('refuses %s %s and names the methods allowed', (method, pathname, allow) => {
    expect(refuse(method, pathname, '')).toMatchObject({ code: 'method-not-allowed', allow });
  });

  test('lets a query be posted', () => {
    expect(refuse('POST', '/api/v1/datasets/a/query', '')).toBeNull();
  });
});

test.each([
  ['/a/view.json', true],
  ['/a/incidents.csv', true],
  ['/api', true],
  ['/api/v1/x', true],
  ['/apiary', false],
  ['/a/incidents/b', false],
  ['/a/incidents/b.csv', false],
  ['/a.json', false],
  ['/a/nothing.json', true],
  ['/a/nothing.js', false],
])('%s answers with data: %s', (pathname, data) => {
  expect(isData(pathname)).toBe(data);
});
