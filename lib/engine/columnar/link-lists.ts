import { group } from 'd3-array';
import { NONE } from '../../query/query';
import { type Membership, memberships } from '../../series/hierarchy';
import type { Certainty, Incident, Link, Relation, Series } from '../../series/model';
import { MAX_DAY, MIN_DAY } from '../../time/day';
import type { Dates } from './dates';
import { type Dictionary, dictionaryOf } from './dictionary';

/** A link as clauses see it; {@link NONE} throughout for the one that stands for none. */
export interface ListedLink {
  readonly actor: string;
  readonly relation: Relation | typeof NONE;
  readonly certainty: Certainty | typeof NONE;
  /** Disputed by somebody; the nature of the incident is looked at apart. */
  readonly disputed: boolean;
  /** Position among the incident's links; null for the link that stands for none. */
  readonly index: number | null;
  /** The actor, and those under which it counts at the time. */
  readonly ancestors: readonly string[];
}

/** The links of an incident, one at least, and whether its nature is disputed: all that clauses on links can tell apart. */
export interface LinkList {
  readonly links: readonly ListedLink[];
  readonly natureDisputed: boolean;
}

type Ancestors = ReadonlyMap<string, readonly Membership[]>;

/** Days on which an actor begins or ceases to count under another, ascending: between two of them nothing changes. */
function changesOf(ancestors: Ancestors): Int32Array {
  const dated = [...ancestors.values()].flat().filter(({ from, to }) => from > MIN_DAY || to < MAX_DAY);
  return Int32Array.from(new Set(dated.flatMap(({ from, to }) => [from, to + 1]))).sort();
}

/** How many of the changes come no later than a day. */
function changesUpTo(changes: Int32Array, day: number): number {
  let count = 0;
  while (count < changes.length && changes[count]! <= day) count++;
  return count;
}

/** Tells apart dates between which the actors of a series change their parents; the same for all where none does. */
function erasOf(ancestors: Ancestors, { spans }: Dates): Float64Array {
  const changes = changesOf(ancestors);
  const size = changes.length + 1;
  return Float64Array.from(
    spans.first,
    (first, code) => changesUpTo(changes, first) * size + changesUpTo(changes, spans.last[code]!),
  );
}

/** Numbers distinct links, so that lists of them make short keys. */
function linkNumbers(): (link: Link) => number {
  const known = new Map<string, Map<string, number>>();
  let size = 0;
  return ({ actor, relation, certainty, disputedBy }) => {
    const tie = `${relation} ${certainty} ${disputedBy.length > 0}`;
    let ofActor = known.get(actor);
    if (ofActor === undefined) {
      ofActor = new Map();
      known.set(actor, ofActor);
    }
    const number = ofActor.get(tie) ?? size++;
    ofActor.set(tie, number);
    return number;
  };
}

function listOf(incident: Incident, ancestorsOf: (actor: string) => readonly string[]): LinkList {
  const none = { relation: NONE, certainty: NONE, disputed: false, index: null } as const;
  const links = incident.links.map(({ actor, relation, certainty, disputedBy }, index) => ({
    ...{ actor, relation, certainty, index },
    disputed: disputedBy.length > 0,
    ancestors: ancestorsOf(actor),
  }));
  return {
    links: links.length === 0 ? [{ actor: NONE, ...none, ancestors: [NONE] }] : links,
    natureDisputed: incident.natureDisputed,
  };
}

/** The distinct lists of links of a series, by row. Lists with dated parents are apart by what holds at their time. */
export function linkListsOf(
  series: Series,
  dates: Dates,
  incidentAt: (row: number) => Incident,
): Dictionary<LinkList> {
  const ancestors: Ancestors = group(
    memberships(
      series.actors.map(({ id }) => id),
      series.actorRelations,
    ),
    ({ member }) => member as string,
  );
  const eras = erasOf(ancestors, dates);
  const numberOf = linkNumbers();
  const { codes } = dates.column;
  const keyOf = (incident: Incident, row: number) => {
    let key = `${eras[codes[row]!]!}${incident.natureDisputed ? '!' : ':'}`;
    for (const link of incident.links) key += `${numberOf(link)},`;
    return key;
  };
  const { spans } = dates;
  const found = dictionaryOf(codes.length, incidentAt, keyOf);
  // The first row of each list stands for all of them: they have their links, and the same changes around their dates.
  const rowOf = new Uint32Array(found.values.length);
  for (let row = codes.length - 1; row >= 0; row--) rowOf[found.codes[row]!] = row;
  const values = found.values.map((incident, code) => {
    const date = codes[rowOf[code]!]!;
    const [first, last] = [spans.first[date]!, spans.last[date]!];
    return listOf(incident, (actor) => {
      const held = (ancestors.get(actor) ?? []).filter(({ from, to }) => first <= to && last >= from);
      return [...new Set([actor, ...held.map(({ ancestor }) => ancestor as string)])];
    });
  });
  return { codes: found.codes, values };
}
