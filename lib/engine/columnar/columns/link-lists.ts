import { ancestorsIn, type Lineage, lineageOf, spanOf } from '../../../query/ancestors';
import { type LinkView, linkViews } from '../../../query/links';
import { NONE } from '../../../query/query';
import { memberships } from '../../../series/hierarchy';
import type { Incident, Series } from '../../../series/model';
import { MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Dates } from './dates';
import { ColumnBuilder, type Dictionary, derived } from './dictionary';

/** A link as clauses see it, with where its actor stands in the tree at the time. */
export interface ListedLink extends LinkView, Lineage {}

/** The links of an incident, one at least, and whether its nature is disputed: all that clauses on links can tell apart. */
export interface LinkList {
  readonly links: readonly ListedLink[];
  readonly natureDisputed: boolean;
}

/** Days on which an actor begins or ceases to count under another, ascending: between two of them nothing changes. */
function changesOf({ actors, actorRelations }: Series): Int32Array {
  const ids = actors.map(({ id }) => id);
  const dated = memberships(ids, actorRelations).filter(({ from, to }) => from > MIN_DAY || to < MAX_DAY);
  return Int32Array.from(new Set(dated.flatMap(({ from, to }) => [from, to + 1]))).sort();
}

/** How many of the changes come no later than a day. */
function changesUpTo(changes: Int32Array, day: number): number {
  let count = 0;
  while (count < changes.length && changes[count]! <= day) count++;
  return count;
}

/** Tells apart dates between which the actors of a series change their parents; the same for all where none does. */
function erasOf(series: Series, { spans }: Dates): Float64Array {
  const changes = changesOf(series);
  const size = changes.length + 1;
  return Float64Array.from(
    spans.first,
    (first, code) => changesUpTo(changes, first) * size + changesUpTo(changes, spans.last[code]!),
  );
}

function listOf(incident: Incident, lineage: (actor: string) => Lineage): LinkList {
  const links = linkViews(incident).map((link) => ({
    ...link,
    ...(link.index === null ? { under: [NONE], roots: [NONE] } : lineage(link.actor)),
  }));
  return { links, natureDisputed: incident.natureDisputed };
}

/** Lists parted by what holds at the time of their rows, each with one row of them. */
function partedByEra({ codes, values }: Dictionary<Incident>, eras: Float64Array, { column }: Dates) {
  const parted = new ColumnBuilder<number>();
  for (let row = 0; row < codes.length; row++) {
    parted.set(row, row, eras[column.codes[row]!]! * values.length + codes[row]!);
  }
  return parted.unordered(codes.length);
}

/**
 * The distinct lists of links of a series, by row; `given` has an incident for each of them. Lists with dated parents are
 * apart by what holds at their time: one row of each then stands for all.
 */
export function linkListsOf(series: Series, dates: Dates, given: Dictionary<Incident>): Dictionary<LinkList> {
  const ancestorsOf = ancestorsIn(series);
  const { column } = dates;
  return derived(partedByEra(given, erasOf(series, dates), dates), (row) => {
    const began = spanOf(column.values[column.codes[row]!]!);
    return listOf(given.values[given.codes[row]!]!, (actor) => lineageOf(actor, began, ancestorsOf));
  });
}
