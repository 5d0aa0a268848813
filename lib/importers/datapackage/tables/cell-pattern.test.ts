import { describe, expect, it } from 'vitest';
import { isPattern, matchesPattern } from './cell-pattern';

describe('the pattern of a cell', () => {
  it.each([
    ['^[A-Za-z0-9][A-Za-z0-9._~-]*$', 'is-2017.a', true],
    ['^[A-Za-z0-9][A-Za-z0-9._~-]*$', '-a', false],
    ['^https?://.+', 'https://example.org', true],
    ['[a-z]+', 'abc1', false],
    ['a|b', 'b', true],
    ['\\d{4}', '2024', true],
    ['\\p{L}+', 'Мурманск', true],
    ['.', '𝒳', true],
  ])('%s holds for the whole of “%s”: %s', (pattern, cell, expected) => {
    expect(matchesPattern(pattern, cell)).toBe(expected);
  });

  it.each(['(', '[z-a]', '(?=a)b', '(a)\\1', '*'])('cannot be %s', (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  });

  it('that takes other engines for ever ends', () => {
    // A backtracking engine needs 2^50000 steps here.
    expect(matchesPattern('^(a+)+$', `${'a'.repeat(50_000)}b`)).toBe(false);
  });
});
