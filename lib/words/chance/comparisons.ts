import type { Unsaid } from '../../query/compare/overlap';
import { MOST_LISTED } from '../../query/compare/plan-comparison';
import type { Compared, NotCompared, Pair, SharedUnknown } from '../../query/exposure/rate-comparisons';
import { formatNumber } from '../figures';
import { joinWords } from '../labels';
import { formatRate } from './rates';

/** The name of each side as it stands in a sentence. */
export type SideName = (id: string) => string;

/** Why two sides are not compared, and why one is not with several. */
const REASONS: Readonly<Record<Exclude<NotCompared, 'too-many'>, readonly [string, string]>> = {
  part: ['one is a part of the other', 'of each two one is a part of the other'],
  'same-days': ['they share days', 'it shares days with each of them'],
  'not-searched': [
    'for one of them nobody looked on any day',
    'for one of each two nobody looked on any day',
  ],
  'no-events': [
    'neither has any on a day that was searched',
    'none of them has any on a day that was searched',
  ],
  'unknown-shared': [
    'how many count in both is not known',
    'how many count in both of each two is not known',
  ],
  'all-shared': [
    'all that counts in one counts in the other',
    'of each two all that counts in one counts in the other',
  ],
  break: [
    'their days were not searched alike, so that a difference may be one of looking',
    'its days were not searched as theirs were, so that a difference may be one of looking',
  ],
};

/** In what two views differ, where no filter says what is in both. */
const DIFFER: Readonly<Record<Unsaid, string>> = {
  links: 'they differ at once in actors and in how these are tied',
  values: 'they ask for one list of values in two ways',
  own: 'they ask for one field in two ways',
  series: 'each opens another group of a chart',
  box: 'each is cut out of the map by a box of its own',
  places: 'each has places of its own chosen on the map',
  many: 'they differ in too many lists of values',
};

/** What keeps the number that count in both from being known, and what to do about it. */
function unknownInWords(unknown: SharedUnknown): string {
  if (unknown === 'ranges') return ', for their ranges overlap. Choose ranges that lie apart';
  if (unknown === 'unsearched')
    return ', for both have some on days on which nobody looked. Choose a window that was searched';
  const next = 'Narrow both views to fewer, or let them differ in something else';
  return `, for ${DIFFER[unknown]}, and more than ${formatNumber(MOST_LISTED)} are too many to look through. ${next}`;
}

function refusalInWords(why: NotCompared, pairs: readonly Pair[], name: SideName): string {
  if (why === 'too-many')
    return 'So many comparisons cannot be made at once: chance alone would make some of them look large';
  const first = name(pairs[0]!.first.id);
  const others = joinWords(
    pairs.map(({ second }) => name(second.id)),
    'and',
  );
  const [one, each] = REASONS[why];
  const reason = pairs.length === 1 ? one : each;
  const unknown = [...new Set(pairs.map((pair) => pair.unknown))];
  const more =
    why === 'unknown-shared' && unknown.length === 1 && unknown[0] ? unknownInWords(unknown[0]) : '';
  if (why === 'break') return `${first} and ${others} are not judged: ${reason}`;
  return pairs.length === 1
    ? `${first} and ${others} cannot be compared: ${reason}${more}`
    : `${first} cannot be compared with ${others}: ${reason}${more}`;
}

/** `3.1 times`; two that differ by little have a third digit, for nobody says `1 times`. */
function timesWords(times: number): string {
  const text = formatRate(times);
  if (text !== '1') return `${text} times`;
  const finer = Number(times.toPrecision(3));
  return finer === 1 ? 'just' : `${finer} times`;
}

/** `3.1 times as often as ISKP; anything from 1.2 to 9.6 fits`, the more frequent side first. */
function ratioWords(compared: Extract<Compared, { kind: 'compared' }>, name: SideName): string {
  const { ratio, pair } = compared;
  const turned = ratio.ratio !== null && ratio.ratio < 1;
  const [one, other] = turned ? [pair.second, pair.first] : [pair.first, pair.second];
  const [low, high] = turned ? [turn(ratio.high), turn(ratio.low)] : [ratio.low, ratio.high];
  const times = turned ? turn(ratio.ratio!) : ratio.ratio;
  if (times === null || high === null) {
    const own = formatNumber(one.count - (pair.shared ?? 0));
    return `${name(one.id)} ${own}, ${name(other.id)} none: anything from ${formatRate(low ?? 0)} times as often up fits`;
  }
  const by = pair.by === 'people' ? ' for as many people' : '';
  return `${name(one.id)} ${timesWords(times)} as often as ${name(other.id)}${by}; anything from ${formatRate(low ?? 0)} to ${formatRate(high)} fits`;
}

/** The inverse of a ratio; null where it has no end. */
function turn(ratio: number | null): number | null {
  return ratio === null ? 0 : ratio === 0 ? null : 1 / ratio;
}

/** Whether a difference may be one of looking. */
function lookingWords({ across, first, second }: Pair): string {
  const may = 'so a difference may be one of looking';
  if (across === 'seen') return `; their days were not searched alike, ${may}`;
  return first.less || second.less ? `; some days were searched thinly or not at all, ${may}` : '';
}

function cautions({ pair, dispersion }: Extract<Compared, { kind: 'compared' }>, name: SideName): string {
  const { first, second } = pair;
  const apart = [first, second]
    .filter(({ uncovered }) => uncovered > 0)
    .map(({ id, uncovered }) => `${formatNumber(uncovered)} of ${name(id)}`);
  return [
    apart.length > 0 ? `; ${apart.join(' and ')} on days on which nobody looked are left out` : '',
    pair.shared !== null && pair.shared > 0
      ? `; the ${formatNumber(pair.shared)} that count in both are left out`
      : '',
    dispersion > 1
      ? `; counts vary ${formatRate(dispersion)} times as much as by chance, which is allowed for`
      : '',
    pair.by === 'unknown' ? '; not by people, for their number is not known on all days' : '',
    lookingWords(pair),
  ].join('');
}

/** How figures of a comparison are told apart: what sources leave open, and what chance does. */
export const DOUBT_AND_CHANCE =
  'In brackets and lighter bands: what sources leave open. What “fits”: what chance leaves open (95 % interval).';

/** Why a difference to an earlier stretch is neither told nor judged. */
export const NOT_ALIKE = 'not compared, for the days were not searched alike';

/** Whether a difference may be one of looking, so that it is not told. */
export function isOfLooking(compared: Compared): boolean {
  return compared.kind === 'refused' && compared.why === 'break';
}

/** What chance has to say of a difference that stands beside it, in a few words; null where there is nothing to say. */
export function chanceInWords(compared: Compared): string | null {
  if (compared.kind === 'refused') {
    return compared.why === 'break' ? NOT_ALIKE : null;
  }
  return compared.verdict === 'differ'
    ? 'chance alone seldom makes such a difference'
    : 'chance alone may make such a difference';
}

/** The same where there is little room; {@link chanceInWords} says it in full. */
export function chanceInShort(compared: Compared): string | null {
  if (compared.kind === 'refused') return compared.why === 'break' ? 'searched otherwise' : null;
  return compared.verdict === 'differ' ? 'hardly by chance' : 'may be chance';
}

/** Whether some comparison is not judged until the reader has seen that its sides were not searched alike. */
export function asksToBeSeen(compared: readonly Compared[]): boolean {
  return compared.some((one) => one.kind === 'refused' && one.why === 'break');
}

/** One sentence on a comparison, without its full stop. */
export function comparisonInWords(compared: Compared, name: SideName): string {
  const { pair } = compared;
  if (compared.kind === 'refused') return refusalInWords(compared.why, [pair], name);
  const [first, second] = [name(pair.first.id), name(pair.second.id)];
  const ratio = ratioWords(compared, name);
  const more = cautions(compared, name);
  switch (compared.verdict) {
    case 'differ':
      return `${ratio}${more}`;
    case 'alone':
      return `${ratio}; among ${formatNumber(compared.tests)} comparisons chance alone may make such a difference${more}`;
    case 'alike':
      return `${first} about as often as ${second} (${ratio})${more}`;
    case 'open':
      return `${first} and ${second}: too few to tell apart (${ratio})${more}`;
  }
}

/** All comparisons of a first side as sentences, without their full stops: those that are refused for one reason share one. */
export function comparisonsInWords(all: readonly Compared[], name: SideName): readonly string[] {
  const isAlike = (one: Compared, other: Compared) =>
    one.kind === 'refused' &&
    other.kind === 'refused' &&
    one.why === other.why &&
    one.pair.first.id === other.pair.first.id;
  return all.flatMap((one, at) => {
    if (one.kind === 'compared') return [comparisonInWords(one, name)];
    if (all.findIndex((other) => isAlike(one, other)) < at) return [];
    const pairs = all.filter((other) => isAlike(one, other)).map(({ pair }) => pair);
    return [refusalInWords(one.why, pairs, name)];
  });
}
