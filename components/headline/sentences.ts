import type { TotalResult } from '@/lib/query/result';
import type { Watch } from '@/lib/query/watched';
import { formatNumber, formatQuantity } from '@/lib/render/figures';
import type { Certainty, Coverage, SeriesMeta } from '@/lib/series/model';
import type { DaySpan } from '@/lib/time/day';
import { joinWords } from '@/lib/view/labels';
import type { View } from '@/lib/view/view';

/** How the incidents of a view are called: operations where the state began them. */
export function nounOf(view: View, meta: Pick<SeriesMeta, 'noun'>): SeriesMeta['noun'] {
  const byState = view.initiators.length === 1 && view.initiators[0] === 'state';
  return byState ? { one: 'operation', many: 'operations' } : meta.noun;
}

function isDated({ coarserThanBin, undated }: TotalResult): boolean {
  return coarserThanBin === 0 && undated === 0;
}

/** What the three numbers of a count mean for this view: `23 attacks (18 to 24): 18 certain and undisputed, …`. */
export function meaningOf(view: View, total: TotalResult, noun: SeriesMeta['noun']): string {
  const { low, best, high } = total.incidents;
  if (high === 0) return `No ${noun.one} matches this view.`;
  const figure = formatQuantity(best, noun);
  if (low === high) return `${figure}, none of them in doubt.`;
  const [surely, claim, hold] = doubtWords(view, total);
  return `${figure} (${formatNumber(low)} to ${formatNumber(high)}): ${formatNumber(low)} ${surely}, up to ${formatNumber(high)} if every doubtful ${claim} ${hold}.`;
}

/** Links are in doubt only where the view asks for an actor or a relation; else it is dates and the nature of incidents. */
function doubtWords(view: View, total: TotalResult): readonly [string, string, string] {
  const asksLinks = view.actors.length > 0 || view.relations.length > 0;
  if (!asksLinks) return ['beyond dispute and surely in the window', 'one', 'counts'];
  const link = view.relations.join() === 'claimed' ? 'claim' : 'link';
  if (isDated(total)) return ['certain and undisputed', link, 'holds'];
  return ['certain, undisputed and surely in the window', `${link} and date`, 'holds'];
}

/** Why a best count is shown as a fraction; null where it is not. */
export function fractionNote(best: number): string | null {
  return Math.round(best * 10) % 10 === 0
    ? null
    : 'The best count is a fraction because a date known only to a month or a year counts by its share of days in the window.';
}

const CERTAINTY_WORDS: readonly (readonly [Certainty | 'none', string])[] = [
  ['certain', 'certain'],
  ['probable', 'probable'],
  ['possible', 'possible'],
  ['none', 'without a link'],
];

/** The best count by the firmest link: `20 certain and 3 probable`. */
export function certaintyWords(byCertainty: TotalResult['byCertainty']): string {
  const parts = CERTAINTY_WORDS.filter(([key]) => byCertainty[key] > 0);
  return joinWords(
    parts.map(([key, word]) => `${formatNumber(byCertainty[key])} ${word}`),
    'and',
  );
}

const KIND_WORDS = { gap: 'not searched', thin: 'searched thinly', sample: 'only sampled' } as const;

/** What to know about a quiet spell: where it touches the window's ends, and what was watched less well in it. */
export function quietNotes(
  quiet: DaySpan,
  window: DaySpan,
  coverage: Pick<Coverage, 'from' | 'to'>,
  watches: readonly Watch[],
): readonly string[] {
  const notes: string[] = [];
  if (quiet.from === window.from && quiet.to === window.to) notes.push('The whole window is quiet.');
  else if (quiet.to === window.to) notes.push('It runs to the end of the window.');
  else if (quiet.from === window.from) notes.push('It begins with the window.');
  if (quiet.from < coverage.from || quiet.to > coverage.to) {
    notes.push('Part of it lies outside the coverage, where nothing was looked for.');
  }
  for (const kind of ['gap', 'thin', 'sample'] as const) {
    const found = watches.filter(({ note }) => note.kind === kind);
    if (found.some(({ reach }) => reach === 'whole')) notes.push(`Part of it was ${KIND_WORDS[kind]}.`);
    else if (found.length > 0 && kind !== 'sample') {
      const which = found.some(({ note }) => note.actors.length > 0) ? 'actors' : 'types';
      notes.push(`Part of it was ${KIND_WORDS[kind]} for some ${which}.`);
    }
  }
  return notes;
}
