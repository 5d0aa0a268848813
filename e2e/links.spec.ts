import { expect } from '@playwright/test';
import { crawl } from '../testing/pages/crawl';
import { startsOf } from '../testing/pages/starts';
import { test } from './kept-page';
import { isFresh } from './publish';

/** Links of one kind lead to one path, of any incident, and have the same keys; none are those of series that other tests publish and change meanwhile. */
function kindOf({ pathname, searchParams }: URL): string | null {
  if (pathname.split('/').some(isFresh)) return null;
  return `${pathname.replace(/incidents\/[^/]+/, 'incidents/*')} ${[...new Set(searchParams.keys())].sort()}`;
}

test('every kind of link that pages, embeds and data name answers', async ({ baseURL: origin = '' }) => {
  test.setTimeout(240_000);
  const starts = await startsOf(origin, '', 'russia-militancy');
  const { asked, failures } = await crawl({ origin, starts, base: '', keyOf: kindOf, atOnce: 2 });
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(Object.keys(starts).length * 2);
});
