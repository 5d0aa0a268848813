import type { RawColumn } from '../../../formats/raw-table';
import { dayIn } from '../../../mapping/cells/own-cell';
import { mappedColumns } from '../../../mapping/mapped-columns';
import type { Mapping } from '../../../mapping/mapping';
import {
  ANNALS_LAYOUT,
  changedParts,
  type ExportedPart,
  keysOfPart,
  LIST,
} from '../../../mapping/presets/layouts/annals';
import { type DateOutcome, dateOutcome } from '../../../mapping/row-dates/date-outcome';
import { dateReader } from '../../../mapping/row-dates/date-reader';
import { INITIATORS, type Incident, type RegionId, type SourceId, type TypeId } from '../../../series/model';
import { formatDay, parseDay } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';
import type { CellProblem, Found } from '../cells/cell-problem';
import { splitCell } from '../cells/split-cell';
import { estimatesReader, type IncidentReader, incidentReader } from '../incident-reader';
import { fallbackTitle } from '../meta';
import type { Names } from '../names/names';
import { ownReader } from '../parts/read-own';
import {
  type ExportedCells,
  type ExportedColumn,
  exportedCells,
  flagReader,
  found,
  type Ids,
  type PartReader,
  textOf,
  wordReader,
} from './exported-cells';
import { exportedEdtf, exportedLinks } from './exported-links';
import { exportedPlace } from './exported-place';
import { NamedInRows } from './named-in-rows';

/** Whether rows are an export of our own. */
export function isExport({ layout }: Mapping): boolean {
  return layout === ANNALS_LAYOUT;
}

/** Reads the dates of an export: EDTF, and what else somebody or a spreadsheet wrote there as the dates of any other file. */
export function exportedDate(
  columns: readonly RawColumn[],
  mapping: Mapping,
): (cells: readonly string[]) => DateOutcome {
  const general = dateReader(mapping.date, columns);
  if (changedParts(columns, mapping).has('date')) return general;
  const { read } = exportedCells(columns, mapping).column('date');
  return (cells) => {
    const date = exportedEdtf(read(cells));
    return date === null ? general(cells) : dateOutcome(date);
  };
}

type Kind = Pick<Incident, 'type' | 'subtypes'>;

/** Reads the type of a row, which is one; of several that somebody wrote there, the others are subtypes. */
function typeReader(type: ExportedColumn, subtypes: ExportedColumn, ids: Ids): PartReader<Kind> {
  return (cells) => {
    const [text, further] = [type.read(cells), ids.in<TypeId>(subtypes.read(cells), 't')];
    const [first = null, ...others] = ids.in<TypeId>(text, 't');
    if (others.length === 0) return found({ type: first, subtypes: further });
    const reason = `an incident has one type: ${first}; the others are taken as subtypes`;
    const problem = { code: 'not-as-exported', column: type.name, value: text, reason } as const;
    return { value: { type: first, subtypes: [...new Set([...others, ...further])] }, problems: [problem] };
  };
}

/** Tells of days beside the date that it does not have: one of the two was changed. Days in another writing are not looked at. */
function dateCheck(
  cells: ExportedCells,
): (row: readonly string[], date: EventDate) => readonly CellProblem[] {
  const ends = (['earliest', 'latest', 'until'] as const).map((end) => [end, cells.column(end)] as const);
  return (row, date) =>
    ends.flatMap(([end, { name, read }]) => {
      const value = read(row);
      const stated = value === '' ? null : dayIn(value);
      const [day, own] = [stated === null ? null : parseDay(stated), date[end]];
      if (day === null || day === own) return [];
      const reason = `the date says otherwise, and is taken: ${own === null ? 'none' : formatDay(own)}`;
      return [{ code: 'not-as-exported', column: name, value, reason } as const];
    });
}

/** The columns that some parts are read from. */
function columnsOf(parts: readonly ExportedPart[], mapping: Mapping): ReadonlySet<string> {
  const columns = mappedColumns(mapping);
  return new Set(parts.flatMap((part) => keysOfPart(part).flatMap((key) => columns[key])));
}

/** The parts of a row but for its date, id, figures and own fields, each as an export has it. */
function partReaders(cells: ExportedCells, mapping: Mapping, ids: Ids) {
  const idsIn = <T extends string>(column: ExportedColumn, prefix: string): PartReader<readonly T[]> => {
    return (row) => found(ids.in<T>(column.read(row), prefix));
  };
  const texts = (column: ExportedColumn) => (row: readonly string[]) => found(textOf(column.read(row)));
  const targets = cells.column('targets');
  return {
    title: texts(cells.column('title')),
    type: typeReader(cells.column('type'), cells.column('subtypes'), ids),
    regions: idsIn<RegionId>(cells.column('regions'), 'r'),
    place: exportedPlace(cells, mapping),
    links: exportedLinks(cells, ids),
    targets: (row: readonly string[]) => found(splitCell(targets.read(row), LIST)),
    initiator: wordReader(cells.column('initiator'), INITIATORS, 'unclear'),
    natureDisputed: flagReader(cells.column('nature_disputed'), false),
    inScope: flagReader(cells.column('in_scope'), true),
    sources: idsIn<SourceId>(cells.column('sources'), 's'),
    notes: texts(cells.column('notes')),
  };
}

/**
 * Reads the rows of an export: each as it was given out, with the ids that it had. Figures, points and dates are read as those
 * of any file, so that a cell that somebody changed means what it says, or is told. Parts that a mapping reads otherwise than an
 * export are read as those of any other file.
 */
export function exportedReader(
  columns: readonly RawColumn[],
  mapping: Mapping,
  names: Names,
): IncidentReader {
  const cells = exportedCells(columns, mapping);
  const named = new NamedInRows();
  const changed = changedParts(columns, mapping);
  const general = [...changed].some((part) => part !== 'date')
    ? incidentReader(columns, mapping, names)
    : null;
  const ofChanged = columnsOf([...changed], mapping);
  // A title is made of what others read, and has no problems of its own.
  const judged = columnsOf(
    [...changed].filter((part) => part !== 'title'),
    mapping,
  );
  const read = partReaders(cells, mapping, named.ids);
  const scopeNote = cells.column('scope_note').read;
  const estimates = estimatesReader(columns, mapping);
  const own = ownReader(mapping.fields ?? [], mapping.decimals, cells.of);
  const fallback = fallbackTitle(mapping);
  const beside = dateCheck(cells);
  const titleColumn = cells.column('title').name;
  const noteOf = (other: Found<Incident> | null) =>
    other !== null && changed.has('inScope') ? other.value.scopeNote : null;

  const readRow: IncidentReader['read'] = (row, id, date) => {
    const other = general?.read(row, id, date) ?? null;
    const problems = (other?.problems ?? []).filter(({ column }) => column !== null && judged.has(column));
    const of = <T>(part: ExportedPart, reader: PartReader<T>, inOther: (one: Incident) => T): T => {
      if (other !== null && changed.has(part)) return inOther(other.value);
      const { value, problems: more } = reader(row);
      if (more.length > 0) problems.push(...more);
      return value;
    };
    if (!changed.has('date')) problems.push(...beside(row, date));
    const kind = of<Kind>('type', read.type, ({ type, subtypes }) => ({ type, subtypes }));
    const regions = of('regions', read.regions, (one) => one.regions);
    const where = read.place(row);
    const place = of(
      'place',
      () => where,
      (one) => ({ ...one.place, note: where.value.note }),
    );
    const links = of('links', read.links, (one) => one.links);
    const sources = of('sources', read.sources, (one) => one.sources);
    const inScope = of('inScope', read.inScope, (one) => one.inScope);
    const [figures, said] = [estimates(row), own(row)];
    problems.push(...figures.problems, ...said.problems);
    const rest: Omit<Incident, 'title'> = {
      ...{ id, date, type: kind.type, subtypes: kind.subtypes, regions, place, links },
      targets: of('targets', read.targets, (one) => one.targets),
      ...figures.value,
      natureDisputed: of('natureDisputed', read.natureDisputed, (one) => one.natureDisputed),
      ...{ inScope, scopeNote: textOf(scopeNote(row)) ?? noteOf(other) },
      initiator: of('initiator', read.initiator, (one) => one.initiator),
      ...{ sources, notes: of('notes', read.notes, (one) => one.notes), own: said.value },
    };
    named.enter(rest, changed);
    const given = of('title', read.title, (one) => one.title);
    const title = given ?? named.titleOf(rest, fallback);
    if (given === null) {
      const reason = `every row that Annals gives out has a title; called “${title}”`;
      problems.push({ code: 'not-as-exported', column: titleColumn, value: null, reason });
    }
    return { value: { ...rest, title }, problems };
  };
  return {
    read: readRow,
    types: () => (general !== null && changed.has('type') ? general.types() : named.types.all()),
    regions: () => (general !== null && changed.has('regions') ? general.regions() : named.regions()),
    sources: () => [
      ...named.sources.all(),
      ...(general !== null && changed.has('sources') ? general.sources() : []),
    ],
    actors: () => (general !== null && changed.has('links') ? general.actors() : named.actors),
    saidNothing: () => [
      ...cells.saidNothing(),
      ...(general?.saidNothing() ?? []).filter(({ column }) => ofChanged.has(column)),
    ],
  };
}
