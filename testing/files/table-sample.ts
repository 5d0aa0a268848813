import { ISO_DATES } from '../../lib/dates/date-rule';
import type { RawBatch, RawTable } from '../../lib/formats/raw-table';
import { type BuildOptions, buildTable } from '../../lib/importers/build/build-table';
import type { Built, ImportSink } from '../../lib/importers/build/sink';
import { emptyMapping } from '../../lib/mapping/empty-mapping';
import type { Mapping } from '../../lib/mapping/mapping';
import type { Problem } from '../../lib/problems/problem';
import type { Incident } from '../../lib/series/model';

const ROWS_A_BATCH = 3;

/** A table in memory, as if read from a CSV file with a header on line 1. A cell that is left out is empty. */
export function sampleTable(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  problems: readonly Problem[] = [],
): RawTable {
  const whole = rows.map((cells, at) => ({
    line: at + 2,
    cells: names.map((_, column) => cells[column] ?? ''),
  }));
  async function* batches(): AsyncGenerator<RawBatch> {
    yield { rows: [], problems, bytes: 0 };
    for (let at = 0; at < whole.length; at += ROWS_A_BATCH) {
      const slice = whole.slice(at, at + ROWS_A_BATCH);
      yield { rows: slice, problems: [], bytes: at + slice.length };
    }
  }
  const columns = names.map((name) => ({ name, hxl: null }));
  return { file: 'sample.csv', columns, batches, size: whole.length };
}

/** A mapping of ISO dates in the column `date`, and what else a test is about. */
export function sampleMapping(change: Partial<Mapping> = {}): Mapping {
  const date = { kind: 'one', column: 'date', rule: ISO_DATES, precision: null } as const;
  return { ...emptyMapping(date, 'sample'), ...change };
}

/** Everything that a build gave. */
export interface SampleBuild extends Built {
  readonly incidents: readonly Incident[];
  readonly problems: readonly Problem[];
  /** `line code column: value` of every problem. */
  readonly codes: readonly string[];
}

/** Builds a table into memory. */
export async function buildSample(
  table: RawTable,
  mapping: Mapping,
  options: BuildOptions = {},
): Promise<SampleBuild> {
  const incidents: Incident[] = [];
  const problems: Problem[] = [];
  const sink: ImportSink = {
    incidents: (batch) => void incidents.push(...batch),
    problems: (batch) => void problems.push(...batch),
  };
  const seed = { id: 'sample', title: 'Sample' } as Parameters<typeof buildTable>[2];
  const built = await buildTable(table, mapping, seed, sink, options);
  const codes = problems.map(({ row, code, column, value }) => `${row} ${code} ${column}: ${value}`);
  return { ...built, incidents, problems, codes };
}
