import { ancestorsIn, type Lineage, lineageOf, spanOf } from '../../../query/ancestors';
import { type LinkView, linkViews } from '../../../query/links';
import { NONE } from '../../../query/query';
import { memberships } from '../../../series/hierarchy';
import type { Incident, Link, Series } from '../../../series/model';
import { MAX_DAY, MIN_DAY } from '../../../time/day';
import type { Dates } from './dates';
import { ColumnBuilder, codesFor, type Dictionary, derived } from './dictionary';
import type { IncidentParts } from './incident-parts';

/** A link as clauses see it, with where its actor stands in the tree at the time. */
export interface ListedLink extends LinkView, Lineage {}

/** The links of an incident, one at least, and whether its nature is disputed: all that clauses on links can tell apart. */
export interface LinkList {
  readonly links: readonly ListedLink[];
  readonly natureDisputed: boolean;
}

type Actors = Pick<Series, 'actors' | 'actorRelations'>;

/** Days on which an actor begins or ceases to count under another, ascending: between two of them nothing changes. */
function changesOf({ actors, actorRelations }: Actors): Int32Array {
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
function erasOf(series: Actors, { spans }: Dates): Float64Array {
  const changes = changesOf(series);
  const size = changes.length + 1;
  return Float64Array.from(
    spans.first,
    (first, code) => changesUpTo(changes, first) * size + changesUpTo(changes, spans.last[code]!),
  );
}

/** Numbers distinct links, so that lists of them make short keys. */
class LinkNumbers {
  readonly #known = new Map<string, Map<string, number>>();
  #size = 0;

  of({ actor, relation, certainty, disputedBy }: Link): number {
    const tie = disputedBy.length > 0 ? `${relation} ${certainty}!` : `${relation} ${certainty}`;
    let ofActor = this.#known.get(actor);
    if (ofActor === undefined) {
      ofActor = new Map();
      this.#known.set(actor, ofActor);
    }
    const number = ofActor.get(tie) ?? this.#size++;
    ofActor.set(tie, number);
    return number;
  }
}

/** The parts of incidents that clauses on links look at. */
type Linked = Pick<Incident, 'links' | 'natureDisputed'>;

/** Lists of links and disputes by row, as few as clauses can tell apart; some may be of no row. */
function linkedParts({ links, natureDisputed }: IncidentParts): Dictionary<Linked> {
  const numbers = new LinkNumbers();
  const [known, values] = [new Map<string, number>(), [] as Linked[]];
  const codeOf = links.values.map((list) => {
    const key = list.map((link) => numbers.of(link)).join();
    const code = known.get(key) ?? values.length;
    if (code === values.length) {
      known.set(key, code);
      values.push({ links: list, natureDisputed: false }, { links: list, natureDisputed: true });
    }
    return code;
  });
  const codes = codesFor(links.codes.length, values.length);
  for (let row = 0; row < codes.length; row++) {
    const isDisputed = natureDisputed.values.at(natureDisputed.codes[row]!);
    codes[row] = codeOf[links.codes[row]!]! + (isDisputed ? 1 : 0);
  }
  return { codes, values };
}

function listOf(linked: Linked, lineage: (actor: string) => Lineage): LinkList {
  const links = linkViews(linked).map((link) => ({
    ...link,
    ...(link.index === null ? { under: [NONE], roots: [NONE] } : lineage(link.actor)),
  }));
  return { links, natureDisputed: linked.natureDisputed };
}

/** Lists parted by what holds at the time of their rows, each with one row of them. */
function partedByEra({ codes, values }: Dictionary<Linked>, eras: Float64Array, { column }: Dates) {
  const parted = new ColumnBuilder<number>((row) => eras[column.codes[row]!]! * values.length + codes[row]!);
  for (let row = 0; row < codes.length; row++) parted.set(row, row);
  return parted.unordered(codes.length);
}

/**
 * The distinct lists of links of a series, by row. Lists with dated parents are apart by what holds at their time: one row
 * of each then stands for all.
 */
export function linkListsOf(series: Actors, dates: Dates, parts: IncidentParts): Dictionary<LinkList> {
  const ancestorsOf = ancestorsIn(series);
  const { column } = dates;
  const given = linkedParts(parts);
  return derived(partedByEra(given, erasOf(series, dates), dates), (row) => {
    const began = spanOf(column.values.at(column.codes[row]!)!);
    return listOf(given.values.at(given.codes[row]!)!, (actor) => lineageOf(actor, began, ancestorsOf));
  });
}
