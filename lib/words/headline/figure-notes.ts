import { searchedIn } from '../../query/coverage/searched';
import { type EarlierAnswers, earlierRates } from '../../query/exposure/earlier-rates';
import { usualEstimates } from '../../query/info/offers';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Answers } from '../../query/plan/answers';
import { MOST_TIES, type SpellsResult } from '../../query/result';
import type { DaySpan } from '../../time/day';
import { formatSpan } from '../../time/format';
import type { View } from '../../view/view';
import { chanceInWords } from '../chance/comparisons';
import { sumNotes } from '../figures';
import { capitalised, joinWords } from '../labels';
import { earlierWords, nounOf, quietNotes, searchNotes } from './headline';

export const LAST_LABEL = 'Since the last';
export const QUIET_LABEL = 'Longest quiet spell';

/** What stands in a headline figure whose span was searched less well; its note says how. */
export const NOT_ALL_SEARCHED = 'Not all of it searched alike.';

/** Where days since the last are counted to. */
export function toWindowEnd({ to }: Pick<DaySpan, 'to'>): string {
  return `to the window’s end on ${formatSpan(to, to)}`;
}

/** A headline figure by its label, and what must be known of it that has no room beside the number. */
export interface FigureNote {
  readonly label: string;
  readonly text: string;
}

interface Settled {
  readonly info: Pick<SeriesInfo, 'guide' | 'offers'>;
  readonly view: View;
  readonly window: DaySpan;
  readonly answers: Pick<Answers, 'total' | 'spells'> & EarlierAnswers;
}

/** What chance has to say of the differences from earlier stretches. */
function earlierNoted({ info, view, answers }: Settled): readonly FigureNote[] {
  const texts = earlierRates(view, info.guide, answers).flatMap(({ span, compared }) => {
    const chance = chanceInWords(compared);
    return chance === null ? [] : [`against ${earlierWords(span)}, ${chance}`];
  });
  if (texts.length === 0) return [];
  return [{ label: capitalised(nounOf(view, info.guide.meta).many), text: `${texts.join('; ')}.` }];
}

/** What the sums of casualties rest on, beyond how many report them, which stands beside them. */
function sumsNoted({ info, view, answers }: Settled): readonly FigureNote[] {
  const noun = nounOf(view, info.guide.meta);
  return usualEstimates(info.offers).map(({ key, label }) => {
    const notes = sumNotes(answers.total[key], noun).slice(1);
    return { label, text: notes.length === 0 ? '' : `${notes.join('; ')}.` };
  });
}

function lastNoted({ info, view, window, answers: { spells } }: Settled): readonly FigureNote[] {
  if (spells.last === null || spells.last.earliest > window.to) return [];
  const searched = searchedIn({ from: spells.last.earliest, to: window.to }, view, info.guide);
  const notes = searchNotes(searched);
  return notes.length === 0
    ? []
    : [{ label: LAST_LABEL, text: [`${toWindowEnd(window)}.`, ...notes].join(' ') }];
}

function quietNoted({ info, view, window, answers: { spells } }: Settled): readonly FigureNote[] {
  if (spells.quiet === null) return [];
  const searched = searchedIn(spells.quiet, view, info.guide);
  const tied = tiesInWords(spells);
  const notes = [...(tied === null ? [] : [tied]), ...quietNotes(spells.quiet, window, searched)];
  return [{ label: QUIET_LABEL, text: notes.join(' ') }];
}

/** Which spells are as long as the one that is named; null where none is. */
export function tiesInWords({ ties }: SpellsResult): string | null {
  if (ties.length === 0) return null;
  const spans = ties.map(({ from, to }) => formatSpan(from, to));
  return `As long: ${joinWords(ties.length === MOST_TIES ? [...spans, 'perhaps more'] : spans, 'and')}.`;
}

/** What the figures of the headline leave unsaid, in their order; figures of which there is nothing more to say have none. */
export function figureNotes(settled: Settled): readonly FigureNote[] {
  return [
    ...earlierNoted(settled),
    ...sumsNoted(settled),
    ...lastNoted(settled),
    ...quietNoted(settled),
  ].filter(({ text }) => text !== '');
}
