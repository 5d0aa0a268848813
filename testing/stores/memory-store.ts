import type { Problem } from '../../lib/problems/problem';
import { evaluate } from '../../lib/query/meaning/evaluate';
import { type DatasetId, RELATIONS, type Series } from '../../lib/series/model';
import type { CardFigures } from '../../lib/server/catalogue/card';
import type { Resolution, SeriesStore } from '../../lib/server/catalogue/series-store';

interface Kept {
  readonly earlier?: boolean;
  readonly revision: string;
  readonly series: Series;
  readonly problems: readonly Problem[];
}

/** A hash of a text that looks like a revision; good enough for tests. */
function fakeHash(text: string): string {
  let value = RELATIONS.length;
  const digits = Array.from({ length: 8 }, (_, salt) => {
    for (const character of text) value = Math.imul(value + salt, 31) + (character.codePointAt(0) ?? 0);
    return (value >>> 0).toString(16).padStart(8, '0');
  });
  return digits.join('');
}

/** A store in memory that answers by `evaluate`: for tests of what stands on a store. */
export function memoryStore(): SeriesStore {
  const logs = new Map<DatasetId, Kept[]>();
  const cards = new Map<string, CardFigures>();
  const published = '2026-01-02';
  const logOf = (id: DatasetId) => logs.get(id) ?? [];
  return {
    datasets: async () => [...logs.keys()],
    settle: async () => undefined,
    unlogged: async () => [],
    current: async (id) => {
      const last = logOf(id).at(-1);
      return last ? { revision: last.revision, published } : null;
    },
    resolve: async (id, prefix): Promise<Resolution> => {
      const found = new Set(
        logOf(id)
          .map((kept) => kept.revision)
          .filter((one) => one.startsWith(prefix)),
      );
      const [revision] = found;
      if (revision === undefined) return { kind: 'unknown' };
      return found.size > 1
        ? { kind: 'ambiguous', count: found.size }
        : { kind: 'found', revision, published };
    },
    history: async (id) =>
      logOf(id).map(({ revision, series }, at) => ({
        ...{ revision, published, incidents: series.incidents.length },
        time: `${published}T00:00:0${at}.000Z`,
      })),
    publish: async (series, problems) => {
      const revision = fakeHash(JSON.stringify(series));
      const log = logOf(series.meta.id);
      if (log.at(-1)?.revision !== revision) log.push({ revision, series, problems });
      logs.set(series.meta.id, log);
      return revision;
    },
    publishEarlier: async ({ series, problems }) => {
      const revision = fakeHash(JSON.stringify(series));
      const log = logOf(series.meta.id);
      if (log.some((kept) => kept.revision === revision)) return 'known';
      log.splice(log.filter(({ earlier }) => earlier).length, 0, {
        revision,
        series,
        problems,
        earlier: true,
      });
      logs.set(series.meta.id, log);
      return 'published';
    },
    readCard: async (id, revision) => cards.get(`${id}/${revision}`) ?? null,
    keepCard: async (id, revision, card) => void cards.set(`${id}/${revision}`, card),
    open: async (id, revision) => {
      const kept = logOf(id).find((one) => one.revision === revision);
      if (!kept) throw new Error(`no ${revision}`);
      const { series, problems } = kept;
      const { incidents, sources, ...guide } = series;
      return {
        ...{ guide, sources, problems, columns: null },
        incidents: incidents.length,
        bytes: 1_000_000,
        engine: {
          name: 'memory',
          run: (query) => Promise.resolve(evaluate(series, query)),
          close: () => Promise.resolve(),
        },
      };
    },
  };
}
