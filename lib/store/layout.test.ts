import { describe, expect, it } from 'vitest';
import { isDatasetId, processOf, temporaryName } from './layout';

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
  it('tells the process that made it', () => {
    expect(processOf(temporaryName(4711, 'ab12'))).toBe(4711);
  });

  it.each(['.tmp', '.tmp-x-ab', 'revisions.jsonl', 'f'.repeat(64)])('is not %s', (name) => {
    expect(processOf(name)).toBeNull();
  });
});
