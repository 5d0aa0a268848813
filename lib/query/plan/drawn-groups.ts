import { roleOf, type Split } from '../../series/field-table';
import { byCodePoint } from '../../text/order';
import type { Grouping } from '../../view/view';
import type { SeriesInfo } from '../info/series-info';
import { type BinsQuery, NONE, SEVERAL } from '../query';
import type { GroupsResult, GroupValue } from '../result';

/** So many groups of a split are drawn apart; the others are taken together. */
export const MOST_DRAWN = 8;

/**
 * The groups of a split that are drawn apart, in the order of their colours: the largest of the revision, whatever the
 * filters. {@link onPage} gives the colours that nobody on a page holds to others.
 */
export function drawnGroups({ ranking }: Pick<SeriesInfo, 'ranking'>, split: Split): readonly string[] {
  if (split === 'none') return [];
  const vocabulary = roleOf(split)?.vocabulary;
  if (vocabulary != null && 'labels' in vocabulary) return Object.keys(vocabulary.labels);
  return (ranking[split as keyof typeof ranking] ?? []).slice(0, MOST_DRAWN);
}

/**
 * The same in the order in which they stand: as their colours, but rolled up by what they hold together with their parts. A whole whose
 * parts hold its incidents would stand behind smaller ones else.
 */
export function standingGroups(
  info: Pick<SeriesInfo, 'ranking' | 'rolled'>,
  { split, roll }: Pick<Grouping, 'split' | 'roll'>,
): readonly string[] {
  const drawn = drawnGroups(info, split);
  const rolled =
    roll === 'up' && (split === 'actor' || split === 'region') ? info.rolled?.[split] : undefined;
  if (rolled === undefined) return drawn;
  const place = (id: string) => (rolled.includes(id) ? rolled.indexOf(id) : rolled.length);
  return [...drawn].sort((a, b) => place(a) - place(b));
}

/** Whether a revision has more groups of a split than are drawn apart. */
export function hasUndrawn({ ranking }: Pick<SeriesInfo, 'ranking'>, split: Split): boolean {
  return (ranking[split as keyof typeof ranking] ?? []).length > MOST_DRAWN;
}

/** The bins of the groups that are drawn apart, and of what has no group or several. */
export function drawnApart(bins: BinsQuery, drawn: readonly string[]): BinsQuery {
  return { ...bins, only: [...drawn, NONE, SEVERAL] };
}

/** Whether a group is drawn apart, or is none of those that a reader could name. */
export function isDrawn(series: string | null, drawn: readonly string[]): boolean {
  return series === null || series === NONE || series === SEVERAL || drawn.includes(series);
}

/** Groups by their incidents, most first; ties by id. */
export function bySize(a: GroupValue, b: GroupValue): number {
  const best = (b.best ?? 0) - (a.best ?? 0);
  return best || b.matched - a.matched || byCodePoint(a.series ?? '', b.series ?? '');
}

/**
 * Who is drawn apart on a page, by colour. Of those that are by the revision's order, each that stands on the page keeps its
 * place; the places of the others go to the largest of the rest. `groups` are all that the view counts, `around` those that its map
 * shows as well: they have what colours the former leave, so that a box about a part of a map changes as few colours as can be.
 */
export function drawnOnPage(
  kept: readonly string[],
  groups: GroupsResult,
  around: GroupsResult | null = null,
): readonly string[] {
  return placesGiven(around === null ? kept : placesGiven(kept, around), groups);
}

/** Who is drawn apart once the places of those that are not among some groups went to the largest of these. */
function placesGiven(kept: readonly string[], { groups }: GroupsResult): readonly string[] {
  const present = new Set(groups.map(({ series }) => series));
  const waiting = groups
    .filter(({ series }) => series !== null && series !== NONE && !kept.includes(series))
    .sort(bySize)
    .flatMap(({ series }) => series ?? []);
  const drawn = [...kept];
  // From the last place on, for the first ones are the likeliest to be held again by the next filter.
  const idle = kept.flatMap((id, place) => (present.has(id) ? [] : [place])).reverse();
  for (const [at, place] of idle.entries()) drawn[place] = waiting[at] ?? drawn[place]!;
  return drawn;
}

/** What is known of a series, its colours as a page has them that holds these groups of a split, and those around them on its map. */
export function onPage<Info extends Pick<SeriesInfo, 'ranking'>>(
  info: Info,
  split: Split,
  groups: GroupsResult,
  around: GroupsResult | null = null,
): Info {
  if (!hasUndrawn(info, split)) return info;
  const kept = drawnGroups(info, split);
  const drawn = drawnOnPage(kept, groups, around);
  if (drawn.every((id, place) => id === kept[place])) return info;
  const ranked = (info.ranking as Readonly<Record<string, readonly string[]>>)[split] ?? [];
  const rest = ranked.filter((id) => !drawn.includes(id));
  return { ...info, ranking: { ...info.ranking, [split]: [...drawn, ...rest] } };
}
