import type { Built } from '../../importers/build/sink';
import type { ColumnReport } from '../../importers/report/column-report';
import { leftOutOfCounts, quantity, warningSentence } from '../../importers/report/left-out-words';
import { withFields } from '../../mapping/guess/fields/guess-fields';
import type { Mapping } from '../../mapping/mapping';
import { type Day, formatDay } from '../../time/day';
import { columnsOf } from '../importing/columns-of';
import type { StoredChanges } from '../importing/compare-stored';
import type { MappingFrom, Prepared } from '../importing/prepare';

const dayText = (day: Day | null) => (day === null ? null : formatDay(day));

/** What came of the rows and columns of a file. */
export interface FileReport {
  readonly read: number;
  readonly incidents: number;
  readonly problems: number;
  readonly skipped: number;
  readonly cells: number;
  readonly warnings: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly actors: number;
  /** All that was meant by the columns, own fields by name; null for a Data Package. */
  readonly mapping: Mapping | null;
  /** Where the mapping comes from; null for a Data Package, as `columns` are. */
  readonly mappingFrom: MappingFrom | null;
  readonly columns: readonly ColumnReport[] | null;
  /** What there is to say of how the file was read, in sentences. */
  readonly notes: readonly string[];
}

/** What `import --json` prints. */
export interface ImportReport extends FileReport {
  readonly dataset: string;
  readonly revision: string | null;
  /** The path of the dashboard, and its whole address where the app runs as this environment says. */
  readonly address: string;
  readonly url: string;
  /** What publishing would change in the dataset; null where it has no revision, and where it was published. */
  readonly changes: StoredChanges | null;
}

/** The mapping with its fields named, so that it can be edited and given back. */
export function wholeMapping({ mapping, examined }: Extract<Prepared, { kind: 'table' }>): Mapping {
  return withFields(mapping, examined.survey.columns);
}

/** Lays out what came of a file. */
export function fileReport({ counts, first, last, rest }: Built, prepared: Prepared): FileReport {
  const { read, incidents, problems, skipped, cells, warnings } = counts;
  const isTable = prepared.kind === 'table';
  return {
    ...{ read, incidents, problems, skipped, cells, warnings },
    ...{ first: dayText(first), last: dayText(last), actors: rest.actors.length },
    mapping: isTable ? wholeMapping(prepared) : null,
    mappingFrom: isTable ? prepared.from : null,
    columns: columnsOf(prepared),
    notes: isTable ? prepared.notes : [],
  };
}

const count = (number: number) => number.toLocaleString('en');

/** What became of the rows. */
export function rowLines({ first, last, actors, ...rows }: FileReport): readonly string[] {
  const { read, incidents, problems, skipped, cells, warnings } = rows;
  const span = `${first ?? 'no known day'} to ${last ?? 'no known day'}, ${quantity(actors, 'actor')}`;
  const warned = warningSentence(leftOutOfCounts(rows));
  return [
    `${quantity(read, 'row')} read = ${quantity(incidents, 'incident')} + ${quantity(problems, 'problem')} + ${count(skipped)} skipped`,
    span,
    ...(cells === 0 ? [] : [`${quantity(cells, 'cell')} of the rows that are used could not be used.`]),
    ...(warned === null || warnings === 0 ? [] : [warned]),
  ];
}

const MOST_CHANGES = 10;

/** What publishing would change. */
export function changeLines(changes: StoredChanges | null): readonly string[] {
  if (changes === null) return [];
  const { since, added, changed, removed, unchanged, series, incidents } = changes;
  const counts = `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed, ${count(unchanged)} as they were`;
  const listed = incidents.slice(0, MOST_CHANGES).map(({ kind, date, title, fields }) => {
    const what = fields.length === 0 ? '' : ` (${fields.join(', ')})`;
    return `  ${kind}: ${date} ${title}${what}`;
  });
  const more = added + changed + removed - listed.length;
  return [
    `Against revision ${since.slice(0, 12)}, which is current: ${counts}.`,
    ...(series.length === 0 ? [] : [`Beside the incidents: ${series.join(', ')}.`]),
    ...listed,
    ...(more > 0 ? [`  … and ${count(more)} more`] : []),
  ];
}
