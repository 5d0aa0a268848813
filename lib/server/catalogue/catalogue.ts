import { setMaxListeners } from 'node:events';
import { setTimeout as resting } from 'node:timers/promises';
import { SharedWork } from '../../caches/shared-work';
import { cachedEngine } from '../../engine/cache';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import { loadInfo } from '../../query/info/load-info';
import type { SeriesInfo } from '../../query/info/series-info';
import { citedIn } from '../../query/info/series-info';
import { WARMED_FROM, warmUp } from '../../query/plan/warm-up';
import type { DatasetId, Source } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { type CardFigures, cardFigures } from './card';
import { type Lease, Pool } from './engine-pool';
import { importPackages, type PackageOutcome } from './import-packages';
import { limited } from './limited';
import { tellRemoval } from './removals';
import {
  DamagedError,
  isDamage,
  type Publication,
  type Published,
  problemsOf,
  type Resolution,
  type SeriesStore,
} from './series-store';

/** Bytes of results kept for each open revision: figures, for rows are never kept. Of a large one a map alone may take most of it. */
const [RESULTS, RESULTS_OF_LARGE, LARGE] = [24_000_000, 120_000_000, 300_000] as const;
/** Bytes that the revisions kept open may come to take together. */
const OPEN = 900_000_000;
/** Cards that are worked out at once, each of which opens a revision. */
const CARDS_AT_ONCE = 2;
/** Which revisions are made ready for windows, and how long after a page of them. */
export interface WarmUps {
  /** From so many incidents on; a reader would notice what the first window takes longer than the next ones. */
  readonly incidents: number;
  /** Milliseconds, until that page has its answers. */
  readonly after: number;
}

const WARM_UPS: WarmUps = { incidents: WARMED_FROM, after: 1_000 };

/** How a dataset stands. `failed` says why its newest may not be shown: its package has problems, or its log lost a line. */
export type DatasetStatus =
  | ({ readonly kind: 'ok'; readonly id: DatasetId; readonly failed: readonly Problem[] } & Published)
  | { readonly kind: 'damaged'; readonly id: string; readonly problems: readonly Problem[] };

/** A revision that can be asked. */
export interface OpenRevision {
  readonly info: SeriesInfo;
  /**
   * Remembers figures, and stops what the request asked when its reader leaves. Borrows what answers for each query, so it
   * can be asked for as long as anybody likes.
   */
  readonly engine: Engine;
  readonly sources: readonly Source[];
  /** What the import of the revision left out, and what it only warns of. */
  readonly problems: readonly Problem[];
  /** What became of the columns of its file; null where nobody wrote it down. */
  readonly columns: readonly ColumnReport[] | null;
  /** Keeps what answers open until it is given back: for listings that are read for long. */
  lease(): Promise<Lease<Engine>>;
}

/** What is kept open of a revision. */
interface Kept extends Omit<OpenRevision, 'lease'> {
  /** What it may come to take in memory, with the results that are remembered. */
  readonly bytes: number;
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
  /** Throws a {@link DamagedError} where the revision cannot be read. An aborted `signal` stops what is asked of it. */
  open(id: DatasetId, revision: Published, signal?: AbortSignal): Promise<OpenRevision>;
  /** Makes a large revision that a reader looks at ready for other windows, once while it is kept open, one revision after the other; what is wrong with it is told to who asks. */
  makeReady(id: DatasetId, revision: Pick<SeriesInfo, 'revision' | 'published' | 'incidents'>): void;
  /**
   * What the front page shows of a revision. Opens it only where nobody wrote that down since its files last changed. Throws
   * a {@link DamagedError}.
   */
  card(id: DatasetId, revision: Published): Promise<CardFigures>;
  close(): Promise<void>;
}

async function openRevision(store: SeriesStore, id: DatasetId, published: Published): Promise<Kept> {
  try {
    const parts = await store.open(id, published.revision);
    const { guide, incidents, sources, problems, columns } = parts;
    const results = incidents > LARGE ? RESULTS_OF_LARGE : RESULTS;
    const engine = cachedEngine(parts.engine, results, 'forgotten');
    const info = await loadInfo(engine, {
      guide,
      ...citedIn(guide, sources),
      incidents,
      revision: published.revision,
      published: published.published,
    });
    const bytes = parts.bytes + results;
    return { info, engine, sources, problems, columns, bytes, close: () => engine.close() };
  } catch (error) {
    if (isDamage(error)) throw error;
    throw new DamagedError(problemsOf(error, `${id}/${published.revision}`), error);
  }
}

/** Signals as one; undefined where there are none. */
function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function keyOf(id: DatasetId, { revision }: Published): string {
  return `${id}/${revision}`;
}

/** A revision of the pool, borrowed for each query. */
function borrowed(pool: Pool<Kept>, key: string, open: () => Promise<Kept>, signal?: AbortSignal) {
  // Each query listens; Node takes more than ten listeners for a leak.
  if (signal) setMaxListeners(0, signal);
  const engine: Engine = {
    name: 'borrowed',
    run: (query, own) => pool.use(key, open, (kept) => kept.engine.run(query, anyOf(signal, own))),
    close: () => Promise.resolve(),
  };
  const lease = async (): Promise<Lease<Engine>> => {
    const { one, release } = await pool.lease(key, open);
    return { one: one.engine, release };
  };
  return { engine, lease };
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
export function makeCatalogue(
  store: SeriesStore,
  dataDir: string,
  say: (line: string) => void,
  warmUps = WARM_UPS,
): Catalogue {
  const pool = new Pool<Kept>(OPEN, ({ bytes }) => bytes);
  const closing = new AbortController();
  const warmed = new WeakSet<Kept>();
  const warming = new Set<string>();
  const [fewAtOnce, inTurn, oneAtATime] = [limited(CARDS_AT_ONCE), limited(1), limited(1)];
  let importing: Promise<ReadonlyMap<string, PackageOutcome>> | null = null;
  const outcomes = () => {
    importing ??= settleAll(store, say)
      .then(() => importPackages(store, dataDir, say))
      .then((all) => new Map(all.map((one) => [one.id, one])));
    return importing;
  };
  const open = async (id: DatasetId, published: Published, signal?: AbortSignal) => {
    const key = keyOf(id, published);
    const opening = () => openRevision(store, id, published);
    return pool.use(key, opening, async (kept) => {
      const { info, sources, problems, columns } = kept;
      return { info, sources, problems, columns, ...borrowed(pool, key, opening, signal) };
    });
  };
  const warm = async (key: string) => {
    await resting(warmUps.after, undefined, { ref: false, signal: closing.signal });
    const notOpen = () => Promise.reject(new Error('It was closed meanwhile.'));
    const { one, release } = await pool.lease(key, notOpen);
    try {
      if (warmed.has(one)) return;
      warmed.add(one);
      await warmUp(one.engine, one.info, closing.signal);
    } finally {
      release();
    }
  };
  const cards = new SharedWork<CardFigures>(0);
  /** The card of a revision, made once for all who ask for it meanwhile. */
  const cardOf = (id: DatasetId, published: Published) => {
    const make = async () => {
      const { info, engine } = await open(id, published);
      const card = await cardFigures(info, engine);
      await store.keepCard(id, published.revision, card);
      return card;
    };
    const run = async () => (await store.readCard(id, published.revision)) ?? fewAtOnce(make);
    return cards.ask(keyOf(id, published), { run, bytes: () => null });
  };
  /** Makes what lists show of a dataset before anybody asks; what is wrong with it is told to who asks. */
  const prepare = (id: DatasetId, published: Published) =>
    void inTurn(() => cardOf(id, published)).catch(() => undefined);
  const currents = new Map<string, string>();
  /** Forgets what is open of a dataset and stands in its log no longer, and whatever was made of it. */
  const forgetRemoved = async (id: DatasetId) => {
    const stands = new Set((await store.history(id)).map(({ revision }) => `${id}/${revision}`));
    const count = pool.forget((key) => key.startsWith(`${id}/`) && !stands.has(key));
    if (count > 0) tellRemoval();
  };
  const find = async (id: string) => {
    const status = await statusOf(store, id, (await outcomes()).get(id));
    const current = status?.kind === 'ok' ? status.revision : '';
    const before = currents.get(id);
    currents.set(id, current);
    if (status?.kind === 'ok' && before !== current) prepare(status.id, status);
    // Another current revision may mean that the one before was removed.
    if (before !== undefined && before !== current && isDatasetId(id)) {
      await forgetRemoved(id).catch(() => undefined);
    }
    return status;
  };
  return {
    async list() {
      const ids = new Set<string>([...(await outcomes()).keys(), ...(await store.datasets())]);
      const all = await Promise.all([...ids].sort().map(find));
      return all.filter((status) => status !== null);
    },
    find,
    async resolve(id, prefix) {
      const found = await store.resolve(id, prefix);
      if (found.kind === 'removed') await forgetRemoved(id).catch(() => undefined);
      return found;
    },
    history: (id) => store.history(id),
    open,
    makeReady(id, info) {
      const key = keyOf(id, info);
      if (info.incidents < warmUps.incidents || warming.has(key)) return;
      warming.add(key);
      oneAtATime(() => warm(key))
        .catch(() => undefined)
        .finally(() => warming.delete(key));
    },
    card: cardOf,
    close() {
      closing.abort();
      return pool.close();
    },
  };
}
