import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { changeView, clearFilters, withoutVersion } from './change';
import { MIGRATIONS, type Migration, migrateAddress } from './migrations';
import { parseView } from './parse';
import { matchesNothing } from './resolve';
import { serializeView } from './serialize';

/** `group` became `actor`, and nothing else was ever called `group`. */
const RENAMED: Migration = {
  below: Number.POSITIVE_INFINITY,
  migrate: (pairs) => pairs.map(([key, value]) => [key === 'group' ? 'actor' : key, value]),
};
/** Up to version 1 `to` left its own day out; from version 2 it is inside. */
const SHIFTED: Migration = {
  below: 2,
  migrate: (pairs) => pairs.map(([key, value]) => [key, key === 'to' ? `${value}!` : value]),
};

function today(query: string): string {
  const migrated = migrateAddress(new URLSearchParams(query), [RENAMED, SHIFTED], 2);
  return `${migrated.kind === 'ok' ? '' : 'unknown '}${migrated.params}`;
}

describe('an address of an older Annals', () => {
  it.each([
    ['what can be told by itself is mended in every address', 'group=a&group=b', 'actor=a&actor=b'],
    ['also in one that carries a version', 'v=2&group=a', 'actor=a'],
    ['what reads the same is mended only where the version says so', 'to=2017', 'to=2017%21'],
    ['a version of one is the same as none', 'v=1&to=2017', 'to=2017%21'],
    ['a newer one is left as it is', 'v=2&to=2017', 'to=2017'],
    ['an empty version is none', 'v=&to=2017', 'to=2017%21'],
    ['keys keep their order and their values', 'q=a+b%26c&limit=3&q=', 'q=a+b%26c&limit=3&q='],
    ['a version yet to come is told', 'v=3&group=a', 'unknown group=a'],
    ['so is what is no version', 'v=one', 'unknown '],
    ['and two of them', 'v=1&v=2&to=2017', 'unknown to=2017'],
  ])('%s', (_, query, written) => {
    expect(today(query)).toBe(written);
  });

  it('is read by today’s grammar without any change', () => {
    expect(MIGRATIONS).toEqual([]);
  });
});

describe('the version of an address', () => {
  const parse = (query: string) => parseView('a-series' as DatasetId, new URLSearchParams(query));

  it('is not written while there is but one', () => {
    const { view, issues } = parse('v=1&actor=iskp');
    expect(issues).toEqual([]);
    expect(serializeView(view)).toBe('actor=iskp');
  });

  it.each(['v=2', 'v=2026', 'v=0', 'v=1.5', 'v=-1', 'v=x', 'v=1&v=1'])(
    'that is not known, ?%s, matches nothing and stays in the address until it is taken out',
    (query) => {
      const { view, issues } = parse(`actor=iskp&${query}`);
      expect(issues).toMatchObject([{ key: 'v', code: 'unknown-version' }]);
      expect(matchesNothing(view)).toBe(true);
      expect(serializeView(view)).toBe(`${query}&actor=iskp`);
      expect(parse(serializeView(view)).view).toEqual(view);
      expect(serializeView(changeView(view, { actors: [] }))).toBe(query);
      expect(serializeView(withoutVersion(view))).toBe('actor=iskp');
      expect(serializeView(clearFilters(view))).toBe('');
    },
  );

  it('says that the link was made by a newer Annals', () => {
    expect(parse('v=2').issues[0]?.message).toContain('newer Annals');
  });
});
