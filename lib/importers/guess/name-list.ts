import { hasPhrase, nameWords, phrases } from '../survey/name-words';
import type { ColumnProfile } from '../survey/survey';

/** How columns of one meaning are called. All names are as {@link nameWords} makes them. */
export interface NameList {
  /** Whole names, the plainer first. */
  readonly exact: ReadonlyMap<string, number>;
  /** Words that a longer name of such a column has in it. */
  readonly words: ReadonlySet<string>;
  /** Words that say that the column is something else. */
  readonly never: ReadonlySet<string>;
  /** HXL tags of such columns, without attributes after those that matter. */
  readonly tags: RegExp | null;
}

/** Names by their places in a list, with and without the blanks in them. */
function byPlace(names: readonly string[]): ReadonlyMap<string, number> {
  const joined = names.map((name, at) => [name.replaceAll(' ', ''), at] as const);
  return new Map([...joined, ...names.map((name, at) => [name, at] as const)]);
}

/** Makes a list from texts with names parted by blanks; blanks inside a name are written `_`. */
export function nameList(
  exact: string,
  { words = '', never = '', tags = null }: { words?: string; never?: string; tags?: RegExp | null } = {},
): NameList {
  return {
    exact: byPlace([...phrases(exact)]),
    words: phrases(words),
    never: phrases(never),
    tags,
  };
}

/**
 * How surely a column is named like those of a list: 0 not at all, up to 1 by a word in its name, 2 to 3 by its whole
 * name (the plainer the more), 4 by its HXL tag.
 */
export function nameRank(column: Pick<ColumnProfile, 'name' | 'hxl'>, list: NameList): number {
  if (column.hxl !== null && list.tags?.test(column.hxl)) return 4;
  const name = nameWords(column.name);
  const at =
    list.exact.get(name) ??
    list.exact.get(name.replaceAll(' ', '')) ??
    list.exact.get(name.replace(/ \d{1,2}$/, ''));
  if (at !== undefined) return 3 - at / list.exact.size;
  if (hasPhrase(name, list.never) || !hasPhrase(name, list.words)) return 0;
  return 1 / name.split(' ').length;
}

/** How a rank is said in a reason. */
export function rankInWords(rank: number, meaning: string): string {
  if (rank >= 4) return `tagged as ${meaning}`;
  return rank >= 2 ? `named ${meaning}` : `its name speaks of ${meaning}`;
}
