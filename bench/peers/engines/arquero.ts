import { op, table } from 'arquero';
import { ACTORS, FIRST_DAY, REGIONS, type Rows, TYPES } from '../made-up';
import { byCode, type Measured, MONTH_OF, timed } from '../work';

type Counted = { array(name: string): ArrayLike<number> };

/** Counts by code out of a table of a code and a count. */
function counts(found: Counted, key: string, size?: number): number[] {
  const [codes, numbers] = [found.array(key), found.array('count')];
  return byCode(
    Array.from({ length: codes.length }, (_, at) => [codes[at]!, numbers[at]!] as const),
    size,
  );
}

/** Arquero: a filter, and a count by each column. */
export async function openArquero(rows: Rows): Promise<Measured> {
  const month = Uint16Array.from(rows.day, (day) => MONTH_OF[day - FIRST_DAY]!);
  const all = table({ ...rows, month }).params({ from: 0, to: 0, wanted: 0 });
  const work = (filtered: typeof all, columns: readonly string[]) => ({
    sums: filtered.rollup({ total: op.count(), killed: op.sum('killed') }),
    by: columns.map((column) => filtered.groupby(column).count()),
  });
  const done = (filter: () => typeof all, columns: readonly string[]) => {
    let found: ReturnType<typeof work> | null = null;
    const time = timed(() => {
      found = work(filter(), columns);
    });
    const { sums, by } = found!;
    const rest = { total: sums.get('total', 0) as number, killed: (sums.get('killed', 0) as number) ?? 0 };
    const regions = counts(by[2], 'region', REGIONS);
    return {
      time,
      withMessages: null,
      first: by[0],
      rest: { ...rest, types: counts(by[1], 'type', TYPES), regions },
    };
  };
  return {
    async brush({ from, to }) {
      const { first, rest, ...how } = done(
        () =>
          all
            .params({ from, to })
            .filter(
              (row: { day: number }, $: { from: number; to: number }) => row.day >= $.from && row.day <= $.to,
            ),
        ['actor', 'type', 'region'],
      );
      return { ...how, answer: () => ({ ...rest, actors: counts(first, 'actor', ACTORS), months: null }) };
    },
    async toggle(wanted) {
      const { first, rest, ...how } = done(
        () =>
          all
            .params({ wanted })
            .filter((row: { actor: number }, $: { wanted: number }) => row.actor === $.wanted),
        ['month', 'type', 'region'],
      );
      return { ...how, answer: () => ({ ...rest, actors: null, months: counts(first, 'month') }) };
    },
  };
}
