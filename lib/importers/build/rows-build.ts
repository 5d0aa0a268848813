import { batchesOfLater } from '../../formats/delimited/rows-apart';
import type { OnProgress } from '../../formats/progress';
import type { LaterRows, RawBatch, RawTable } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import type { Survey } from '../../mapping/survey/survey';
import type { ProblemEffect } from '../../problems/code-table';
import type { Problem } from '../../problems/problem';
import type { Incident } from '../../series/model';
import { effectOf } from '../import-codes';
import type { ImportCounts } from '../import-counts';
import { type ClaimedIncidents, claimedIncidents } from './claims';
import type { SeemsExchanged } from './doubts/swapped-points';
import { isExport } from './exported/exported-rows';
import { type CountsPart, type IncidentCounts, incidentCounts } from './incident-counts';
import { type ColumnTexts, namesOf } from './names/names';
import { type RowBuilder, type RowsPart, rowBuilder } from './row-builder';
import type { ImportSink } from './sink';

type Counts = { -readonly [Key in keyof ImportCounts]: ImportCounts[Key] };

/** What one batch of the file became. */
interface Made {
  readonly incidents: Incident[];
  readonly problems: Problem[];
}

/** Counts what was said of a row that is used. */
function countWithin(effect: ProblemEffect, counts: Counts): void {
  if (effect === 'cell') counts.cells++;
  if (effect === 'warning') counts.warnings++;
}

/** Records of the file that are no rows stand in `read` too, so that nothing goes uncounted. */
function countFileProblems(problems: readonly Problem[], counts: Counts): void {
  for (const { code } of problems) {
    const effect = effectOf(code);
    if (effect === 'row' || effect === 'skip') counts.read++;
    if (effect === 'row') counts.problems++;
    if (effect === 'skip') counts.skipped++;
    countWithin(effect, counts);
  }
}

/** What a mapping makes of the rows of a table, a batch at a time, and what is counted and remembered of them. */
export class RowsBuild {
  readonly counts: Counts = { read: 0, incidents: 0, problems: 0, skipped: 0, cells: 0, warnings: 0 };
  readonly counted: IncidentCounts = incidentCounts();
  readonly claimed: ClaimedIncidents | null;
  readonly builder: RowBuilder;

  constructor(
    { file, columns }: Pick<RawTable, 'file' | 'columns'>,
    mapping: Mapping,
    texts: ColumnTexts,
    seemsExchanged: SeemsExchanged | null = null,
  ) {
    this.claimed = mapping.row === 'claim' ? claimedIncidents() : null;
    this.builder = rowBuilder(file, columns, mapping, namesOf(texts, mapping), seemsExchanged);
  }

  add(batch: RawBatch): Made {
    const { counts, counted, claimed, builder } = this;
    const made: Made = { incidents: [], problems: [...batch.problems] };
    countFileProblems(batch.problems, counts);
    for (const row of batch.rows) {
      counts.read++;
      const outcome = builder.build(row);
      if (outcome.kind === 'incident') {
        counts.incidents++;
        for (const { code } of outcome.warnings) countWithin(effectOf(code), counts);
        if (outcome.warnings.length > 0) made.problems.push(...outcome.warnings);
        if (claimed) claimed.open(outcome.incident);
        else {
          made.incidents.push(outcome.incident);
          counted.add(outcome.incident);
        }
      } else if (outcome.kind === 'claim') {
        const isAdded = claimed?.add(outcome.incident) === 'added';
        if (isAdded) counts.skipped++;
        else counts.problems++;
        made.problems.push(isAdded ? outcome.told : outcome.refusal);
      } else {
        if (outcome.kind === 'problem') counts.problems++;
        else counts.skipped++;
        made.problems.push(outcome.problem);
      }
    }
    return made;
  }

  part(problems: readonly Problem[]): BuiltPart {
    return { counts: this.counts, counted: this.counted.part(), problems, rows: this.builder.part() };
  }

  /** Adds what was made of the rows that follow; see {@link RowBuilder.absorb}. */
  absorb({ counts, counted, rows }: BuiltPart): boolean {
    if (!this.builder.absorb(rows)) return false;
    for (const key of Object.keys(counts) as (keyof ImportCounts)[]) this.counts[key] += counts[key];
    this.counted.absorb(counted);
    return true;
  }
}

/** Rows that are to be built apart, and all that it takes, as it can be sent to another thread. */
export interface PartToBuild extends Pick<RawTable, 'file' | 'columns'> {
  readonly mapping: Mapping;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly later: LaterRows;
}

/** What was made of them beside incidents. */
export interface BuiltPart {
  readonly counts: ImportCounts;
  readonly counted: CountsPart;
  readonly problems: readonly Problem[];
  readonly rows: RowsPart;
}

/** Rows that were built apart are not independent of those before them: all of them are to be built one after the other. */
export class PartsMeet extends Error {
  override readonly name = 'PartsMeet';
}

/**
 * Whether what becomes of a row seems to depend on no row before it, so that a half of a table can be built apart: no two rows are seen to be
 * equal or to share an id.
 */
export function seemsIndependent({ columns, equalRows }: Survey, mapping: Mapping): boolean {
  if (mapping.row === 'claim' || isExport(mapping) || equalRows > 0) return false;
  const ids = columns.find(({ name }) => name === mapping.id);
  return ids === undefined || ids.values.every(([, count]) => count === 1);
}

/** Builds rows apart: incidents go into the sink, problems are given back with the rest. */
export async function buildLater(
  { later, ...table }: PartToBuild,
  sink: Pick<ImportSink, 'incidents'>,
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: OnProgress },
): Promise<BuiltPart> {
  const build = new RowsBuild(table, table.mapping, table.texts);
  const ofBytes = later.rows.at(-1)?.bytes ?? 0;
  const problems: Problem[] = [];
  for await (const batch of batchesOfLater(later, table.columns.length, signal)) {
    const made = build.add(batch);
    if (made.incidents.length > 0) await sink.incidents(made.incidents);
    for (const problem of made.problems) problems.push(problem);
    onProgress?.({ step: 'build', bytes: batch.bytes - later.from, ofBytes, rows: build.counts.read });
  }
  return build.part(problems);
}
