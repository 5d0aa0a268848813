import { expect, it } from 'vitest';
import { addressesIn } from './addresses-in';

const AT = new URL('http://127.0.0.1:3000/annals/series?q=x');

it.each([
  ['a link', '<a class="x" href="/annals/a?b=1&amp;c=2#d">', ['/annals/a?b=1&c=2']],
  ['a relative link', '<form action="?bin=year">', ['/annals/series?bin=year']],
  ['a link that scripts are handed', String.raw`self.push([1,"{\"href\":\"/annals/b\"}"])`, ['/annals/b']],
  ['a key of JSON', '{"type":"/annals/problems/x","title":"/y"}', ['/annals/problems/x']],
  [
    'code to copy',
    '<textarea>&lt;iframe src=&quot;http://127.0.0.1:3000/embed/a?b=1&amp;amp;c=2&quot;&gt;</textarea>',
    ['/embed/a?b=1&c=2'],
  ],
  ['a citation', 'url = {http://127.0.0.1:3000/annals/a?r=1},', ['/annals/a?r=1']],
  ['an address elsewhere', '<a href="https://example.org/annals/a">', []],
  ['the origin alone', '{"origin":"http://127.0.0.1:3000"}', []],
])('finds %s', (_, text, paths) => {
  expect(addressesIn(text, AT).map(({ pathname, search }) => pathname + search)).toEqual(paths);
});
