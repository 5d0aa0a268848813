import type { Searched } from '../../query/coverage/searched';
import { RATE_PEOPLE } from '../../query/exposure/people';
import { type NoRates, type RegionRate, whyNoRates } from '../../query/exposure/region-rates';
import type { SeriesInfo } from '../../query/info/series-info';
import type { CellValue } from '../../query/result';
import type { Noun } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import type { DaySpan } from '../../time/day';
import { formatSpan } from '../../time/format';
import type { View } from '../../view/view';
import { formatRate } from '../chance/rates';
import { formatNumber, formatQuantity, formatSum } from '../figures';
import { joinWords, measureWords } from '../labels';

/** What a rate by people is counted for. */
export const RATE_UNIT = `per ${formatNumber(RATE_PEOPLE)} people and year`;

/** What of regions must be known to speak of them. */
interface ShadedRegion {
  readonly series: string;
  readonly label: string;
  readonly matched: number;
  /** Its outline is empty where it lies outside of what is shown. */
  readonly area: { readonly outline: string } | null;
  readonly rate?: RegionRate | null;
  readonly search?: { readonly reach: Searched['reach'] };
}

/** Whether nobody looked in a region, and nothing is known to have happened there: that is no zero. */
export function isUnsearched({ matched, search }: Pick<ShadedRegion, 'matched' | 'search'>): boolean {
  return search?.reach === 'none' && matched === 0;
}

/** Names that are given one by one. */
const MOST_NAMED = 6;

function named(labels: readonly string[]): string {
  const more = labels.length - MOST_NAMED;
  const shown = labels.slice(0, MOST_NAMED);
  return joinWords(more > 0 ? [...shown, `${formatNumber(more)} more`] : shown, 'and');
}

/** `2015–2023`, or some of them. */
function spansInWords(spans: readonly DaySpan[]): string {
  return named(spans.map(({ from, to }) => formatSpan(from, to)));
}

/** The rate of a region with what chance leaves open and the count behind it, as a card says it. */
export function rateFigure(rate: RegionRate | null, value: CellValue, noun: Noun): string {
  if (rate === null)
    return `no rate, for the number of people is not known; ${formatSum(value)} ${noun.many}`;
  const { perPeople, low, high, count, known, whole } = rate;
  const days = whole ? '' : `, ${spansInWords(known)}`;
  return `${formatRate(perPeople)} ${RATE_UNIT} (${formatQuantity(count, noun)}${days}); by chance anything from ${formatRate(low)} to ${formatRate(high)} fits`;
}

const NO_RATES_WORDS: Readonly<Record<NoRates, (noun: Noun) => string>> = {
  'no-people': () => 'the series has no numbers of people by region',
  measure: ({ many }) => `rates by people are of ${many}`,
  part: () => 'nobody counts the people of a part of the map',
};

/** Days of which the number of people is known, where the regions have them in common; else that they have not. */
function knownDays(rates: readonly RegionRate[]): string {
  const texts = new Set(rates.map(({ known }) => spansInWords(known)));
  return texts.size === 1 ? [...texts][0]! : 'on other days from region to region, as each says';
}

/** The title of a source by its id, where it is among those that are cited; else the id itself. */
export function titleIn(cited: Readonly<Record<string, string>>, id: string): string {
  return (Object.hasOwn(cited, id) ? cited[id] : undefined) ?? id;
}

/** Which numbers the rates of regions go by. */
function peopleSentence(
  guide: SeriesGuide,
  regions: readonly ShadedRegion[],
  cited: Readonly<Record<string, string>>,
): string {
  const rated = new Set(regions.filter(({ rate }) => rate != null).map(({ series }) => series));
  const sources = guide.denominators
    ?.filter(({ region }) => region !== null && rated.has(region))
    .flatMap((one) => one.sources);
  const by = sources?.length
    ? `; sources: ${named([...new Set(sources.map((id) => titleIn(cited, id)))])}`
    : '';
  const days = knownDays(regions.flatMap(({ rate }) => rate ?? []));
  return `The number of people is known: ${days}${by}.`;
}

function rateSentences(
  guide: SeriesGuide,
  drawn: readonly ShadedRegion[],
  cited: Readonly<Record<string, string>>,
): readonly string[] {
  const { noun } = guide.meta;
  const rated = drawn.filter(({ rate }) => rate != null);
  const unknown = drawn.filter((one) => one.rate == null && !isUnsearched(one)).map(({ label }) => label);
  return [
    `${formatNumber(rated.length)} regions: the stronger the colour, the more ${noun.many} ${RATE_UNIT}, on days on which somebody looked. Rates of few ${noun.many} are much a matter of chance.`,
    ...(rated.length === 0 ? [] : [peopleSentence(guide, drawn, cited)]),
    ...(unknown.length === 0 ? [] : [`It is not known for ${named(unknown)}, without a colour.`]),
  ];
}

/** What the shades of a map of regions are; what they leave out, its margin says. `cited` are the titles of sources that are named, by id. */
export function regionSentences(
  guide: SeriesGuide,
  view: View,
  measure: View['measure'],
  regions: readonly ShadedRegion[],
  cited: SeriesInfo['cited'] = {},
): readonly string[] {
  const { noun } = guide.meta;
  const counted = measure === 'incidents' ? noun.many : measureWords(guide, measure).noun.many;
  const drawn = regions.filter(({ area }) => area !== null && area.outline !== '');
  const unsearched = drawn.filter(({ search }) => search?.reach === 'none').map(({ label }) => label);
  const why = view.shade === 'rate' ? whyNoRates(view, guide) : null;
  const because = why === null ? '' : `, for ${NO_RATES_WORDS[why](noun)}`;
  const counts = `${formatNumber(drawn.length)} regions: the stronger the colour, the more ${counted}. These are counts, not rates${because}.`;
  return [
    ...(drawn.some(({ rate }) => rate !== undefined) ? rateSentences(guide, drawn, cited) : [counts]),
    ...(unsearched.length === 0 ? [] : [`Hatched, for nobody looked there: ${named(unsearched)}.`]),
  ];
}
