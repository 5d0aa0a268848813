import { LIST } from '../../../mapping/presets/layouts/annals';
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

/** The date of a text as exports write it, in EDTF; null where it is none. */
export function exportedEdtf(text: string): EventDate | null {
  const read = parseEventDate(text);
  return read.kind === 'date' ? read.date : null;
}

/** A link as a row states it, before its ids and its date are looked at. */
interface Said extends Pick<Link, 'relation' | 'certainty' | 'disputedBy' | 'outlet'> {
  readonly actor: string;
  readonly claimant: string | null;
  readonly date: string | null;
  readonly sources: readonly string[];
}

const isText = (value: unknown) => typeof value === 'string';
const mayBeText = (value: unknown) => value === null || value === undefined || isText(value);
const isTexts = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText));

/** A link of the list in the column `links`; null where it is none. */
function saidIn(one: unknown): Said | null {
  const { actor, relation, certainty, claimant, disputedBy = [], outlet, date, sources = [] } = Object(one);
  const isLink =
    textOf(actor) !== null &&
    RELATIONS.includes(relation) &&
    CERTAINTIES.includes(certainty) &&
    [claimant, outlet, date].every(mayBeText) &&
    [disputedBy, sources].every(isTexts);
  if (!isLink) return null;
  const [by, where, when] = [textOf(claimant), textOf(outlet), textOf(date)];
  return { actor, relation, certainty, disputedBy, claimant: by, outlet: where, date: when, sources };
}

function listIn(text: string): readonly Said[] | null {
  try {
    const list: unknown = JSON.parse(text);
    const said = Array.isArray(list) ? list.map(saidIn) : [null];
    return said.every((one) => one !== null) ? said : null;
  } catch {
    return null;
  }
}

/** The columns that repeat a part of each link, and what an export writes into them. */
const LISTS = {
  actors: ({ actor }: Said) => actor,
  relations: ({ relation }: Said) => relation,
  certainties: ({ certainty }: Said) => certainty,
  claimants: ({ claimant }: Said) => claimant,
  outlets: ({ outlet }: Said) => outlet,
  disputed_by: ({ disputedBy }: Said) => disputedBy.join('; '),
} as const satisfies Readonly<Record<string, (one: Said) => string | null>>;

type ListName = keyof typeof LISTS;
type ListColumns = Readonly<Record<ListName, ExportedColumn>>;

/** What is to be said of a row whose links are one thing in `links` and another in the columns that repeat them. */
function contradictions(
  cells: readonly string[],
  links: readonly Said[],
  columns: ListColumns,
): readonly CellProblem[] {
  const differing = (Object.keys(LISTS) as ListName[]).flatMap((name) => {
    const column = columns[name];
    const expected = links
      .map((one) => LISTS[name](one) ?? '')
      .join(LIST)
      .trim();
    const value = column.read(cells);
    if (column.name === null || value === expected) return [];
    const reason = `“links” says otherwise, and is taken: ${expected === '' ? 'none' : expected}`;
    return [{ code: 'not-as-exported', column: column.name, value, reason } as const];
  });
  return differing;
}

/** Reads links from the columns that repeat a part of each: member by member, as far as there are any. */
function listsReader(columns: ListColumns): PartReader<readonly Said[]> {
  return (cells) => {
    const problems: CellProblem[] = [];
    const lists = (Object.keys(LISTS) as ListName[]).map((name) => {
      const text = columns[name].read(cells);
      return [name, text === '' ? [] : text.split(LIST).map((one) => one.trim())] as const;
    });
    const members = Object.fromEntries(lists) as unknown as Record<ListName, readonly string[]>;
    const { length } = members.actors;
    for (const [name, { length: many }] of lists) {
      if (many === 0 || many === length) continue;
      const reason = `it has ${many} members, and “${columns.actors.name ?? 'actors'}” has ${length}`;
      const column = columns[name];
      problems.push({ code: 'not-as-exported', column: column.name, value: column.read(cells), reason });
    }
    const wordAt = <T extends string>(name: ListName, at: number, words: readonly T[], otherwise: T): T => {
      const text = members[name][at] ?? '';
      const word = words.find((one) => one === text.toLowerCase());
      if (word === undefined && text !== '') {
        const reason = `it is none of ${words.join(', ')}; taken as ${otherwise}`;
        problems.push(notOfItsKind(columns[name], text, reason));
      }
      return word ?? otherwise;
    };
    const value = members.actors.flatMap((actor, at): Said[] => {
      if (actor === '') return [];
      const by = members.disputed_by[at] ?? '';
      return [
        {
          actor,
          relation: wordAt('relations', at, RELATIONS, 'involved'),
          certainty: wordAt('certainties', at, CERTAINTIES, 'certain'),
          claimant: textOf(members.claimants[at]),
          disputedBy: by === '' ? [] : by.split('; '),
          outlet: textOf(members.outlets[at]),
          ...{ date: null, sources: [] },
        },
      ];
    });
    return { value, problems };
  };
}

/**
 * Reads the links of a row whole from the column `links`. Where nothing stands there, or no list of links, they are made of the
 * columns that repeat a part of each. What these say otherwise is told.
 */
export function exportedLinks(cells: ExportedCells, ids: Ids): PartReader<readonly Link[]> {
  const whole = cells.column('links');
  const names = Object.keys(LISTS) as ListName[];
  const columns = Object.fromEntries(
    names.map((name) => [name, cells.column(name)]),
  ) as unknown as ListColumns;
  const inLists = listsReader(columns);
  const saidOf: PartReader<readonly Said[]> = (row) => {
    const text = whole.read(row);
    if (text === '') return inLists(row);
    const said = listIn(text);
    if (said !== null) return { value: said, problems: contradictions(row, said, columns) };
    const { value, problems } = inLists(row);
    const instead =
      columns.actors.name === null ? '' : `; taken from “${columns.actors.name}” and the columns beside it`;
    return {
      value,
      problems: [notOfItsKind(whole, text, `this is no list of links${instead}`), ...problems],
    };
  };
  return (row) => {
    const { value: said, problems } = saidOf(row);
    if (said.length === 0 && problems.length === 0) return NO_LINKS;
    const undated: CellProblem[] = [];
    const value = said.map(({ actor, claimant, date, sources, ...rest }): Link => {
      const when = date === null ? null : exportedEdtf(date);
      if (date !== null && when === null)
        undated.push(notOfItsKind(whole, date, `the date of the link of “${actor}” is not understood`));
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

const NO_LINKS = found<readonly Link[]>([]);
