import type { PictureInput } from '../../render/picture/picture-input';
import { type OwnField, ownKey, ownValue } from '../../series/fields';
import { ESTIMATES } from '../../series/measures';
import type { Estimate, Incident, Link, SeriesGuide, Source } from '../../series/model';
import { webAddress } from '../../text/web-address';
import { dateWords } from '../../time/atom-words';
import { formatEventDate } from '../../time/format';
import { formatEstimate, formatNumber } from '../../words/figures';
import { nounOf, wholeNoun } from '../../words/headline/headline';
import { ownInWords } from '../../words/incident';
import { capitalised, columnLabel, joinWords, labelOf } from '../../words/labels';
import { asOfSentence, coverageWords, importedText, licenceSentence } from '../../words/provenance';
import { viewInWords } from '../../words/view';
import { chartMarkup } from './drawings';
import { headlineMarkup } from './headline-markup';
import { html, type Markup, trusted } from './markup';
import { textPacker } from './packed-rows';
import { cellClass, cellLabel, secondLine, tableCells, tableClass, tableColumns } from './row-words';
import { SAVE_SCRIPT } from './save-script';
import { NARROW_ROWS, pageStyles } from './styles';

const SAVE_STYLES = `${pageStyles('auto')}body{max-width:1100px;margin:0 auto;padding:24px}.rows td.title{min-width:200px}${NARROW_ROWS}@media screen and (max-width:700px){body{padding:12px}.scroll{overflow:visible}thead tr{display:flex;flex-wrap:wrap;gap:0 16px}thead th{padding:4px 0;border:0}dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:4px}}`;

/**
 * The policy of a saved page: its own style and script, by their hashes, and nothing else. `hashOf` gives the SHA-256 of a
 * text in Base64.
 */
export function savePolicy(hashOf: (text: string) => string): string {
  const [style, script] = [SAVE_STYLES, SAVE_SCRIPT].map((text) => `'sha256-${hashOf(text)}'`);
  return `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`;
}

/** Rows that stand in the page itself, and that are added to it at a time. */
export const STANDING = 600;

/** What a saved page is made of, apart from its rows. */
export interface SaveInput extends PictureInput {
  /** See {@link savePolicy}. */
  readonly policy: string;
  /** What it was saved from, as a sentence. */
  readonly origin: string;
  /** The frozen address of the view: absolute, or a path where nobody says where the site is; null where it has none. */
  readonly url: string | null;
  readonly citation: string;
  readonly sources: readonly Source[];
  /** How many rows there are: those of what is selected, where something is. */
  readonly matched: number;
}

function linkLine({ actor, relation, certainty, ...link }: Link, guide: SeriesGuide): string {
  const parts = [
    relation,
    certainty,
    link.outlet === null ? '' : `through ${link.outlet}`,
    link.date === null ? '' : `on ${formatEventDate(link.date)}`,
    link.disputedBy.length === 0 ? '' : `disputed by ${joinWords(link.disputedBy, 'and')}`,
    link.sources.length === 0 ? '' : `[${link.sources.join(', ')}]`,
  ];
  return `${labelOf(guide, 'actor', actor)}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function sourceLine(source: Source): Markup {
  const words = `${source.publisher}: ${source.title}${source.date === null ? '' : `, ${dateWords(source.date)}`}`;
  return source.urlSeen && webAddress(source.url) !== null
    ? html`<a href="${source.url}" rel="noopener noreferrer">${words}</a>`
    : html`${words}`;
}

function entry(name: string, value: Markup | string | null): Markup | null {
  return value === null || value === '' ? null : html`<dt>${name}</dt><dd>${value}</dd>`;
}

function lines(all: readonly Markup[]): Markup {
  return html`${all.map((one, at) => (at === 0 ? one : html`<br>${one}`))}`;
}

function figure(name: string, estimate: Estimate): Markup | null {
  return entry(name, formatEstimate(estimate));
}

function ownEntry(field: OwnField, incident: Incident): Markup | null {
  const value = ownValue(incident, field.id);
  const text = value === undefined ? null : ownInWords(field.kind, value).join(', ');
  return entry(columnLabel({ fields: [field] }, ownKey(field)), text);
}

function details(incident: Incident, guide: SeriesGuide, sources: ReadonlyMap<string, Source>): Markup {
  const { place, links, targets, notes, date } = incident;
  const named = [...new Set([...incident.sources, ...links.flatMap((link) => link.sources)])];
  const known = named.flatMap((id) => sources.get(id) ?? []);
  const given = place.lat !== null || place.lon !== null;
  const coordinates = given ? `${place.lat ?? '–'}, ${place.lon ?? '–'}` : null;
  const entries = [
    entry('Id', incident.id),
    entry('Date as coded', date.edtf),
    entry('Country', place.country),
    entry('Coordinates', coordinates),
    entry(
      'Actors',
      links.length === 0 ? 'not established' : lines(links.map((link) => html`${linkLine(link, guide)}`)),
    ),
    entry('Targets', targets.join('; ')),
    ...ESTIMATES.map(({ label, property }) => figure(label, incident[property])),
    entry('Nature', incident.natureDisputed ? 'disputed' : null),
    ...guide.fields.map((field) => ownEntry(field, incident)),
    entry('Notes', notes),
    entry('Sources', known.length === 0 ? null : lines(known.map(sourceLine))),
  ];
  return html`<dl>${entries.filter((one) => one !== null)}</dl>`;
}

/** The map, where anything has a place on one. */
function mapMarkup(input: SaveInput): Markup | null {
  return input.map === null ? null : html`<h2>Map</h2>${chartMarkup('map', input, null)}`;
}

/** Everything before the first row. */
function headOf(input: SaveInput): string {
  const { info, view, window, policy } = input;
  const { meta } = info.guide;
  const words = viewInWords(view, info.guide, window);
  const { many } = nounOf(view, meta);
  const { coverage } = meta;
  const columns = tableColumns(input);
  const heads = columns.map(
    ({ name, numeric }, at) =>
      html`<th scope="col" class="${numeric ? 'n' : ''}" data-at="${at}"><button type="button">${name}</button></th>`,
  );
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${words}</title><style>${trusted(SAVE_STYLES)}</style></head><body><main><p class="kicker">${meta.title}</p><h1>${words}</h1>${headlineMarkup(input)}<p class="note">${input.origin}${asOfSentence(meta)} Coverage: ${coverageWords(coverage)}. ${importedText(coverage.note, wholeNoun(info))}</p><h2>Activity</h2>${chartMarkup('activity', input, null)}<h2>Comparison</h2>${chartMarkup('comparison', input, null)}<h2>Timeline</h2>${chartMarkup('timeline', input, null)}${mapMarkup(input)}<h2 id="incidents">${capitalised(many)}</h2><p class="controls" hidden><label>Search <input id="search" type="search"></label> <span id="count" role="status">${formatNumber(input.matched)} ${many}</span></p><div class="scroll"><table class="${tableClass(columns)}"><thead><tr>${heads}<th scope="col"><span>Details</span></th></tr></thead><tbody id="rows" class="rows">`
    .markup;
}

/** A row as the page needs it: what each column is sorted by, its cells, and its details. */
interface SavedRow {
  readonly keys: readonly (string | number)[];
  readonly cells: string;
  readonly details: string;
}

function savedRows(incidents: readonly Incident[], input: SaveInput): readonly SavedRow[] {
  const { guide } = input.info;
  const columns = tableColumns(input);
  const sources = new Map(input.sources.map((source) => [source.id as string, source]));
  return incidents.map((incident) => {
    const cells = tableCells(incident, input.info, columns);
    const marked = cells.map(
      ({ text, beneath }, at) =>
        html`<td class="${cellClass(columns[at])}"${cellLabel(columns[at])}>${text}${secondLine(beneath)}</td>`
          .markup,
    );
    return {
      keys: cells.map(({ key }) => key),
      cells: marked.join(''),
      details: details(incident, guide, sources).markup,
    };
  });
}

/** A row as it stands in the page for those who run no scripts, with its details beneath. */
function standing({ keys, cells, details }: SavedRow, at: number): string {
  const id = `d${at}`;
  return html`<tr class="row" data-row="${at}">${trusted(cells)}<td><button type="button" hidden aria-expanded="true" aria-controls="${id}">Details</button></td></tr><tr class="details" id="${id}"><td colspan="${keys.length + 1}">${trusted(details)}</td></tr>\n`
    .markup;
}

/** What follows the rows that stand in the page, up to where all are packed. */
function afterRows({ info, view }: SaveInput, total: number): string {
  const { many } = nounOf(view, info.guide.meta);
  const without =
    total <= STANDING
      ? null
      : html`<noscript><p class="note">Without scripts the first ${formatNumber(STANDING)} of ${formatNumber(total)} ${many} can be read, and none be sorted or searched; the others are in this file for its script.</p></noscript>`;
  return html`</tbody></table></div>${without}<p id="more" class="note" hidden><span></span><button type="button" id="next"></button> <button type="button" id="all"></button></p><template id="packed" data-step="${STANDING}" data-total="${total}" data-noun="${many}">`
    .markup;
}

/** A path of a site that the page does not know leads nowhere from a disk. */
function linkTo(url: string): Markup {
  return url.startsWith('/') ? html`${url}` : html`<a href="${url}">${url}</a>`;
}

/** Everything after the rows. */
function tailOf({ info, url, citation }: SaveInput): string {
  const { meta } = info.guide;
  const link = url === null ? null : html` The same view: ${linkTo(url)}`;
  return html`</template><p class="foot">${citation}${licenceSentence(meta)}${link}</p></main><script>${trusted(SAVE_SCRIPT)}</script></body></html>`
    .markup;
}

/**
 * A view as one page that opens from a disk, piece by piece. `batches` are its incidents in order, the first at least as many as
 * stand in the page. A large page would take a browser a minute if all its rows stood there: so the first do, and all are packed.
 */
export async function* savedPage(
  input: SaveInput,
  batches: AsyncIterable<readonly Incident[]>,
): AsyncGenerator<string> {
  yield headOf(input);
  const packer = textPacker();
  let isFirst = true;
  for await (const batch of batches) {
    const rows = savedRows(batch, input);
    if (isFirst) yield rows.slice(0, STANDING).map(standing).join('') + afterRows(input, input.matched);
    isFirst = false;
    const lines = rows.map(({ keys, cells, details }) => `${JSON.stringify([keys, cells, details])}\n`);
    yield packer.push(lines.join(''));
  }
  yield packer.push('', true) + tailOf(input);
}
