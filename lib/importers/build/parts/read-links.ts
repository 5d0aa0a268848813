import type { RawColumn } from '../../../formats/raw-table';
import type { ActorMapping, Mapping } from '../../../mapping/mapping';
import { CERTAINTIES, type Certainty, type Link, type Relation } from '../../../series/model';
import type { Found } from '../cells/cell-problem';
import { cellOf, cellsOf } from '../cells/cell-reader';
import { remembered } from '../cells/memo';
import { ruleReader } from '../cells/value-rule';
import { actorNames, cutProblems, type NamesOf } from '../names/actor-names';
import type { Names } from '../names/names';

/** The links of an incident, and its actors in words, in the order of the columns. */
export interface Actors {
  readonly links: readonly Link[];
  readonly words: string;
}

/** An actor named in a row, and how it is tied to it. */
interface Tie {
  readonly name: string;
  readonly relation: Relation;
  readonly certainty: Certainty;
}

const MOST_NAMED = 3;

type TiesOf = (cells: readonly string[]) => readonly Tie[];

function tiesReader(columns: readonly RawColumn[], mapping: ActorMapping, namesOf: NamesOf): TiesOf {
  const read = cellOf(columns, mapping.column);
  const relation = ruleReader(columns, mapping.relation);
  const certainty = ruleReader(columns, mapping.certainty);
  return (cells) => {
    const names = namesOf(read(cells), mapping.separator);
    return names.map(({ name, isSuspected }) => ({
      name,
      relation: isSuspected ? 'suspected' : relation(cells),
      certainty: certainty(cells),
    }));
  };
}

/** A link says who and how; who claimed it where, and when, is nothing that a table of incidents tells. */
function linkOf({ relation, certainty }: Tie, actor: Link['actor']): Link {
  const unsaid = { claimant: null, disputedBy: [], outlet: null, date: null, sources: [] };
  return { actor, relation, certainty, ...unsaid };
}

/** One link for an actor and a relation: the most certain. Sorted, for the order of columns means nothing. */
function linksOf(ties: readonly Tie[], actor: Names['actor']): readonly Link[] {
  const links = new Map<string, Link>();
  for (const tie of ties) {
    const link = linkOf(tie, actor(tie.name));
    const key = `${link.actor} ${link.relation}`;
    const known = links.get(key);
    if (!known || CERTAINTIES.indexOf(link.certainty) < CERTAINTIES.indexOf(known.certainty)) {
      links.set(key, link);
    }
  }
  return [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** The first actors for a title. */
function inWords(ties: readonly Tie[]): string {
  const names = [...new Set(ties.map(({ name }) => name))];
  const named = names.slice(0, MOST_NAMED).join(' / ');
  return names.length > MOST_NAMED ? `${named} and ${names.length - MOST_NAMED} more` : named;
}

/** The columns that a mapping of actors looks at. */
function columnsOf({ column, relation, certainty }: ActorMapping): readonly string[] {
  return [column, relation, certainty].flatMap((one) => {
    if (typeof one === 'string') return [one];
    return 'column' in one ? [one.column] : [];
  });
}

/** Reads who was part of an incident, and adds the name of each by its id to `met`. Rows with the same cells share links. */
export function linksReader(
  columns: readonly RawColumn[],
  mapping: Pick<Mapping, 'actors' | 'actorDecisions'>,
  names: Names,
  met: Map<string, string>,
): (cells: readonly string[]) => Found<Actors> {
  const namesOf = actorNames(mapping.actorDecisions);
  const readers = mapping.actors.map((one) => tiesReader(columns, one, namesOf));
  const reads = cellsOf(columns, [...new Set(mapping.actors.flatMap(columnsOf))]);
  const cuts = mapping.actors.map(({ column, separator }) => {
    const read = cellOf(columns, column);
    return (cells: readonly string[]) => cutProblems(column, read(cells), separator);
  });
  return remembered(reads, (cells): Found<Actors> => {
    const ties = readers.flatMap((read) => read(cells));
    for (const { name } of ties) met.set(names.actor(name), name);
    const value = { links: linksOf(ties, names.actor), words: inWords(ties) };
    return { value, problems: cuts.flatMap((read) => read(cells)) };
  });
}
