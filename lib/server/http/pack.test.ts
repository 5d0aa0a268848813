import { describe, expect, it } from 'vitest';
import { isPacked } from './pack';

describe('isPacked', () => {
  it.each([
    ['text/csv; charset=utf-8', 'gzip, br', true],
    ['application/geo+json; charset=utf-8', 'gzip', true],
    ['image/svg+xml; charset=utf-8', '*', true],
    ['text/html; charset=utf-8', 'br, gzip;q=0.5', true],
    ['text/html; charset=utf-8', 'gzip;q=0, *;q=0.1', true],
    ['text/html; charset=utf-8', 'gzip;q=0, deflate;q=0, *', false],
    ['text/html; charset=utf-8', 'deflate', true],
    ['text/html; charset=utf-8', 'br', false],
    ['text/html; charset=utf-8', '', false],
    ['text/csv; charset=utf-8', 'identity', false],
    ['image/png', 'gzip', false],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'gzip', false],
    ['application/vnd.apache.parquet', 'gzip', false],
    ['application/zip', 'gzip', false],
    ['application/x-ndjson; charset=utf-8', 'gzip', false],
  ])('%s for a client that accepts %s: %s', (type, accepts, packed) => {
    expect(isPacked(new Headers({ 'accept-encoding': accepts }), type)).toBe(packed);
  });
});
