import { type ActorId, CERTAINTIES, type Link, RELATIONS, type SourceId } from '../../../series/model';
import { parseEventDate } from '../../../time/edtf';
import type { EventDate } from '../../../time/event-date';
import type { CellProblem } from '../cells/cell-problem';
import {
  type ExportedCells,
  type ExportedColumn,
  found,
  type Ids,
  notOfItsKind,
  type PartReader,
  textOf,
} from './exported-cells';
import { contradictions, listColumns, listsReader, rolesReader, type Said, wordOf } from './link-lists';

/** The date of a text as exports write it, in EDTF; null where it is none. */
export function exportedEdtf(text: string): EventDate | null {
  const read = parseEventDate(text);
  return read.kind === 'date' ? read.date : null;
}

const isText = (value: unknown) => typeof value === 'string';
const mayBeText = (value: unknown) => value === null || value === undefined || isText(value);
const isTexts = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText));

/** A link of the list in the column `links`; null where it is none. A word that is none of ours is told to `tell`. */
function saidIn(one: unknown, tell: (value: string, reason: string) => void): Said | null {
  const { actor, relation, certainty, claimant, disputedBy = [], outlet, date, sources = [] } = Object(one);
  const isLink =
    textOf(actor) !== null &&
    [relation, certainty, claimant, outlet, date].every(mayBeText) &&
    [disputedBy, sources].every(isTexts);
  if (!isLink) return null;
  const word = <T extends string>(what: string, value: unknown, words: readonly T[], otherwise: T): T => {
    const text = textOf(value) ?? '';
    const found = wordOf(text, words);
    if (found === null)
      tell(text, `the ${what} of “${actor}” is none of ${words.join(', ')}; taken as ${otherwise}`);
    return found ?? otherwise;
  };
  return {
    ...{ actor, disputedBy, sources },
    relation: word('relation', relation, RELATIONS, 'involved'),
    certainty: word('certainty', certainty, CERTAINTIES, 'certain'),
    ...{ claimant: textOf(claimant), outlet: textOf(outlet), date: textOf(date) },
  };
}

function jsonList(text: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

/** Reads the links of `links`, those that are some; null where it is no list. What is none of a link is told. */
function wholeReader(column: ExportedColumn) {
  return (text: string) => {
    const list = jsonList(text);
    if (list === null) return null;
    const problems: CellProblem[] = [];
    const value = list.flatMap((one) => {
      const said = saidIn(one, (word, reason) => problems.push(notOfItsKind(column, word, reason)));
      if (said === null)
        problems.push(notOfItsKind(column, JSON.stringify(one), 'it is no link, and is left out'));
      return said ?? [];
    });
    return { value, problems };
  };
}

/**
 * Reads the links of a row whole from the column `links`. Where nothing stands there, or no list of links, they are made of the
 * columns that repeat a part of each. What these say otherwise is told.
 */
function saidReader(cells: ExportedCells): PartReader<readonly Said[]> {
  const whole = cells.column('links');
  const columns = listColumns(cells);
  const { name: actors } = columns.actors;
  const [inWhole, inLists] = [
    wholeReader(whole),
    actors === null ? rolesReader(cells) : listsReader(columns),
  ];
  return (row) => {
    const text = whole.read(row);
    if (text === '') return inLists(row);
    const said = inWhole(text);
    if (said !== null)
      return { value: said.value, problems: [...said.problems, ...contradictions(row, said.value, columns)] };
    const { value, problems } = inLists(row);
    const instead = actors === null ? '' : `; taken from “${actors}” and the columns beside it`;
    return {
      value,
      problems: [notOfItsKind(whole, text, `this is no list of links${instead}`), ...problems],
    };
  };
}

const NO_LINKS = found<readonly Link[]>([]);

/** Reads the links of a row with the ids that they have. */
export function exportedLinks(cells: ExportedCells, ids: Ids): PartReader<readonly Link[]> {
  const column = cells.column('links');
  const read = saidReader(cells);
  return (row) => {
    const { value: said, problems } = read(row);
    if (said.length === 0 && problems.length === 0) return NO_LINKS;
    const undated: CellProblem[] = [];
    const value = said.map(({ actor, claimant, date, sources, ...rest }): Link => {
      const when = date === null ? null : exportedEdtf(date);
      if (date !== null && when === null)
        undated.push(notOfItsKind(column, date, `the date of the link of “${actor}” is not understood`));
      return {
        ...{ ...rest, actor: ids.of<ActorId>(actor, 'a') },
        claimant: claimant === null ? null : ids.of<ActorId>(claimant, 'a'),
        date: when,
        sources: sources.map((one) => ids.of<SourceId>(one, 's')),
      };
    });
    return { value, problems: undated.length === 0 ? problems : [...problems, ...undated] };
  };
}
