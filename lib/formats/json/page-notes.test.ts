import { expect, it } from 'vitest';
import { pageNotes } from './page-notes';

it.each([
  ['/NextPageUrl', '"https://example.org/?page=2"'],
  ['/next', '"https://example.org/?page=2"'],
  ['/links/next', '"/events?page=2"'],
  ['/has_more', 'true'],
  ['/nextPageToken', '"abc"'],
  ['/@odata.nextLink', '"https://example.org"'],
])('says that a document with %s goes on elsewhere', (path, text) => {
  expect(
    pageNotes(
      new Map([
        ['/TotalPages', '2'],
        [path, text],
      ]),
    ),
  ).toEqual([expect.stringContaining(`${path.slice(1)} is ${text}`)]);
});

it.each([
  ['/NextPageUrl', '""'],
  ['/next', 'null'],
  ['/has_more', 'false'],
  ['/title', '"next"'],
  ['/nextel', '"a"'],
])('says nothing of %s: %s', (path, text) => {
  expect(pageNotes(new Map([[path, text]]))).toEqual([]);
});
