import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { TWIN_NAMES } from '../../view/addresses/twin-names';
import { isData } from '../requests/guard';
import { TWINS } from './table';

/** A module without types. */
const load = (path: string) => import(path);

const APP = new URL('../../../app/', import.meta.url).pathname;

describe('the twins', () => {
  test('are those that addresses can name', () => {
    expect([...TWINS.keys()]).toEqual([...TWIN_NAMES]);
  });

  test('are known to answer with data', () => {
    expect(TWIN_NAMES.filter((name) => !isData(`/a/${name}`))).toEqual([]);
  });

  test('have names that no page of a dataset has', () => {
    const names: readonly string[] = TWIN_NAMES;
    expect(readdirSync(`${APP}[dataset]`).filter((name) => names.includes(name))).toEqual([]);
  });
});

describe('an address of two parts with nothing at it', () => {
  let nowhere = /./;
  beforeAll(async () => {
    // As Next itself reads it.
    const { pathToRegexp } = (await load('next/dist/compiled/path-to-regexp')).default;
    const { default: config } = await load('../../../next.config.js');
    nowhere = pathToRegexp(config.rewrites().beforeFiles[0].source);
  });

  const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const parts = file.split('/');
    const isTwo = parts.length === 3 && /^(page[.]tsx|route[.]ts)$/.test(parts[2] ?? '');
    return isTwo && parts[1] !== '[twin]' ? [parts.slice(0, 2)] : [];
  });
  const part = (name = '') => (name.startsWith('[') ? 'a' : name);

  test('is none that has a page or a route of its own', () => {
    expect(pages.length).toBeGreaterThan(4);
    for (const [first, second] of pages) expect(`/${part(first)}/${part(second)}`).not.toMatch(nowhere);
  });

  test.each([...TWIN_NAMES, 'foo.json', 'foo.csv'])('is not /a/%s, which is left to the route', (name) => {
    expect(`/a/${name}`).not.toMatch(nowhere);
    expect(`/apiary/${name}`).not.toMatch(nowhere);
  });

  test.each(['/', '/a', '/api/x', '/_next/x', '/a/incidents', '/a/incidents/b', '/embed/a/b'])(
    'is not %s',
    (pathname) => expect(pathname).not.toMatch(nowhere),
  );

  test.each(['/a/foo', '/apiary/foo', '/a/places', '/embed/a', '/methods/a', '/a/aboutx', '/a/view.xml'])(
    'is %s',
    (pathname) => expect(pathname).toMatch(nowhere),
  );
});
