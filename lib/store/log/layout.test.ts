import { describe, expect, it } from 'vitest';
import { isDatasetId, isTemporary, temporaryName } from './layout';

describe('a dataset id', () => {
  it.each(['a', 'russia-militancy', 'acled-2024', '7', 'x'.repeat(64)])('may be %s', (id) => {
    expect(isDatasetId(id)).toBe(true);
  });

  it.each(
    [
      ['', 'A', 'a_b', '-a', 'a-', 'a--b', '..', 'a/b', 'a.b', 'é', 'x'.repeat(65)],
      ['api', 'embed', 'methods', 'open', 'problems', '_next', 'favicon.ico', 'static'],
    ].flat(),
  )('may not be "%s"', (id) => {
    expect(isDatasetId(id)).toBe(false);
  });
});

describe('a temporary name', () => {
  it.each([temporaryName('ab12'), temporaryName('ab12', 'f'.repeat(64)), '.tmp-4711-ab12'])(
    'is %s',
    (name) => {
      expect(isTemporary(name)).toBe(true);
    },
  );

  it.each(['.tmp', '.tmp-x-ab', '.lock', 'revisions.jsonl', 'f'.repeat(64)])('is not %s', (name) => {
    expect(isTemporary(name)).toBe(false);
  });
});
