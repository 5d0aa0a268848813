import { cachedEngine } from '../../engine/cache';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import { loadInfo } from '../../query/load-info';
import type { SeriesInfo } from '../../query/series-info';
import type { DatasetId, Source } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { Pool } from './engine-pool';
import { importPackages, type PackageOutcome } from './import-packages';
import {
  DamagedError,
  isDamage,
  type Publication,
  type Published,
  problemsOf,
  type Resolution,
  type SeriesStore,
} from './series-store';

/** Results kept for each open revision, and revisions kept open. */
const RESULTS = 2000;
const REVISIONS = 8;

/** How a dataset stands. `failed` says why its newest may not be shown: its package has problems, or its log lost a line. */
export type DatasetStatus =
  | ({ readonly kind: 'ok'; readonly id: DatasetId; readonly failed: readonly Problem[] } & Published)
  | { readonly kind: 'damaged'; readonly id: string; readonly problems: readonly Problem[] };

/** A revision that can be asked. */
export interface OpenRevision {
  readonly info: SeriesInfo;
  /** Remembers results. */
  readonly engine: Engine;
  /** Remembers nothing: for long listings, which are read once. */
  readonly plainEngine: Engine;
  readonly sources: readonly Source[];
  /** What the import of the revision left out, and what it only warns of. */
  readonly problems: readonly Problem[];
  /** What became of the columns of its file; null where nobody wrote it down. */
  readonly columns: readonly ColumnReport[] | null;
  close(): Promise<void>;
}

/** The datasets of one store and one folder of packages. */
export interface Catalogue {
  /** Every dataset, by id; packages are imported before the first answer. */
  list(): Promise<readonly DatasetStatus[]>;
  /** Null where there is no such dataset. */
  find(id: string): Promise<DatasetStatus | null>;
  resolve(id: DatasetId, prefix: string): Promise<Resolution>;
  /** The publications of a dataset that stand, oldest first. Throws a {@link DamagedError}. */
  history(id: DatasetId): Promise<readonly Publication[]>;
  /** Throws a {@link DamagedError} where the revision cannot be read. */
  open(id: DatasetId, revision: Published): Promise<OpenRevision>;
  close(): Promise<void>;
}

async function openRevision(store: SeriesStore, id: DatasetId, published: Published): Promise<OpenRevision> {
  try {
    const parts = await store.open(id, published.revision);
    const engine = cachedEngine(parts.engine, RESULTS);
    const { guide, incidents } = parts;
    const info = await loadInfo(engine, {
      guide,
      incidents,
      revision: published.revision,
      published: published.published,
    });
    const { engine: plainEngine, sources, problems, columns } = parts;
    return { info, engine, plainEngine, sources, problems, columns, close: () => engine.close() };
  } catch (error) {
    if (isDamage(error)) throw error;
    throw new DamagedError(problemsOf(error, `${id}/${published.revision}`), error);
  }
}

async function statusOf(
  store: SeriesStore,
  id: string,
  outcome: PackageOutcome | undefined,
): Promise<DatasetStatus | null> {
  const failed = outcome?.kind === 'failed' ? outcome.problems : [];
  if (!isDatasetId(id)) return failed.length > 0 ? { kind: 'damaged', id, problems: failed } : null;
  try {
    const current = await store.current(id);
    const unlogged = current ? await store.unlogged(id) : [];
    if (current) return { kind: 'ok', id, failed: [...unlogged, ...failed], ...current };
    return failed.length > 0 ? { kind: 'damaged', id, problems: failed } : null;
  } catch (error) {
    return { kind: 'damaged', id, problems: problemsOf(error, id) };
  }
}

/** Ends what was left half done in any dataset; what cannot be ended is said, and stands with its dataset. */
async function settleAll(store: SeriesStore, say: (line: string) => void): Promise<void> {
  for (const id of await store.datasets()) {
    await store.settle(id).catch((error: unknown) => say(`${id}: ${problemsOf(error, id)[0]?.reason}`));
    const [first] = await store.unlogged(id).catch(() => []);
    if (first) say(`${first.file}: ${first.reason}`);
  }
}

/** Makes a catalogue. `say` is told how the import goes. */
export function makeCatalogue(store: SeriesStore, dataDir: string, say: (line: string) => void): Catalogue {
  const pool = new Pool<OpenRevision>(REVISIONS);
  let importing: Promise<ReadonlyMap<string, PackageOutcome>> | null = null;
  const outcomes = () => {
    importing ??= settleAll(store, say)
      .then(() => importPackages(store, dataDir, say))
      .then((all) => new Map(all.map((one) => [one.id, one])));
    return importing;
  };
  const find = async (id: string) => statusOf(store, id, (await outcomes()).get(id));
  return {
    async list() {
      const ids = new Set<string>([...(await outcomes()).keys(), ...(await store.datasets())]);
      const all = await Promise.all([...ids].sort().map(find));
      return all.filter((status) => status !== null);
    },
    find,
    resolve: (id, prefix) => store.resolve(id, prefix),
    history: (id) => store.history(id),
    open: (id, published) =>
      pool.get(`${id}/${published.revision}`, () => openRevision(store, id, published)),
    close: () => pool.close(),
  };
}
