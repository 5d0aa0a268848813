import { NONE } from '../../query/query';
import type { CellValue, Count, GroupValue, PlacesResult } from '../../query/result';
import type { BaseMeasure, Noun } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { OFF_MAP, type OffMap } from '../../series/places/location';
import {
  ABROAD_KM,
  type DoubtedPoints,
  MOST_LINKED,
  type PointDoubt,
  SEA_KM,
} from '../../series/places/point-doubts';
import { regionsAbove } from '../../series/places/region-tree';
import type { View } from '../../view/view';
import { formatCount, formatNumber, formatQuantity, formatSum } from '../figures';
import { capitalised, measureWords } from '../labels';

/** Why an incident has no mark, as the end of a sentence. */
const OFF_WORDS: Readonly<Record<OffMap, readonly [one: string, many: string]>> = {
  region: ['is known to the region only', 'are known to the region only'],
  country: ['is known to the country only', 'are known to the country only'],
  none: ['has no place', 'have no place'],
  impossible: ['has coordinates that cannot be right', 'have coordinates that cannot be right'],
};

/** What of a map a reader can choose beside its marks, with its figure in words: `14 attacks are known to the country only`. */
export interface MarginEntry {
  /** A part of the margin as `place=` names it, a region, or a region without what names a part of it. */
  readonly at:
    | { readonly kind: 'place' | 'region' | 'own'; readonly id: string }
    | { readonly kind: 'places'; readonly id: string; readonly ids: readonly string[] };
  readonly text: string;
}

/** What is needed to say what a map leaves out. */
export interface MarginMap {
  readonly places: Pick<PlacesResult, 'off' | 'outside'>;
  /** The points with which something may be wrong. */
  readonly doubts?: readonly DoubtedPoints[];
  readonly regions:
    | readonly (GroupValue & {
        readonly label: string;
        readonly area: object | null;
        readonly unclear?: true;
      })[]
    | null;
  readonly rest: { readonly none: GroupValue | null; readonly total: GroupValue | null } | null;
  readonly off: Partial<Readonly<Record<OffMap, CellValue>>>;
}

function countWords(count: Count, noun: Noun): string {
  return count.low === count.high ? formatQuantity(count.best, noun) : `${formatCount(count)} ${noun.many}`;
}

/** A figure of the measure before what it is of: `23,637 fatalities in 254 events`. */
function figureWords(guide: SeriesGuide, measure: BaseMeasure, value: CellValue, incidents: string): string {
  return `${formatSum(value)} ${measureWords(guide, measure).noun.many} in ${incidents}`;
}

function placeEntries(guide: SeriesGuide, measure: BaseMeasure, map: MarginMap): readonly MarginEntry[] {
  const { noun } = guide.meta;
  return OFF_MAP.flatMap((why) => {
    const count = map.places.off[why];
    if (count.high === 0) return [];
    const [one, many] = OFF_WORDS[why];
    const verb = formatNumber(count.best) === '1' ? one : many;
    const sum = map.off[why];
    const incidents = countWords(count, noun);
    const text =
      sum === undefined
        ? `${incidents} ${verb}`
        : `${figureWords(guide, measure, sum, incidents)} that ${verb}`;
    return [{ at: { kind: 'place', id: why }, text }];
  });
}

/** What may be wrong with a point, as the end of a sentence: what is so, not that anybody erred. */
const DOUBT_WORDS: Readonly<Record<PointDoubt, readonly [one: string, many: string]>> = {
  exchanged: ['may have latitude and longitude exchanged', 'may have latitude and longitude exchanged'],
  sea: [
    `is at sea, more than ${SEA_KM} km from any land of these outlines`,
    `are at sea, more than ${SEA_KM} km from any land of these outlines`,
  ],
  abroad: [
    `is more than ${ABROAD_KM} km from the country that its row names, by these outlines`,
    `are more than ${ABROAD_KM} km from the country that their rows name, by these outlines`,
  ],
};

/** The incidents at points with which something may be wrong, one entry for each thing. Where a link cannot name all of their points, it says so. */
function doubtEntries({ meta: { noun } }: SeriesGuide, { doubts = [] }: MarginMap): readonly MarginEntry[] {
  return doubts.map(({ why, count, points, ids }) => {
    const [one, many] = DOUBT_WORDS[why];
    const text = `${countWords(count, noun)} ${formatNumber(count.best) === '1' ? one : many}`;
    const part =
      points > MOST_LINKED ? ` (see those at ${MOST_LINKED} of ${formatNumber(points)} points)` : '';
    return {
      at: { kind: 'places', id: why, ids: ids.slice(0, MOST_LINKED) },
      text: `${text}${part}`,
    };
  });
}

/** Regions that have no outline are named one by one up to so many; the list has them all. */
const MOST_LOST = 8;

function regionEntries(guide: SeriesGuide, measure: BaseMeasure, map: MarginMap): readonly MarginEntry[] {
  const { noun } = guide.meta;
  const figure = (value: GroupValue) => {
    if (measure !== 'incidents')
      return figureWords(guide, measure, value, formatQuantity(value.matched, noun));
    const { low, best, high } = value;
    return countWords({ low: low ?? 0, best: best ?? 0, high: high ?? 0 }, noun);
  };
  const { none = null } = map.rest ?? {};
  const lost = (map.regions ?? []).filter(({ area, matched }) => area === null && matched > 0);
  const above = regionsAbove(guide.regions);
  const shaded = (map.regions ?? []).flatMap(({ area, series }) =>
    area === null || series === null ? [] : [series],
  );
  const why = (region: { readonly unclear?: true }) =>
    region.unclear
      ? ', a name that several outlines here have, so that none is shaded'
      : ', which has no outline here';
  // Of what lies in some of the shaded regions, none is said.
  const holdsOther = (id: string | null) => id !== null && shaded.some((one) => above([one]).includes(id));
  const named = [...lost]
    .sort((one, other) => (other.best ?? 0) - (one.best ?? 0))
    .slice(0, MOST_LOST)
    .map(
      (region): MarginEntry => ({
        at: { kind: holdsOther(region.series) ? 'own' : 'region', id: region.series ?? '' },
        text: `${figure(region)} in ${region.label}${holdsOther(region.series) ? '' : why(region)}`,
      }),
    );
  return none === null
    ? named
    : [{ at: { kind: 'region', id: NONE }, text: `${figure(none)} whose row names no region` }, ...named];
}

/** What a map leaves out, each with its exact figure: what has no mark, or where regions are shaded what is in none of them. */
export function marginEntries(
  guide: SeriesGuide,
  measure: BaseMeasure,
  map: MarginMap,
): readonly MarginEntry[] {
  if (map.regions !== null) return regionEntries(guide, measure, map);
  return [...placeEntries(guide, measure, map), ...doubtEntries(guide, map)];
}

/** What lies outside of what is shown, or of the box that the view filters by; null where nothing does, and where regions are shaded. */
export function outsideText(view: Pick<View, 'box' | 'part'>, map: MarginMap, noun: Noun): string | null {
  const { outside } = map.places;
  if (outside.high === 0 || map.regions !== null) return null;
  return `${countWords(outside, noun)} outside of ${view.part !== null || view.box === null ? 'the part shown' : 'the box'}`;
}

/** That incidents in several regions count in each, where the regions add up to more than there is; null where they do not. */
export function severalRegionsText(map: MarginMap, noun: Noun): string | null {
  const total = map.rest?.total?.best ?? null;
  const all = [...(map.regions ?? []), ...(map.rest?.none ? [map.rest.none] : [])];
  if (total === null || all.some(({ best }) => best === null)) return null;
  const sum = all.reduce((added, { best }) => added + (best ?? 0), 0);
  if (Math.round(sum) <= Math.round(total)) return null;
  return `${capitalised(noun.many)} in several regions count in each: the regions add up to ${formatNumber(Math.round(sum))}, all together are ${formatNumber(Math.round(total))}.`;
}

/** All of what a map leaves out, in sentences; empty where nothing. */
export function marginSentences(
  guide: SeriesGuide,
  view: View,
  measure: BaseMeasure,
  map: MarginMap,
): readonly string[] {
  const { noun } = guide.meta;
  const outside = outsideText(view, map, noun);
  const several = severalRegionsText(map, noun);
  return [
    ...(several === null ? [] : [several]),
    ...marginEntries(guide, measure, map).map(({ text }) => `${text}.`),
    ...(outside === null ? [] : [`${outside}.`]),
  ];
}
