import { formatCount, formatQuantity, formatSum } from '../../render/figures';
import type { PictureInput } from '../../render/picture/picture-input';
import { html, type Markup } from './markup';

/** The figures of a view in a sentence, with low and high. */
export function headlineMarkup({ info, answers }: PictureInput): Markup {
  const { incidents, fatalities, injured } = answers.total;
  const { noun } = info.guide.meta;
  const count =
    incidents.low === incidents.high
      ? formatQuantity(incidents.best, noun)
      : `${formatCount(incidents)} ${noun.many}`;
  return html`<p><b>${count}</b>. Killed: ${formatSum(fatalities)}. Injured: ${formatSum(injured)}.</p>`;
}
