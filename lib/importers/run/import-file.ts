import { NotUtf8 } from '../../formats/encoding/presumed-utf8';
import { FormatError } from '../../formats/errors/format-error';
import { DEFAULT_LIMITS, type ImportLimits } from '../../formats/limits';
import { openFile } from '../../formats/open-file';
import type { OnProgress } from '../../formats/progress';
import type { Opened } from '../../formats/raw-table';
import { NO_READING, type Reading, type WantedReading } from '../../formats/reading';
import type { ByteSource } from '../../formats/source/byte-source';
import { withFields } from '../../mapping/guess/fields/guess-fields';
import { proposeMapping } from '../../mapping/guess/propose';
import { mappedColumns } from '../../mapping/mapped-columns';
import type { Mapping } from '../../mapping/mapping';
import { mayHaveLayout } from '../../mapping/presets/known-layouts';
import type { Proposal } from '../../mapping/proposal';
import type { Survey } from '../../mapping/survey/survey';
import { surveyTable } from '../../mapping/survey/survey-table';
import type { Problem } from '../../problems/problem';
import { type BuildOptions, buildTable } from '../build/build-table';
import type { Built, ImportSink, MetaSeed } from '../build/sink';
import type { PackageFiles } from '../datapackage/tables/passes';
import { givePackage, type PackageOptions, type ReadPackage, readPackage } from './import-package';
import { noOutlines, type PointRegions, regionsByPoint } from './regions-by-point';

/** A table that was opened. */
export type OpenedTable = Extract<Opened, { readonly kind: 'table' }>;

/** A table that was looked through once, with a guess at what its columns mean. */
export interface ExaminedTable {
  readonly kind: 'table';
  readonly opened: OpenedTable;
  readonly survey: Survey;
  readonly proposal: Proposal;
}

/** A Data Package, which says itself what its columns mean. */
export interface ExaminedPackage extends ReadPackage {
  readonly kind: 'package';
  readonly reading: Reading;
}

/** What a file is. `refused` is nothing that can be read, with the reasons. */
export type Examined =
  | ExaminedTable
  | ExaminedPackage
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A file that something can be made of. */
export type Usable = ExaminedTable | ExaminedPackage;

/** How a file is read, watched and stopped. */
export interface ExamineOptions {
  readonly wanted?: WantedReading;
  readonly limits?: ImportLimits;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Looks through a Data Package, whose files are given by their paths. Throws as {@link examine} does. */
export async function examinePackage(
  files: PackageFiles,
  options: PackageOptions = {},
  reading: Reading = { format: 'datapackage', ...NO_READING },
): Promise<Examined> {
  try {
    const read = await readPackage(files, options);
    return read.rest === null
      ? { kind: 'refused', problems: read.problems }
      : { kind: 'package', reading, ...read };
  } catch (error) {
    if (error instanceof FormatError) return { kind: 'refused', problems: [error.problem] };
    throw error;
  }
}

/**
 * The columns of a published layout that must be known to the end: dates, and the names that become ids. Null where the
 * file is of no layout, or has no ids of its own, so that every cell may matter.
 */
function layoutColumns({ mapping }: Proposal): ReadonlySet<string> | null {
  if (!mapping || mapping.layout === null || mapping.id === null) return null;
  const { date, id, actors, targets, type, subtypes, regions, country, sources } = mappedColumns(mapping);
  return new Set([date, id, actors, targets, type, subtypes, regions, country, sources].flat());
}

/**
 * Opens a file, reads it once, and proposes what its columns mean. Nothing is made yet. Throws what the source throws,
 * and `AbortError`; whatever is wrong with the file is a value.
 */
export async function examine(source: ByteSource, options: ExamineOptions = {}): Promise<Examined> {
  try {
    return await examineOnce(source, options);
  } catch (error) {
    if (error instanceof NotUtf8) return examineOnce({ ...source, isNotUtf8: true }, options);
    throw error;
  }
}

async function examineOnce(source: ByteSource, options: ExamineOptions): Promise<Examined> {
  const { wanted = {}, limits = DEFAULT_LIMITS, ...watch } = options;
  try {
    const opened = await openFile(source, wanted, limits, watch.signal);
    if (opened.kind === 'refused') return opened;
    if (opened.kind === 'package') return await examinePackage(opened.files, watch, opened.reading);
    const { reading, table } = opened;
    const focus = (soFar: Survey) => layoutColumns(proposeMapping(soFar, reading, table.file));
    const survey = await surveyTable(table, {
      ...watch,
      ...(mayHaveLayout(table.columns) ? { focus } : {}),
    });
    const proposal = proposeMapping(survey, reading, table.file);
    return { kind: 'table', opened, survey, proposal };
  } catch (error) {
    // Some limits are passed only on the way through the rows.
    if (error instanceof FormatError) return { kind: 'refused', problems: [error.problem] };
    throw error;
  }
}

/** How an import is watched and stopped. */
export interface ImportOptions
  extends Pick<BuildOptions, 'signal' | 'onProgress' | 'seemsExchanged' | 'buildApart'> {
  /** The outlines of a name, for mappings that want regions by points; null where there are none of it. */
  readonly outlines?: (id: string) => PointRegions | null;
}

/**
 * Makes the series of an examined file and puts it into a sink. Without a mapping the proposed one is taken; a package
 * needs none. Throws where a table has neither, what source and sink throw, and `AbortError`.
 */
export async function runImport(
  examined: Usable,
  mapping: Mapping | null,
  seed: MetaSeed,
  sink: ImportSink,
  options: ImportOptions = {},
): Promise<Built> {
  options.signal?.throwIfAborted();
  if (examined.kind === 'package') return givePackage(examined, seed, sink, options);
  const { opened, survey, proposal } = examined;
  const chosen = mapping ?? proposal.mapping;
  if (chosen === null) throw new Error(`nothing says what the columns of ${opened.table.file} mean`);
  const { outlines, buildApart, ...watch } = options;
  const { regionsByPoint: wanted } = chosen;
  const found = wanted === null ? null : (outlines?.(wanted) ?? null);
  if (wanted !== null && found === null) await sink.problems([noOutlines(opened.table.file, wanted)]);
  const placing = found === null ? null : regionsByPoint(sink, found);
  const mapped = withFields(chosen, survey.columns);
  // Regions by points are given to incidents on their way into the sink.
  const apart = placing === null && buildApart ? { buildApart } : {};
  const given = { ...watch, ...apart, survey };
  const built = await buildTable(opened.table, mapped, seed, placing?.sink ?? sink, given);
  return placing === null ? built : placing.finish(built);
}
