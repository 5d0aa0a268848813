import crossfilter from 'crossfilter2';
import { ACTORS, FIRST_DAY, REGIONS, type Rows, TYPES } from '../made-up';
import { byCode, type Measured, MONTH_OF, timed } from '../work';

interface Group {
  all(): readonly { readonly key: number; readonly value: number }[];
}

function counts(group: Group, size?: number): number[] {
  return byCode(
    group.all().map(({ key, value }) => [key, value] as const),
    size,
  );
}

/** crossfilter2: its records are the numbers of rows, its dimensions read the columns. */
export async function openCrossfilter({ day, actor, type, region, killed }: Rows): Promise<Measured> {
  const cross = crossfilter(Array.from(day, (_, row) => row));
  const days = cross.dimension((row: number) => day[row]!);
  const actors = cross.dimension((row: number) => actor[row]!);
  const all = cross.groupAll().reduceCount();
  const dead = cross.groupAll().reduceSum((row: number) => killed[row]!);
  const byActor: Group = actors.group().reduceCount();
  const byType: Group = cross
    .dimension((row: number) => type[row]!)
    .group()
    .reduceCount();
  const byRegion: Group = cross
    .dimension((row: number) => region[row]!)
    .group()
    .reduceCount();
  const byMonth: Group = days.group((one: number) => MONTH_OF[one - FIRST_DAY]!).reduceCount();
  const rest = () => ({
    ...{ total: all.value() as number, killed: dead.value() as number },
    ...{ types: counts(byType, TYPES), regions: counts(byRegion, REGIONS) },
  });
  return {
    async brush({ from, to }) {
      actors.filterAll();
      const time = timed(() => {
        days.filterRange([from, to + 1]);
        for (const group of [byActor, byType, byRegion]) group.all();
        all.value();
        dead.value();
      });
      return {
        time,
        withMessages: null,
        answer: () => ({ ...rest(), actors: counts(byActor, ACTORS), months: null }),
      };
    },
    async toggle(wanted) {
      days.filterAll();
      const time = timed(() => {
        actors.filterExact(wanted);
        for (const group of [byMonth, byType, byRegion]) group.all();
        all.value();
        dead.value();
      });
      return {
        time,
        withMessages: null,
        answer: () => ({ ...rest(), actors: null, months: counts(byMonth) }),
      };
    },
  };
}
