import type { Columns } from '../../lib/engine/columnar/columns/columns';
import { ColumnsBuilder } from '../../lib/engine/columnar/columns/columns-builder';
import { type Day, formatDay } from '../../lib/time/day';
import { incident, seriesOfHand } from '../../testing/series/hand-made';
import { ACTORS, FIRST_DAY, LAST_DAY, type Rows } from './made-up';

/** A value of each key, made once. */
function each<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Columns of rows: their incidents are added one by one, as those of a file are. */
export function columnsOfRows({ day, actor, type, region, killed }: Rows): Promise<Columns> {
  const date = each((at) => incident('', formatDay(at as Day)).date);
  const links = each((at) => incident('', '2020', [`a${at % ACTORS} involved certain`]).links);
  const dead = each((best) => ({ low: best, best, high: best }));
  const regions = each((at) => [`r${at}` as never]);
  const types = each((at) => `t${at}` as never);
  const builder = new ColumnsBuilder();
  const base = { ...incident('', '2020'), title: '' };
  for (let row = 0; row < day.length; row++) {
    builder.add({
      ...{ ...base, id: `i${row}` as never, date: date(day[row]!), links: links(actor[row]!) },
      ...{ type: types(type[row]!), regions: regions(region[row]!), fatalities: dead(killed[row]!) },
    });
  }
  const { incidents: _, ...series } = seriesOfHand([]);
  const coverage = { ...series.meta.coverage, from: FIRST_DAY, to: LAST_DAY };
  return builder.finish({ ...series, meta: { ...series.meta, coverage } });
}
