import type { RawColumn, RawRow } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import type { DateOutcome } from '../../mapping/row-dates/date-outcome';
import { dateReader } from '../../mapping/row-dates/date-reader';
import type { Problem } from '../../problems/problem';
import type { Incident, RegionDef, Source, TypeDef } from '../../series/model';
import { problemAt } from '../import-codes';
import type { CellProblem } from './cells/cell-problem';
import type { SaidNothing } from './cells/known-cells';
import { type DatesPart, dateDoubts } from './doubts/date-doubts';
import { duplicateWatch, type Occurrence, type SeenInPart } from './doubts/duplicates';
import { type PointsPart, type SeemsExchanged, SwappedPoints } from './doubts/swapped-points';
import { exportedDate, exportedReader, isExport } from './exported/exported-rows';
import { type IncidentReader, incidentReader } from './incident-reader';
import type { Names } from './names/names';

/** What became of a row: an incident, a problem that costs the row, or a stated rule that leaves it out. */
export type RowOutcome =
  | { readonly kind: 'incident'; readonly incident: Incident; readonly warnings: readonly Problem[] }
  /** A further claim of an incident before it; `refusal` says why it cannot be one. */
  | {
      readonly kind: 'claim';
      readonly incident: Incident;
      readonly told: Problem;
      readonly refusal: Problem;
    }
  | { readonly kind: 'problem' | 'skip'; readonly problem: Problem };

/** What rows that were read apart have named, as it can be sent to another thread. */
interface NamedInPart {
  readonly types: readonly TypeDef[];
  readonly regions: readonly RegionDef[];
  readonly sources: readonly Source[];
  readonly actors: ReadonlyMap<string, string>;
  readonly saidNothing: readonly SaidNothing[];
}

const NOTHING_NAMED: NamedInPart = {
  types: [],
  regions: [],
  sources: [],
  actors: new Map(),
  saidNothing: [],
};

/** What is remembered of rows, as it can be sent to another thread. */
export interface RowsPart {
  readonly seen: SeenInPart;
  readonly dates: DatesPart;
  readonly points: PointsPart;
  readonly named: NamedInPart;
}

/** Makes incidents of rows, in the order of the file, and remembers what they have named. */
export interface RowBuilder {
  readonly build: (row: RawRow) => RowOutcome;
  /** What all dates together show, such as one that lies far from the others; asked when no more rows come. */
  readonly doubts: () => readonly Problem[];
  readonly types: () => TypeDef[];
  readonly regions: () => RegionDef[];
  readonly sources: () => Source[];
  /** The name of each actor that is linked, by id. */
  readonly actors: () => ReadonlyMap<string, string>;
  readonly saidNothing: IncidentReader['saidNothing'];
  readonly part: () => RowsPart;
  /**
   * Adds, once, what is remembered of the rows that follow, where they were read apart. False where some of them are the same as
   * one of these, or have its id, so that something else would have become of them.
   */
  readonly absorb: (part: RowsPart) => boolean;
}

/** Those of both lists, of which those of the same id say the same. */
function union<T extends { readonly id: string }>(all: readonly T[], later: readonly T[]): T[] {
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...later.filter(({ id }) => !known.has(id))];
}

type First = Extract<Occurrence, { kind: 'first' }>;
type Dated = Extract<DateOutcome, { kind: 'date' }>;

const NO_WARNINGS: readonly Problem[] = [];

/** Why a row with an id that was seen before is not used. */
function refusalOf({ kind, id }: Exclude<Occurrence, First>, column: string | null): CellProblem {
  return kind === 'repeated'
    ? { code: 'repeated-row', column, value: id, reason: 'all its cells equal those of the row before' }
    : { code: 'conflicting-row', column, value: id, reason: 'its cells differ from those of the row before' };
}

/** What is to be said of how a row was named. */
function namingProblems(occurrence: First, idColumn: string | null): CellProblem[] {
  const { id, ordinal, blank } = occurrence;
  const problems: CellProblem[] = [];
  if (blank) problems.push({ code: 'missing-id', column: idColumn, value: null, reason: `called ${id}` });
  if (ordinal > 1) {
    const reason = `its content stands in the file ${ordinal === 2 ? 'once' : `${ordinal - 1} times`} before`;
    problems.push({ code: 'equal-row', column: null, value: null, reason });
  }
  return problems;
}

/** Compiles a mapping for a table, so that a row costs no more than its cells. */
export function rowBuilder(
  file: string,
  columns: readonly RawColumn[],
  mapping: Mapping,
  names: Names,
  seemsExchanged: SeemsExchanged | null = null,
): RowBuilder {
  const isOurs = isExport(mapping);
  const readDate = isOurs ? exportedDate(columns, mapping) : dateReader(mapping.date, columns);
  const watch = dateDoubts(file, columns, mapping.date);
  const swapped = new SwappedPoints(seemsExchanged);
  const watchIds = duplicateWatch(columns, mapping.id, isOurs ? (id) => id === '' : undefined);
  const reader = isOurs ? exportedReader(columns, mapping, names) : incidentReader(columns, mapping, names);
  const at = (row: RawRow, { code, column, value, reason }: CellProblem): Problem =>
    problemAt({ file: row.file ?? file, row: row.line, column, value }, code, reason);

  const incidentOf = (row: RawRow, { date, warning }: Dated, occurrence: First): RowOutcome => {
    watch.observe(row, date);
    const { value, problems } = reader.read(row.cells, occurrence.id, date);
    swapped.observe(row, value);
    const all = [...namingProblems(occurrence, mapping.id), ...(warning ? [warning] : []), ...problems];
    const warnings = all.length === 0 ? NO_WARNINGS : all.map((problem) => at(row, problem));
    return { kind: 'incident', incident: value, warnings };
  };

  const claimOf = (row: RawRow, { date }: Dated, id: Incident['id']): RowOutcome => {
    const place = { column: mapping.id, value: id };
    return {
      kind: 'claim',
      incident: reader.read(row.cells, id, date).value,
      told: at(row, { code: 'further-claim', ...place, reason: 'added to the incident of a row before' }),
      refusal: at(row, {
        code: 'conflicting-row',
        ...place,
        reason: 'its date is not that of the row before',
      }),
    };
  };

  const build = (row: RawRow): RowOutcome => {
    const outcome = readDate(row.cells);
    if (outcome.kind === 'problem') return { kind: 'problem', problem: at(row, outcome) };
    const occurrence = watchIds.occurrenceOf(row);
    if (occurrence.kind === 'first') return incidentOf(row, outcome, occurrence);
    if (occurrence.kind === 'conflicting' && mapping.row === 'claim')
      return claimOf(row, outcome, occurrence.id);
    const kind = occurrence.kind === 'repeated' ? 'skip' : 'problem';
    return { kind, problem: at(row, refusalOf(occurrence, mapping.id)) };
  };
  let later = NOTHING_NAMED;
  const named = {
    types: () => union(reader.types(), later.types),
    regions: () => union(reader.regions(), later.regions),
    sources: () => union(reader.sources(), later.sources),
    actors: () => new Map([...reader.actors(), ...later.actors]),
    saidNothing: () => reader.saidNothing(later.saidNothing),
  };
  const doubts = () => [
    ...watch.conclude(),
    ...swapped.conclude(file, mapping.lat ?? mapping.lon, named.regions()),
  ];
  const part = (): RowsPart => ({
    ...{ seen: watchIds.seen(), dates: watch.part(), points: swapped.part },
    named: {
      ...{ types: reader.types(), regions: reader.regions(), sources: reader.sources() },
      ...{ actors: reader.actors(), saidNothing: reader.saidNothing() },
    },
  });
  const absorb = (of: RowsPart): boolean => {
    if (watchIds.meets(of.seen)) return false;
    watch.absorb(of.dates);
    swapped.absorb(of.points);
    later = of.named;
    return true;
  };
  return { ...named, build, doubts, part, absorb };
}
