import { nameWords } from '../../../text/name-words';
import type { ColumnProfile } from '../../survey/survey';
import { isWordy, webShare } from '../columns/content';

const PAIRS = [
  ['source', 'target'],
  ['actor', 'recipient'],
  ['initiator', 'receiver'],
] as const;

/** How many of a column's texts stand in another too. */
function overlap(one: ColumnProfile, other: ColumnProfile): number {
  const texts = new Set(other.values.map(([text]) => text));
  const shared = one.values.filter(([text]) => texts.has(text)).length;
  return one.values.length === 0 ? 0 : shared / one.values.length;
}

const SAYS_WHO = / (name|actor|group|party|organi[sz]ation|entity) /;

/** A column that is called like another but for who acts and who is acted upon: `Source Name` beside `Target Name`. */
interface Dyad {
  readonly acts: ColumnProfile;
  readonly isActedOn: ColumnProfile;
}

/**
 * The columns of who did what to whom. By their names, and where these say no more than `source` and `target`, by what they
 * share: a source that is a newspaper is nowhere a target.
 */
export function dyads(columns: readonly ColumnProfile[]): readonly Dyad[] {
  const byName = new Map(columns.map((column) => [nameWords(column.name), column]));
  return columns.flatMap((acts) => {
    if (!isWordy(acts) || webShare(acts) > 0.2) return [];
    const name = nameWords(acts.name);
    return PAIRS.flatMap(([doer, done]) => {
      if (!` ${name} `.includes(` ${doer} `)) return [];
      const isActedOn = byName.get(` ${name} `.replace(` ${doer} `, ` ${done} `).trim());
      if (!isActedOn || !isWordy(isActedOn)) return [];
      const isSaid = SAYS_WHO.test(` ${name} `) || overlap(acts, isActedOn) >= 0.2;
      return isSaid ? [{ acts, isActedOn }] : [];
    });
  });
}

/** Those who act; of name, sector and country of one actor the name, else the first. */
export function dyadActors(columns: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const found = dyads(columns);
  const [best] = found
    .filter(({ acts }) => !/ (country|sectors?|type|code|state|iso|id) /.test(` ${nameWords(acts.name)} `))
    .sort(
      (a, b) =>
        Number(SAYS_WHO.test(` ${nameWords(b.acts.name)} `)) -
        Number(SAYS_WHO.test(` ${nameWords(a.acts.name)} `)),
    );
  return best ? [best.acts] : [];
}
