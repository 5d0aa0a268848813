import { baseOf } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { hasRegionTree, regionsAbove } from '../../series/places/region-tree';
import { type Bin, binSpan, binStarts } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { binParts } from '../coverage/bin-parts';
import type { Engine } from '../engine';
import { drawnAs } from '../figures/derived';
import { type FilterInfo, filterWithout } from '../plan/filter';
import type { Filter } from '../query';
import { type CoveredDays, coveredDays, coveredWithin } from './covered-days';
import { type PeopleDays, peopleOn } from './people';
import { type CountInterval, countInterval, dispersionOfBins, perPeople } from './rate';

/** How often something happens in a region, by its people: incidents for 100,000 people and a year, and what chance leaves open. */
export interface RegionRate extends CountInterval {
  readonly perPeople: number;
  /** The best count behind it, on the covered days of which the number of people is known. */
  readonly count: number;
  readonly known: readonly DaySpan[];
  /** Whether that is known of all covered days. */
  readonly whole: boolean;
}

type RateInfo = FilterInfo & { readonly guide: SeriesGuide };

/** Why the regions of a view have no rates by people. */
export type NoRates = 'no-people' | 'measure' | 'part';

/** Null where regions have rates by people: of incidents, of whole regions, in a series that says how many people there are. */
export function whyNoRates(view: View, guide: SeriesGuide): NoRates | null {
  if (!guide.denominators?.some(({ region }) => region !== null)) return 'no-people';
  if (baseOf(drawnAs(view, guide).measure) !== 'incidents') return 'measure';
  return view.box !== null || view.places.length > 0 ? 'part' : null;
}

/** The days of a region on which somebody looked, and its people on them. */
interface Exposed {
  readonly id: string;
  readonly covered: CoveredDays;
  readonly people: PeopleDays;
}

function exposedRegions(view: View, guide: SeriesGuide): readonly Exposed[] {
  const window = resolveWindow(view, guide.meta.coverage);
  const ids = new Set(guide.denominators?.flatMap(({ region }) => region ?? []));
  return [...ids].flatMap((id) => {
    const own = { ...view, regions: [id] };
    const covered = coveredDays(window, own, guide);
    const people = peopleOn(own, guide, covered);
    return people === null || people.peopleDays === 0 ? [] : [{ id, covered, people }];
  });
}

const keyOf = ({ from, to }: DaySpan) => `${from}..${to}`;

/** The best count of each region in each of some spans, each asked for once: most regions have theirs in common. */
async function countsInSpans(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: RateInfo,
  spans: readonly DaySpan[],
  signal?: AbortSignal,
): Promise<(id: string, span: DaySpan) => number> {
  const filter = filterWithout(view, 'region', info);
  const distinct = new Map(spans.map((span) => [keyOf(span), span]));
  const asked = [...distinct].map(async ([key, { from, to }]) => {
    const { values } = await engine.run(
      { kind: 'facet', facet: 'region', filter: { ...filter, from, to } },
      signal,
    );
    return [key, new Map(values.map(({ id, best }) => [id, best]))] as const;
  });
  const counts = new Map(await Promise.all(asked));
  return (id, span) => counts.get(keyOf(span))?.get(id) ?? 0;
}

/** Ids of regions in lists in which none lies in another, so that a query rolled up under them counts an incident once in each. */
function levelsOf(ids: readonly string[], regions: SeriesGuide['regions']): readonly (readonly string[])[] {
  const above = regionsAbove(regions);
  const asked = new Set(ids);
  const levels: string[][] = [];
  for (const id of ids) {
    const depth = above([id]).filter((one) => one !== id && asked.has(one)).length;
    levels[depth] = [...(levels[depth] ?? []), id];
  }
  return levels;
}

/** The best counts of bins by region, each incident once, however many places in the region it names. */
async function binsByRegion(
  engine: Pick<Engine, 'run'>,
  filter: Filter,
  bin: Bin,
  { regions }: Pick<SeriesGuide, 'regions'>,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlyMap<Day, number>>> {
  const isTree = hasRegionTree(regions);
  const levels = levelsOf(ids, regions);
  const query = { kind: 'bins', filter, bin, measure: 'incidents', split: 'region' } as const;
  const asked = levels.map((roll) =>
    engine.run({ ...query, ...(isTree ? { roll } : {}), stacked: false, beyond: null }, signal),
  );
  const counts = new Map<string, Map<Day, number>>();
  for (const [level, { bins }] of (await Promise.all(asked)).entries()) {
    for (const { start, series, best } of bins) {
      if (series === null || !levels[level]!.includes(series)) continue;
      const own = counts.get(series) ?? new Map<Day, number>();
      counts.set(series, own.set(start, best ?? 0));
    }
  }
  return counts;
}

/**
 * The rate of each region by its people, as {@link rateOf} has it for one; null where their number is known for none of its covered days.
 * The caller has made sure that there are any ({@link whyNoRates}).
 */
export async function askRegionRates(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: RateInfo,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, RegionRate>> {
  const { guide } = info;
  const window = resolveWindow(view, guide.meta.coverage);
  const regions = exposedRegions(view, guide);
  const filter = filterWithout(view, 'region', info);
  const [countIn, counts] = await Promise.all([
    countsInSpans(
      engine,
      view,
      info,
      regions.flatMap(({ people }) => people.known),
      signal,
    ),
    binsByRegion(
      engine,
      filter,
      window.bin,
      guide,
      regions.map(({ id }) => id),
      signal,
    ),
  ]);
  const whole = binStarts(window.from, window.to, window.bin)
    .map((start) => ({ start, span: binSpan(start, window.bin) }))
    .filter(({ span }) => !binParts(span, window, guide.meta.coverage).partial);
  const rated = regions.map(({ id, covered, people }): readonly [string, RegionRate] => {
    const searched = whole
      .map(({ start, span }) => ({
        ...{ span, count: counts.get(id)?.get(start) ?? 0, days: coveredWithin(covered, span) },
      }))
      .filter(({ span, days }) => days === span.to - span.from + 1);
    const count = people.known.reduce((sum, span) => sum + countIn(id, span), 0);
    const { low, high, model } = countInterval(count, dispersionOfBins(searched));
    const rate = (events: number) => perPeople(events, people);
    const { known, missing } = people;
    return [
      id,
      {
        perPeople: rate(count),
        low: rate(low),
        high: rate(high),
        model,
        count,
        known,
        whole: missing.length === 0,
      },
    ];
  });
  return new Map(rated);
}
