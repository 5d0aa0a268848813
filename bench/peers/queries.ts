import type { Filter, Query } from '../../lib/query/query';
import type { BinsResult, FacetResult, TotalResult } from '../../lib/query/result';
import type { Day } from '../../lib/time/day';
import { filter } from '../../testing/series/hand-made';
import { ACTORS, FIRST_DAY, LAST_DAY, REGIONS, TYPES } from './made-up';
import { type Answer, byCode, monthOf, type Window } from './work';

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

/** What Annals is asked in a step, and what the results say. */
interface Asking {
  readonly queries: readonly Query[];
  answer(results: readonly unknown[]): Answer;
}

/** A window that moves on. */
export function brushing({ from, to }: Window): Asking {
  const { facet, total } = asked({ from: from as Day, to: to as Day });
  return {
    queries: [total, facet('type'), facet('region'), facet('actor')],
    answer(results) {
      const [sums, types, regions, actors] = results as [TotalResult, FacetResult, FacetResult, FacetResult];
      return { ...rest(sums, types, regions), actors: counts(actors, ACTORS), months: null };
    },
  };
}

/** An actor that is chosen. */
export function choosing(actor: number): Asking {
  const { facet, total, months } = asked({ actors: [`a${actor}` as never] });
  return {
    queries: [total, facet('type'), facet('region'), months],
    answer(results) {
      const [sums, types, regions, bins] = results as [TotalResult, FacetResult, FacetResult, BinsResult];
      const pairs = bins.bins.map(({ start, best }) => [monthOf(start), best ?? 0] as const);
      return { ...rest(sums, types, regions), actors: null, months: byCode(pairs) };
    },
  };
}
