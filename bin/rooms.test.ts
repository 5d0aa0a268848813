import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** A folder with more than this, tests left out, is one in which nobody finds anything: it gets rooms. */
const MOST_ENTRIES = 16;
/** A file longer than this holds more than one idea; a list of names may be as long as it is. */
const MOST_LINES = 300;
const LISTS = ['lib/mapping/guess/columns/field-names.ts', 'lib/render/scene/advances.ts'];

const files = ['lib', 'components']
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

/** What lies in each folder, folders in it among them. */
function entriesByFolder(): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = new Map<string, Set<string>>();
  for (const path of files) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  return entries;
}

describe('the rooms of the code', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(500));

  it('hold no more than can be looked over', () => {
    // The layers stand beside one another in `lib`, the panels in `components`.
    const rooms = [...entriesByFolder()].filter(([folder]) => folder.includes('/'));
    const full = rooms.filter(([, { size }]) => size > MOST_ENTRIES);
    expect(full.map(([folder, { size }]) => `${folder}: ${size}`)).toEqual([]);
  });

  it('have files of one idea each', () => {
    const long = files
      .filter((path) => !LISTS.includes(path))
      .map((path) => [path, readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES);
    expect(long.map(([path, lines]) => `${path}: ${lines} lines`)).toEqual([]);
  });
});
