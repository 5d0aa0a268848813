import { searchedIn, uncountable } from '../../query/coverage/searched';
import { usualEstimates } from '../../query/info/offers';
import type { PictureInput } from '../../render/picture/picture-input';
import { caveatOf, NO_FIGURE, UNCOUNTABLE_WORDS } from '../../words/coverage';
import { formatCount, formatSum, wholeQuantity } from '../../words/figures';
import { capitalised } from '../../words/labels';
import { html, type Markup } from './markup';

/** The figures of a view in a sentence, with low and high. */
export function headlineMarkup({ info, view, window, answers }: PictureInput): Markup {
  const { incidents, matched } = answers.total;
  const { guide, offers } = info;
  const { noun } = guide.meta;
  const why = uncountable(view, window, guide, matched);
  if (why !== null) {
    return html`<p><b>${capitalised(noun.many)}: ${NO_FIGURE}</b> (${UNCOUNTABLE_WORDS[why]}).</p>`;
  }
  const count =
    incidents.low === incidents.high
      ? wholeQuantity(incidents.best, noun)
      : `${formatCount(incidents)} ${noun.many}`;
  const caveat = caveatOf(searchedIn(window, view, guide), window);
  const note = caveat === null ? null : html` <span class="note">${caveat}</span>`;
  const sums = usualEstimates(offers).map(({ key, label }) => ` ${label}: ${formatSum(answers.total[key])}.`);
  return html`<p><b>${count}</b>.${sums.join('')}${note}</p>`;
}
