import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPath, sitePath } from './site-path';

describe('a path of the app', () => {
  it.each([
    ['/', '', '/'],
    ['/methods', '', '/methods'],
    ['/', '/annals', '/annals'],
    ['/methods', '/annals', '/annals/methods'],
  ])('%s below “%s” is %s for browsers', (path, base, site) => {
    expect(sitePath(path, base)).toBe(site);
    expect(appPath(site, base)).toBe(path);
  });

  it.each(['/annalsx/a', '/a', '/'])('%s does not lie below /annals', (path) => {
    expect(appPath(path, '/annals')).toBeNull();
  });
});

/** Paths in quotes: what routes are called, and what follows a dataset in an address. */
const NO_ADDRESS =
  /(?:sitePath\(|(?:RouteContext|PageProps)<|viewHref\((?:\w+|filtersAlone\(view\)), |path[=:{ ]+|startsWith\()$/;

describe('pages and components', () => {
  it('name no path of the app that does not go through sitePath', () => {
    const files = ['app', 'components'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const bare = files
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(file, 'utf8')
            .replace(/\/\*.*?\*\//gs, '')
            .matchAll(/[`'"]\/(?=[a-z$])[^`'"\s]*[`'"]/g),
        ]
          .filter(({ input, index }) => !NO_ADDRESS.test(input.slice(0, index)))
          .map(([text]) => `${file}: ${text}`),
      );
    expect(bare).toEqual([]);
  });
});
