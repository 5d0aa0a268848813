import { NONE, SEVERAL } from '../query/query';
import type { SeriesGuide } from '../series/model';
import type { Grouping, View, ViewIssue } from '../view/view';
import { actorName, groupName, joinWords, labelOf, splitNoun, standingLabel } from './labels';

/** The short and the full name of a group as the beginning of a line; an unknown id stands for itself. An actor says whether its parts are in it. */
export function groupLabel(
  guide: SeriesGuide,
  by: Grouping,
  group: string | null,
): { readonly short: string; readonly full: string } {
  const { split } = by;
  if (group === null || split === 'none') return { short: 'All', full: 'All' };
  const short = standingLabel(guide, split, group);
  if (group === NONE) return { short, full: short };
  if (split === 'region') {
    const name = regionGroup(guide, by, group, short);
    return { short: name, full: name };
  }
  if (split !== 'actor') return { short, full: short };
  const named = (name: string) => groupName(guide, by, group, name);
  return { short: named(short), full: named(actorName(guide, group)) };
}

/**
 * How a region is called as a group. One that has parts stands for them as well, as it does in the facet; where its parts stand beside it, for
 * what is known no more precisely.
 */
function regionGroup(
  { regions }: SeriesGuide,
  { roll, regions: chosen }: Grouping,
  id: string,
  name: string,
) {
  const isBesideParts = roll === 'own' || (chosen.length === 1 && chosen[0] === id);
  return isBesideParts && regions.some(({ parent }) => parent === id) ? withoutPart(name) : name;
}

/** A region as the place of what names none of its parts. */
export function withoutPart(name: string): string {
  return `${name}, no part named`;
}

function bare(value: string): string {
  return value.replace(/^(only|not|beyond):/, '');
}

function nameOf(by: Grouping, guide: SeriesGuide, id: string): string {
  const { split, roll } = by;
  if (id === SEVERAL) return split === 'none' ? SEVERAL : `several ${splitNoun(guide, split).many}`;
  if (split === 'none') return id;
  const name = labelOf(guide, split, id);
  if (split === 'region') return regionGroup(guide, by, id, name);
  return split === 'actor' && roll === 'up' ? groupName(guide, by, id, name) : name;
}

/** What a plain value adds: an actor as linked, without its parts; the rest of a stack, what is in doubt. */
function ending(view: Grouping, value: string): string {
  if (value === 'only:none' && view.split === 'actor') return ', or only suspected';
  if (value === 'only:none') return view.split === 'relation' ? ', or only possible' : '';
  if (value.startsWith('only:')) return ' alone';
  const alone = view.split === 'actor' && view.roll === 'own' && value !== 'none' && value !== SEVERAL;
  return alone ? ' itself' : '';
}

/** The `series` clause in words: `ISCP itself` (without its parts), `ISCP alone` (as a stack counts it), `IS with its parts`, `several actors`, `other than IS and ISCP`. */
export function groupsInWords(view: Grouping & Pick<View, 'groups'>, guide: SeriesGuide): string {
  const name = (value: string) => nameOf(view, guide, bare(value));
  const isBeyond = (value: string) => /^(not|beyond):/.test(value);
  const not = view.groups.filter(isBeyond);
  const words = view.groups
    .filter((value) => !isBeyond(value))
    .map((value) => `${name(value)}${ending(view, value)}`);
  if (not.length > 3) return joinWords([...words, `other than ${not.length} named`], 'or');
  if (not.length > 0) words.push(`other than ${joinWords(not.map(name), 'and')}`);
  return joinWords(words, 'or');
}

/** The issue of a key whose values name no group of the split; `known` are the ids that it has. */
export function unknownGroups(
  key: 'series' | 'select',
  groups: readonly string[],
  split: View['split'],
  known: readonly string[],
): readonly ViewIssue[] {
  const has = (id: string) => known.includes(id) || (id === SEVERAL && split !== 'none');
  const unknown = groups.filter((value) => !has(bare(value)));
  if (unknown.length === 0) return [];
  const text = unknown.join(',');
  const value = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const message = `“${key}=${value}” names no group of a chart split by ${split}, so it matches nothing.`;
  return [{ key, value, code: 'unknown-id', message }];
}
