import type { Searched } from '../../query/coverage/searched';
import type { RegionRate } from '../../query/exposure/region-rates';
import { MOST_PLACES } from '../../query/plan/plan-places';
import type { PlaceMark, PlacesResult } from '../../query/result';
import { baseOf } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import type { PointPrecision } from '../../series/places/location';
import type { View } from '../../view/view';
import { formatRate } from '../chance/rates';
import { NO_FIGURE, UNCOUNTABLE_WORDS } from '../coverage';
import { bestInWords, formatCount, formatNumber, formatQuantity, formatRange, formatSum } from '../figures';
import { lowered, measureWords, splitNoun } from '../labels';
import { placeName } from './place-name';
import { isUnsearched, RATE_UNIT, rateFigure } from './regions';

export const MAP_LABELS = { off: 'No map', dots: 'Dots', hexagons: 'Hexagons', regions: 'Regions' } as const;

/** What a point stands for. */
export const PRECISION_WORDS: Readonly<Record<PointPrecision, string>> = {
  exact: 'exact place',
  town: 'town or village',
  district: 'somewhere in the district',
  region: 'somewhere in the region',
  unknown: 'the source does not say how precisely',
};

/** What the colours of a map say: rates, the groups of a split, or no more than the marks do. */
export type MapColours = 'rates' | View['split'];

/** What a map counts, and by what it is coloured: `Map of attacks by actor`. */
export function mapTitle(guide: SeriesGuide, measure: View['measure'], colours: MapColours): string {
  const { noun } = guide.meta;
  if (colours === 'rates') return `Map of ${noun.many} ${RATE_UNIT}`;
  const by = colours === 'none' ? '' : ` by ${splitNoun(guide, colours).one}`;
  const words = measureWords(guide, measure);
  if (measure === 'incidents') return `Map of ${noun.many}${by}`;
  return `Map of ${noun.many}${by}, ${colours === 'none' ? '' : 'sized '}by ${lowered(words.label)}`;
}

/** Of more marks small ones are drawn as dots of one colour. */
export const MANY = 150;

/** That many marks of a map heap in a small part of it. */
export function crowdedSentence(marks: number, all: number): string {
  return `${formatNumber(marks)} of the ${formatNumber(all)} places lie close together.`;
}

/** That nothing of a view can stand on a map: that it has nothing at all, or that nobody says where so many incidents were. */
export function noPlacesSentence({ meta: { noun } }: SeriesGuide, matched: number): string {
  return matched === 0
    ? `No ${noun.one} is in this view.`
    : `None of the ${noun.many} of this view has a place on a map.`;
}

/** That regions were asked for and cannot be drawn; null where that is not so. */
export function noRegionsSentence({ map }: Pick<View, 'map'>, regions: object | null): string | null {
  return map === 'regions' && regions === null
    ? 'No outline here has the name of any of its regions, so that none can be shaded.'
    : null;
}

/** That a map has sums where the charts have a measure that is none; null where they have the same. */
export function sumsSentence(guide: SeriesGuide, measure: View['measure']): string | null {
  const base = baseOf(measure);
  if (base === measure) return null;
  const counted = base === 'incidents' ? guide.meta.noun.many : lowered(measureWords(guide, base).label);
  return `“${measureWords(guide, measure).label}” does not add up over places: the map has ${counted}.`;
}

/** What the marks of a map are, in a sentence. */
export function mapSentence(guide: SeriesGuide, measure: View['measure'], places: PlacesResult): string {
  const { noun } = guide.meta;
  const counted = measure === 'incidents' ? noun.many : measureWords(guide, measure).noun.many;
  const { marks } = places;
  if (marks.length === 0 && places.outside.high > 0) {
    const verb = Math.round(places.outside.best) === 1 ? 'lies' : 'lie';
    return `No ${noun.one} in the part shown: ${formatCount(places.outside)} ${verb} outside.`;
  }
  if (marks.length === 0) return `None of these ${noun.many} has a place on a map.`;
  if (places.as === 'hexagons')
    return `${formatNumber(places.points)} places, counted in ${formatNumber(marks.length)} hexagons of one area${places.points > MOST_PLACES ? ', for that is too many for a mark each' : ''}: the stronger the colour, the more ${counted}.`;
  const many = `${formatNumber(marks.length)} ${marks.length === 1 ? 'place' : 'places'}`;
  const hasAreas = marks.some(({ precision }) => precision === 'district' || precision === 'region');
  const hollow = hasAreas ? '; hollow ones stand for an area' : '';
  const small = marks.length > MANY ? ` Small marks have the colour of their largest group${hollow}.` : '';
  return `${many}, a mark each: its area grows with the number of ${counted}.${small}`;
}

/** A mark, or a region with its rate. */
type FigureMark = PlaceMark & {
  readonly rate?: RegionRate | null;
  readonly search?: Pick<Searched, 'reach'> & { readonly caveat: string | null };
  readonly isExchanged?: true;
};

/** The figure of a mark alone, as a list has it. */
export function shortFigure(mark: FigureMark): string {
  if (isUnsearched(mark)) return NO_FIGURE;
  if (mark.rate === undefined) return bestInWords(mark);
  return mark.rate === null ? NO_FIGURE : formatRate(mark.rate.perPeople);
}

/** What low and high leave open of a figure in a list, `1–3`; null where they are one, and of a rate, whose card says it. */
export function shortRange(mark: FigureMark): string | null {
  const { low, high, rate } = mark;
  if (isUnsearched(mark) || rate !== undefined || low === null || high === null || low === high) return null;
  return formatRange(low, high);
}

/** The figure of a mark with its noun: `12 (10–14) attacks`, `34 killed in 3 attacks`. */
export function placeFigure(guide: SeriesGuide, measure: View['measure'], mark: FigureMark): string {
  const { noun } = guide.meta;
  const { best, low, high } = mark;
  if (isUnsearched(mark)) return UNCOUNTABLE_WORDS['not-searched'];
  if (mark.rate !== undefined) return rateFigure(mark.rate, mark, noun);
  if (measure === 'incidents') {
    if (best !== null && low === high) return formatQuantity(best, noun);
    return `${formatSum(mark)} ${noun.many}`;
  }
  const words = measureWords(guide, measure);
  return `${lowered(words.label)}: ${formatSum(mark)}, in ${formatQuantity(mark.matched, noun)}`;
}

/** What is said of a place whose rows seem to have their numbers exchanged. */
export const EXCHANGED_WORDS = 'latitude and longitude may be exchanged';

/** What to know of how a region was searched, or of where a place is; null where its figure says it, or there is nothing to say. */
export function markCaveat(mark: FigureMark): string | null {
  if (mark.isExchanged) return EXCHANGED_WORDS;
  return isUnsearched(mark) ? null : (mark.search?.caveat ?? null);
}

/** A mark in a sentence, as a screen reader or a card says it. */
export function placeSentence(guide: SeriesGuide, measure: View['measure'], mark: FigureMark): string {
  const precise = mark.precision === null ? '' : ` (${PRECISION_WORDS[mark.precision]})`;
  const caveat = markCaveat(mark);
  return `${placeName(mark)}${precise}: ${placeFigure(guide, measure, mark)}${caveat === null ? '' : `. ${caveat}`}`;
}
