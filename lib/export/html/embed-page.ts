import type { PictureInput } from '../../render/picture/picture-input';
import type { Incident } from '../../series/model';
import { statedText } from '../../series/stated';
import { dayInWords } from '../../time/format';
import { incidentHref, servedTwinHref } from '../../view/addresses/addresses';
import { viewHref, withKey } from '../../view/serialize';
import { formatNumber } from '../../words/figures';
import { asOfSentence, licenceSentence } from '../../words/provenance';
import { countedInWords, viewInWords } from '../../words/view';
import { chartMarkup } from './drawings';
import type { EmbedPanel } from './embed-code';
import { headlineMarkup } from './headline-markup';
import { html, type Markup, trusted } from './markup';
import { cellClass, cellLabel, secondLine, tableCells, tableColumns } from './row-words';
import { embedStyles, type PageTheme } from './styles';

/** Tells the page around the frame how high this one is, now and whenever it changes. Holds nothing of a reader's. */
export const SIZE_SCRIPT =
  // The height of the body, for that of the document is never less than the frame's.
  "const say=()=>parent.postMessage({annals:'height',height:document.body.getBoundingClientRect().height},'*');" +
  'new ResizeObserver(say).observe(document.body);addEventListener("load",say)';

export interface EmbedInput extends PictureInput {
  readonly panel: EmbedPanel;
  readonly theme: PageTheme;
  /** Where this copy is reached, for links out of the frame. */
  readonly origin: string;
  /** The first rows of the table; only that panel needs them. */
  readonly incidents: readonly Incident[];
  /** How many rows the table has in all: those of what is selected, where something is. */
  readonly matched: number;
  /** Why rows may not be shown; null where they may. */
  readonly closed: string | null;
}

function table(input: EmbedInput): Markup {
  const { incidents, info, view, origin } = input;
  const columns = tableColumns(input);
  const head = columns.map(
    ({ name, numeric }) => html`<th scope="col" class="${numeric ? 'n' : ''}">${name}</th>`,
  );
  const rows = incidents.map((incident) => {
    const cells = tableCells(incident, info, columns).map(({ text, beneath }, at) => {
      const href = origin + incidentHref(view, incident.id);
      const content =
        columns[at]?.id === 'title'
          ? html`<a href="${href}" target="_blank" rel="noopener">${text}</a>`
          : html`${text}`;
      return html`<td class="${cellClass(columns[at])}"${cellLabel(columns[at])}>${content}${secondLine(beneath)}</td>`;
    });
    return html`<tr class="row">${cells}</tr>`;
  });
  const left = input.matched - incidents.length;
  const more = left > 0 ? html`<p class="note">and ${formatNumber(left)} more</p>` : null;
  return html`<div class="scroll held" tabindex="0" role="region" aria-label="Incidents"><table><thead><tr>${head}</tr></thead><tbody class="rows">${rows}</tbody></table></div>${more}`;
}

function panelOf(input: EmbedInput): Markup {
  const { panel, origin, closed } = input;
  if (panel === 'headline') return headlineMarkup(input);
  if (panel === 'table' && closed !== null)
    return html`<p class="note">Rows are not shown here. ${closed}</p>`;
  if (panel === 'table') return table(input);
  return chartMarkup(panel, input, origin);
}

/** The picture that stands in where no script may run. */
function standin({ panel, view, origin, theme }: EmbedInput, words: string): Markup | null {
  if (panel === 'headline' || panel === 'table') return null;
  const plain = servedTwinHref({ ...view, incident: null }, `${panel}.svg`);
  const source = origin + (theme === 'dark' ? withKey(plain, 'theme', 'dark') : plain);
  return html`<noscript><img src="${source}" alt="${words}"></noscript>`;
}

/** A panel as a page for a frame: no cookies, no scripts but the one that tells its height, links that leave the frame. */
export function embedPage(input: EmbedInput): string {
  const { info, view, window, origin, theme } = input;
  const { meta } = info.guide;
  const inWords = input.panel === 'table' ? viewInWords : countedInWords;
  const words = inWords(view, info.guide, window);
  const link = origin + viewHref({ ...view, incident: null });
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${words}</title><style>${trusted(embedStyles(theme))}</style></head><body><main><p class="kicker">${meta.title}</p><h1>${words}</h1>${input.panel === 'headline' ? null : headlineMarkup(input)}${panelOf(input)}${standin(input, words)}<p class="foot">Source: ${statedText(meta.publisher) ?? meta.title}.${licenceSentence(meta, '')} Revision ${info.revision.slice(0, 12)} of ${dayInWords(info.published)}.${asOfSentence(meta)} <a href="${link}" target="_blank" rel="noopener">Open this view in Annals</a></p></main><script>${trusted(SIZE_SCRIPT)}</script></body></html>`
    .markup;
}
