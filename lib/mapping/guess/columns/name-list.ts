import { hasPhrase, nameWords, phrases } from '../../../text/name-words';
import type { ColumnProfile } from '../../survey/survey';

/** How columns of one meaning are called. All names are as {@link nameWords} makes them. */
export interface NameList {
  /** Whole names, the plainer first. */
  readonly exact: ReadonlyMap<string, number>;
  /** Words that a longer name of such a column has in it. */
  readonly words: ReadonlySet<string>;
  /** Words that say that the column is something else. */
  readonly never: ReadonlySet<string>;
  /** Words that may stand beside those of `words`, {@link NEUTRAL} apart; null where any may. */
  readonly beside: ReadonlySet<string> | null;
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
  {
    words = '',
    never = '',
    beside = null,
    tags = null,
  }: { words?: string; never?: string; beside?: string | null; tags?: RegExp | null } = {},
): NameList {
  return {
    exact: byPlace([...phrases(exact)]),
    words: phrases(words),
    never: phrases(never),
    beside: beside === null ? null : phrases(beside),
    tags,
  };
}

/** Words that leave the meaning of the word beside them as it is. */
const NEUTRAL =
  phrases(`a an the of and or in at on by for to from n no nr s is event events incident incidents attack attacks case cases
  name names txt text label main primary first second third other full reported official original exact approximate all
  de del la el los las lo y o en du des le les un une et l d da do das dos e em der die das des und von am im
  caso casos hecho hechos evento eventos suceso sucesos incidente incidentes ataque ataques nombre evenement incidents attaque nom
  происшествия происшествие события событие инцидента инцидент нападения атаки события події інциденту нападу название
  vorfall vorfalls ereignis ereignisses angriff angriffs anschlag anschlags ataque evenement olay zdarzenia
  di del dell della dello degli attacco attacchi incidente
  الحادث الحادثة الحدث الهجوم العملية اسم`);

/** Whether a name has a word of a list in it, and else only words that leave it its meaning: `source link`, not `weapon source`. */
function speaksOf(name: string, { words, beside }: NameList): boolean {
  if (beside === null) return hasPhrase(name, words);
  return [...words].some((phrase) => {
    if (!` ${name} `.includes(` ${phrase} `)) return false;
    const rest = ` ${name} `.replace(` ${phrase} `, ' ').trim();
    return rest
      .split(' ')
      .every(
        (word) =>
          word === '' || /^\d+$/.test(word) || NEUTRAL.has(word) || beside.has(word) || words.has(word),
      );
  });
}

/** What holds the parts of a record, and says nothing of them: `actors.victim` is a victim. */
const HOLDER =
  /^.*\b(?:actors?|parties|participants|people|persons|groups|entities|organi[sz]ations|involved)\.(?=[^.]+$)/i;

/**
 * How surely a column is named like those of a list: 0 not at all, up to 1 by a word in its name, 2 to 3 by its whole
 * name (the plainer the more), 4 by its HXL tag.
 */
export function nameRank(column: Pick<ColumnProfile, 'name' | 'hxl'>, list: NameList): number {
  if (column.hxl !== null && list.tags?.test(column.hxl)) return 4;
  const name = nameWords(column.name.replace(HOLDER, ''));
  const at =
    list.exact.get(name) ??
    list.exact.get(name.replaceAll(' ', '')) ??
    list.exact.get(name.replace(/ \d{1,2}$/, ''));
  if (at !== undefined) return 3 - at / list.exact.size;
  if (hasPhrase(name, list.never) || !speaksOf(name, list)) return 0;
  return 1 / name.split(' ').length;
}

/** How a rank is said in a reason. */
export function rankInWords(rank: number, meaning: string): string {
  if (rank >= 4) return `tagged as ${meaning}`;
  return rank >= 2 ? `named ${meaning}` : `its name speaks of ${meaning}`;
}
