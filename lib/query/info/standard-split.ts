import { isOpenSplit } from '../../series/facets';
import type { Split } from '../../series/field-table';
import { isOwnKey, ownField, valueOfId } from '../../series/fields';
import { wholes } from '../../series/hierarchy';
import type { SeriesGuide } from '../../series/model';
import { hasRegionTree, rootRegions } from '../../series/places/region-tree';
import { endsWithPhrase, nameWords, phrases } from '../../text/name-words';
import type { Mode, Standard } from '../../view/view';
import { NONE } from '../query';
import type { FacetResult } from '../result';
import type { Offers, Overall } from './offers';

/** A category with no more values than this has few. */
const MOST_VALUES = 30;
/** A category that fewer incidents than this share state tells too little. */
const LEAST_STATED = 0.5;
/** More than this share under "several" says nothing in a stack. */
const MOST_SEVERAL = 0.5;
/** More lines than this cannot be told apart where they cross. */
const MOST_LINES = 6;
/** Many actors that have fewer incidents each than this, as victims or shooters do, are no groups. */
const LEAST_EACH = 2;

/**
 * Addresses leave out the first split of their series. So a series that was published before this day is split as it was: by the most widely
 * spread category, whatever its values tell.
 */
const TELLING_SINCE = '2026-11-30';

/** What a split is chosen by. */
interface Chosen {
  readonly guide: Pick<SeriesGuide, 'fields' | 'actorRelations' | 'regions'>;
  /** The day on which the revision was published; empty where that is not known. */
  readonly published: string;
}

type Guide = Chosen['guide'];

const wasBefore = (published: string) => published !== '' && published < TELLING_SINCE;

/** What the values of a category are, the most telling first: words, short codes whose meaning must be known, or what only looks like groups. */
const TELLING = ['words', 'codes', 'numbers'] as const;
type Telling = (typeof TELLING)[number];

/** Names of columns that hold a part of a date or a time, or that tell rows apart, whatever their values are; or the last words of such: a `Region code`. */
const NO_GROUPS = phrases(
  `year month day hour minute second week weekday quarter date time timezone tz decade century day_of_week time_of_day edit_date
  jahr monat tag stunde minute woche wochentag quartal datum uhrzeit annee mois jour heure semaine trimestre ano mes dia hora semana
  ora giorno mese anno год месяц день час
  id ids uuid guid gid key index code codes fips iso zip zipcode postcode postal postleitzahl plz cap number no nr num version
  latitude longitude lat lon lng coordinates geometry geom wkt grid priogrid`,
);

/** Days and months by name, in full or shortened. */
const CALENDAR =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
/** Numbers, days, times and points, with whatever stands around them. */
const NUMERIC = /^[^\p{L}]*\d[^\p{L}]*$|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^(?:point|polygon|multipoint)\b/iu;
/** A code of up to three letters, alone or in a list with commas. */
const CODE = /^[\p{L}\d]{1,3}$|^,|,$/u;

const stated = ({ values }: FacetResult) => values.filter(({ id }) => id !== NONE);

/** Whether most incidents have values of some look. */
function mostly(result: FacetResult, look: RegExp): boolean {
  const all = stated(result);
  const sum = (values: typeof all) => values.reduce((total, { high }) => total + high, 0);
  return sum(all.filter(({ id }) => look.test(valueOfId(id)))) > sum(all) / 2;
}

/** What the values of a split tell. What the model has a role for are words, and so are yes and no. */
function tellingOf(guide: Guide, split: Split, result: FacetResult): Telling {
  const field = isOwnKey(split) ? ownField(guide, split) : undefined;
  if (field === undefined || field.kind === 'flag') return 'words';
  const names = [field.label, field.column ?? ''].map(nameWords);
  if (names.some((name) => endsWithPhrase(name, NO_GROUPS))) return 'numbers';
  if (mostly(result, NUMERIC) || mostly(result, CALENDAR)) return 'numbers';
  return mostly(result, CODE) ? 'codes' : 'words';
}

/** The values of a category as they are first drawn: regions that lie in others are in these. */
function drawnValues({ regions }: Guide, split: Split, result: FacetResult): FacetResult {
  if (split !== 'region' || !hasRegionTree(regions)) return result;
  const roots = new Set<string>(rootRegions(regions));
  return { ...result, values: result.values.filter(({ id }) => id === NONE || roots.has(id)) };
}

/** How many groups of equal size would be as mixed as these: the exponential of Shannon's entropy. */
function spreadOf(result: FacetResult): number {
  const counts = stated(result).map(({ high }) => high);
  const sum = counts.reduce((all, count) => all + count, 0);
  const entropy = counts.reduce((all, count) => all - (count / sum) * Math.log(count / sum), 0);
  return sum === 0 ? 0 : Math.exp(entropy);
}

interface Candidate {
  readonly split: Split;
  readonly telling: Telling;
  readonly spread: number;
  readonly values: number;
}

/** The categories that most incidents state. */
function candidatesOf({ facets, total }: Overall, splits: readonly Split[], { guide, published }: Chosen) {
  const isAsItWas = wasBefore(published);
  return splits.flatMap((split): readonly Candidate[] => {
    // Values of the model's own tell little of what happened.
    const result = isOpenSplit(split) && split !== 'actor' ? facets[split] : undefined;
    if (result === undefined) return [];
    const missing = result.values.find(({ id }) => id === NONE)?.high ?? 0;
    if (total.matched - missing < total.matched * LEAST_STATED) return [];
    const drawn = isAsItWas ? result : drawnValues(guide, split, result);
    const telling = isAsItWas ? 'words' : tellingOf(guide, split, result);
    return [{ split, telling, spread: spreadOf(drawn), values: stated(drawn).length }];
  });
}

/**
 * The category that tells most: of those whose values are words, else codes, else numbers, and that are stated for most incidents and have
 * few values, the one most widely spread; where all have many values, the one with the fewest.
 */
function widest(all: readonly Candidate[]): Candidate | undefined {
  const of = TELLING.map((telling) => all.filter((one) => one.telling === telling)).find(
    ({ length }) => length > 0,
  );
  if (of === undefined) return undefined;
  const few = of.filter(({ values }) => values > 1 && values <= MOST_VALUES);
  const [best] = few.sort((a, b) => b.spread - a.spread);
  const [fewest] = [...of].sort((a, b) => a.values - b.values);
  return best ?? fewest;
}

function severalShare({ several, total }: Overall): number {
  return several / Math.max(1, total.matched);
}

/** Whether actors are many and most of them of one incident alone, so that they are no groups. */
function areSingle(result: FacetResult): boolean {
  const all = stated(result);
  const ties = all.reduce((sum, { high }) => sum + high, 0);
  return all.length > MOST_VALUES && ties < LEAST_EACH * all.length;
}

/** What incidents are first split by: the actors where they are tied to any, unless nearly each has its own and another category tells more. */
function firstSplit(overall: Overall, splits: readonly Split[], chosen: Chosen): Split {
  const { actor } = overall.facets;
  const best = widest(candidatesOf(overall, splits, chosen));
  if (stated(actor).length === 0) return best?.split ?? 'none';
  return !wasBefore(chosen.published) && areSingle(actor) && best?.telling === 'words' ? best.split : 'actor';
}

/**
 * The split that tells most in a revision, and how it is drawn: the actors where incidents are tied to any, as lines
 * where most incidents have several, and with a panel each where those would be too many; else the category most widely spread; else none.
 */
export function standardOf(overall: Overall, { splits }: Pick<Offers, 'splits'>, chosen: Chosen): Standard {
  const { guide } = chosen;
  const actors = stated(overall.facets.actor).length;
  const split = firstSplit(overall, splits, chosen);
  const apart: Mode = actors > MOST_LINES ? 'panels' : 'lines';
  const mode: Mode = split === 'actor' && severalShare(overall) > MOST_SEVERAL ? apart : 'stack';
  return {
    split,
    mode,
    tree: wholes(guide.actorRelations).size > 0,
    regionTree: hasRegionTree(guide.regions),
  };
}
