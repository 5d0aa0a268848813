import type { Filter, Query } from '../../../lib/query/query';
import type { BinsResult, FacetResult, TotalResult } from '../../../lib/query/result';
import type { Day } from '../../../lib/time/day';
import { filter } from '../../../testing/series/hand-made';
import { ACTORS, FIRST_DAY, LAST_DAY, REGIONS, type Rows, TYPES } from '../made-up';
import { byCode, type Done, type Measured, monthOf } from '../work';

/** Rows to make columns of, or queries of a step. */
export type ToWorker = { readonly rows: Rows } | { readonly queries: readonly Query[] };

export interface FromWorker {
  /** Milliseconds of the engine. */
  readonly time: number;
  readonly results: readonly unknown[];
}

function counts({ values }: FacetResult, size: number): number[] {
  return byCode(
    values.map(({ id, best }) => [Number(id.slice(1)), best] as const),
    size,
  );
}

function asked(clauses: Partial<Filter>) {
  const base = filter({ from: FIRST_DAY, to: LAST_DAY, ...clauses });
  const facet = (name: 'actor' | 'type' | 'region') =>
    ({ kind: 'facet', facet: name, filter: base }) as const;
  const total = { kind: 'total', filter: base, bin: 'month' } as const;
  const bins = { kind: 'bins', filter: base, bin: 'month', measure: 'incidents', split: 'none' } as const;
  return { facet, total, months: { ...bins, stacked: false, beyond: null } as const };
}

function rest(total: TotalResult, types: FacetResult, regions: FacetResult) {
  return {
    ...{ total: total.incidents.best, killed: total.fatalities.best ?? 0 },
    ...{ types: counts(types, TYPES), regions: counts(regions, REGIONS) },
  };
}

/** The engine of Annals in its worker. */
export async function openAnnals(rows: Rows): Promise<Measured> {
  const worker = new Worker('annals-worker.js');
  const ask = (message: ToWorker) =>
    new Promise<FromWorker>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
      worker.postMessage(message);
    });
  await ask({ rows });
  const step = async (queries: readonly Query[]): Promise<Omit<Done, 'answer'> & FromWorker> => {
    const begun = performance.now();
    const found = await ask({ queries });
    return { ...found, withMessages: performance.now() - begun };
  };
  return {
    async brush({ from, to }) {
      const { facet, total } = asked({ from: from as Day, to: to as Day });
      const { results, ...times } = await step([total, facet('type'), facet('region'), facet('actor')]);
      const [sums, types, regions, actors] = results as [TotalResult, FacetResult, FacetResult, FacetResult];
      const answer = () => ({ ...rest(sums, types, regions), actors: counts(actors, ACTORS), months: null });
      return { ...times, answer };
    },
    async toggle(wanted) {
      const { facet, total, months } = asked({ actors: [`a${wanted}` as never] });
      const { results, ...times } = await step([total, facet('type'), facet('region'), months]);
      const [sums, types, regions, bins] = results as [TotalResult, FacetResult, FacetResult, BinsResult];
      const byMonth = () => byCode(bins.bins.map(({ start, best }) => [monthOf(start), best ?? 0] as const));
      return { ...times, answer: () => ({ ...rest(sums, types, regions), actors: null, months: byMonth() }) };
    },
  };
}
