import type { RawColumn, RawRow } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import type { DateOutcome } from '../../mapping/row-dates/date-outcome';
import { dateReader } from '../../mapping/row-dates/date-reader';
import type { Problem } from '../../problems/problem';
import type { Incident, RegionDef, Source, TypeDef } from '../../series/model';
import { problemAt } from '../import-codes';
import type { CellProblem } from './cells/cell-problem';
import { dateDoubts } from './doubts/date-doubts';
import { duplicateWatch, type Occurrence } from './doubts/duplicates';
import { type SeemsExchanged, SwappedPoints } from './doubts/swapped-points';
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
  const occurrenceOf = duplicateWatch(columns, mapping.id, isOurs ? (id) => id === '' : undefined);
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
    const occurrence = occurrenceOf(row);
    if (occurrence.kind === 'first') return incidentOf(row, outcome, occurrence);
    if (occurrence.kind === 'conflicting' && mapping.row === 'claim')
      return claimOf(row, outcome, occurrence.id);
    const kind = occurrence.kind === 'repeated' ? 'skip' : 'problem';
    return { kind, problem: at(row, refusalOf(occurrence, mapping.id)) };
  };
  const doubts = () => [
    ...watch.conclude(),
    ...swapped.conclude(file, mapping.lat ?? mapping.lon, reader.regions()),
  ];
  return { ...reader, build, doubts };
}
