import type { Compared, NotCompared, Pair } from '../../query/exposure/rate-comparisons';
import { formatNumber } from '../figures';
import { formatRate } from './rates';

/** The name of each side as it stands in a sentence. */
export type SideName = (id: string) => string;

const REFUSALS: Readonly<Record<NotCompared, (first: string, second: string) => string>> = {
  part: (a, b) => `${a} and ${b} cannot be compared: one is a part of the other`,
  'same-days': (a, b) => `${a} and ${b} cannot be compared: they share days`,
  'not-searched': (a, b) => `${a} and ${b} cannot be compared: for one of them nobody looked on any day`,
  'no-events': (a, b) => `${a} and ${b} cannot be compared: neither has any on a day that was searched`,
  'unknown-shared': (a, b) => `${a} and ${b} cannot be compared: how many count in both is not known`,
  'all-shared': (a, b) => `${a} and ${b} cannot be compared: all that counts in one counts in the other`,
  break: (a, b) =>
    `${a} and ${b} are not judged: their days were not searched alike, so that a difference may be one of looking`,
  'too-many': () =>
    'So many comparisons cannot be made at once: chance alone would make some of them look large',
};

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
  return `${name(one.id)} ${formatRate(times)} times as often as ${name(other.id)}${by}; anything from ${formatRate(low ?? 0)} to ${formatRate(high)} fits`;
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
  const [first, second] = [name(pair.first.id), name(pair.second.id)];
  if (compared.kind === 'refused') return REFUSALS[compared.why](first, second);
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
