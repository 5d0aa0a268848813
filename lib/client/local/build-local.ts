import { type ColumnarEngine, columnarEngine } from '../../engine/columnar/columnar-engine';
import type { Columns, SeriesFrame } from '../../engine/columnar/columns/columns';
import { ColumnsOfBatches } from '../../engine/columnar/columns/columns-of-batches';
import { columnFacts } from '../../engine/columnar/columns/field-facts';
import type { ImportCounts } from '../../importers/import-counts';
import { partProblems } from '../../importers/report/left-out';
import { seriesDoubts } from '../../importers/report/series-doubts';
import type { ImportOptions } from '../../importers/run/import-file';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import { loadInfo } from '../../query/info/load-info';
import { citedIn, type SeriesInfo } from '../../query/info/series-info';
import { WARMED_FROM, warmUp } from '../../query/plan/warm-up';
import type { Source } from '../../series/model';
import type { CodedBatch } from '../../series/parts/coded-batch';
import type { LocalSeries } from './local-connection';
import { problemTally } from './problem-tally';
import { nextTurn } from './query-queue';
import { quietEngine } from './quiet-engine';
import type { BatchesOf, BuildRequest, ReadingSession } from './reading/reading-session';

/** Problems and sources that a page is given to show. */
const SHOWN = 200;

/** A series in memory with everything that the import said. */
export interface HeldSeries {
  readonly engine: ColumnarEngine;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  readonly local: LocalSeries;
}

/** Lets messages in, and stops where nobody waits any more. */
type Pause = () => Promise<void>;

/** The same engine, with a pause before each query. */
function pausing(engine: Engine, pause: Pause): Engine {
  return {
    ...engine,
    run: async (query, signal) => {
      await pause();
      return engine.run(query, signal);
    },
  };
}

/** Asks for what a page knows beforehand. */
function infoOf(engine: Engine, columns: Columns, today: string, pause: Pause): Promise<SeriesInfo> {
  const { sources, ...guide } = columns.series;
  return loadInfo(pausing(engine, pause), {
    guide,
    ...citedIn(guide, sources),
    revision: '',
    published: today,
    incidents: columns.size,
  });
}

interface Made {
  readonly table: Columns;
  readonly problems: readonly Problem[];
  readonly columns: LocalSeries['columns'];
  readonly counts: ImportCounts;
}

async function held(made: Made, today: string, pause: Pause): Promise<HeldSeries> {
  const { table, problems, columns, counts } = made;
  const { series } = table;
  const tally = problemTally();
  tally.add(problems);
  const parted = partProblems(problems);
  const engine = columnarEngine(table);
  const local = {
    info: await infoOf(engine, table, today, pause),
    facts: columnFacts(table),
    columns,
    counts,
    sources: series.sources.slice(0, SHOWN),
    sourceCount: series.sources.length,
    problems: parted.problems.slice(0, SHOWN),
    warnings: parted.warnings.slice(0, SHOWN),
    byCode: tally.counts(),
    found: problems.length,
    doubts: seriesDoubts(problems),
  };
  return { engine, sources: series.sources, problems, local };
}

/** The title that the reader gave goes before the one of the mapping. */
function titled(series: SeriesFrame, title: string): SeriesFrame {
  return title === '' ? series : { ...series, meta: { ...series.meta, title } };
}

/** Makes filters and then texts for searches ready while nothing else is asked. Who leaves before the end needs neither. */
async function makeReady({ engine, local }: HeldSeries, whileQuiet: Pause): Promise<void> {
  if (local.info.incidents >= WARMED_FROM) await warmUp(pausing(engine, whileQuiet), local.info);
  await engine.prepareSearch(whileQuiet);
}

/** Builds the series of a file that was looked at and holds it. A Data Package needs no mapping. */
export async function buildLocal(
  reading: ReadingSession,
  ask: BuildRequest,
  today: string,
  options: ImportOptions,
): Promise<HeldSeries> {
  let gathered = new ColumnsOfBatches();
  let problems: Problem[] = [];
  const pause = async () => {
    await nextTurn();
    options.signal?.throwIfAborted();
  };
  const sink = {
    async batch(batch: CodedBatch, of: BatchesOf) {
      gathered.add(batch, of);
      await pause();
    },
    restart() {
      [gathered, problems] = [new ColumnsOfBatches(), []];
    },
    problems(batch: readonly Problem[]) {
      for (const problem of batch) problems.push(problem);
    },
  };
  const { rest, counts, columns } = await reading.build(ask, sink, options);
  const table = await gathered.builder.finish(titled(rest, ask.title), pause);
  const made = await held({ table, problems, columns, counts }, today, pause);
  const { engine, quiet } = quietEngine(made.engine);
  const whileQuiet = async () => {
    await quiet();
    options.signal?.throwIfAborted();
  };
  makeReady(made, whileQuiet).catch(() => undefined);
  return { ...made, engine };
}
