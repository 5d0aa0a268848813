import { LIST } from '../../../mapping/presets/layouts/annals';
import { CERTAINTIES, type Link, RELATIONS } from '../../../series/model';
import type { CellProblem } from '../cells/cell-problem';
import {
  type ExportedCells,
  type ExportedColumn,
  found,
  notOfItsKind,
  type PartReader,
  textOf,
} from './exported-cells';

/** A link as a row states it, before its ids and its date are looked at. */
export interface Said extends Pick<Link, 'relation' | 'certainty' | 'disputedBy' | 'outlet'> {
  readonly actor: string;
  readonly claimant: string | null;
  readonly date: string | null;
  readonly sources: readonly string[];
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
const NAMES = Object.keys(LISTS) as ListName[];

/** These columns as the file has them. */
export type ListColumns = Readonly<Record<ListName, ExportedColumn>>;

/** The columns of an export that repeat a part of each link. */
export function listColumns(cells: ExportedCells): ListColumns {
  return Object.fromEntries(NAMES.map((name) => [name, cells.column(name)])) as unknown as ListColumns;
}

/** What is to be said of a row whose links are one thing in `links` and another in the columns that repeat them. */
export function contradictions(
  cells: readonly string[],
  links: readonly Said[],
  columns: ListColumns,
): readonly CellProblem[] {
  return NAMES.flatMap((name) => {
    const column = columns[name];
    const members = links.map((one) => LISTS[name](one) ?? '');
    const [value, expected] = [column.read(cells), members.join(LIST).trim()];
    if (column.name === null || value === expected) return [];
    const reason = `“links” says otherwise, and is taken: ${expected === '' ? 'none' : expected}`;
    return [{ code: 'not-as-exported', column: column.name, value, reason } as const];
  });
}

/** One of a few words, whatever its case; null for every other. */
export function wordOf<T extends string>(text: string, words: readonly T[]): T | null {
  return words.find((word) => word === text.toLowerCase()) ?? null;
}

/** Reads links from the columns that repeat a part of each: member by member, as far as there are any. */
export function listsReader(columns: ListColumns): PartReader<readonly Said[]> {
  return (cells) => {
    const problems: CellProblem[] = [];
    const lists = NAMES.map((name) => {
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
      const word = wordOf(text, words);
      if (word === null && text !== '') {
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
 * Reads links that somebody wrote into JSON with an actor and a relation alone: these stand in a column for each relation, as the
 * names of any list do that has a role for each.
 */
export function rolesReader(cells: ExportedCells): PartReader<readonly Said[]> {
  const columns = RELATIONS.map((relation) => [relation, cells.column(`links.${relation}`)] as const);
  const there = columns.filter(([, { name }]) => name !== null);
  const unsaid = { claimant: null, disputedBy: [], outlet: null, date: null, sources: [] };
  return (row) => {
    const filled = there.filter(([, { read }]) => read(row) !== '');
    if (filled.length === 0) return found([]);
    const reason = 'these links have not all keys that those of an export have; taken as certain';
    return {
      value: filled.flatMap(([relation, { read }]) =>
        read(row)
          .split(LIST)
          .map((actor): Said => ({ ...unsaid, actor, relation, certainty: 'certain' })),
      ),
      problems: filled.map(([, { name, read }]) => ({
        ...{ code: 'not-as-exported', column: name, value: read(row), reason },
      })),
    };
  };
}
