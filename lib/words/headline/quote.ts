import type { Searched } from '../../query/coverage/searched';
import { reportedEstimates } from '../../query/info/offers';
import type { SeriesInfo } from '../../query/info/series-info';
import { usualColumns } from '../../query/info/shown-columns';
import { isOwnKey, ownValue } from '../../series/fields';
import { type Noun, propertyOf } from '../../series/measures';
import { type Incident, type Link, RELATIONS, type Relation } from '../../series/model';
import { statedText } from '../../series/stated';
import { escapeXml } from '../../text/escape-xml';
import { pageText } from '../../text/fold';
import { besideFigure } from '../../text/one-line';
import type { DaySpan } from '../../time/day';
import { dayInWords, formatEventDate, formatSpan } from '../../time/format';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { cellWords } from '../cells';
import { watchTexts } from '../coverage';
import { type FigureWords, formatEstimate } from '../figures';
import { natureInDoubt } from '../incident';
import { actorName, capitalised, columnLabel, joinWords } from '../labels';
import { asOfWords } from '../provenance';
import { viewInWords } from '../view';

type Info = Pick<SeriesInfo, 'guide' | 'revision' | 'published'>;

/** A figure to be quoted. */
export interface Quoted {
  /** What it is of, as a title: `Attacks claimed by the Islamic State, 2017 – Jun 2024`. */
  readonly what: string;
  /** What is said of that: `23 attacks`, `most in May 2023, with 6 attacks`. */
  readonly says: string;
  /** What must be known to repeat it: how many report it, what it leaves out, how it was searched. */
  readonly notes: readonly string[];
}

/** A figure with its range: `23 attacks (18–24, the range of the sources)`. */
function withRange(figure: string, range: string | null): string {
  if (range === null) return figure;
  return /\d/.test(range) ? `${figure} (${range}, the range of the sources)` : `${figure}, ${range}`;
}

/** A figure with its noun and its range: `23 attacks (18–24, the range of the sources)`, `killed: not reported`. */
export function figureSays({ value, range }: FigureWords, { one, many }: Noun): string {
  if (!/\d/.test(value)) return `${many}: ${value}`;
  return withRange(`${value} ${value === '1' ? one : many}`, range);
}

/** A figure of a measure of the series' own: `Civilian deaths 26,653`, with what it counts where its label does not say it. */
export function measureSays(label: string, figure: FigureWords, noun: Noun): string {
  const isSaid = label.toLowerCase().includes(noun.many.toLowerCase());
  if (!isSaid) return `${label}, ${figureSays(figure, noun)}`;
  return /\d/.test(figure.value)
    ? withRange(`${label} ${figure.value}`, figure.range)
    : `${label}: ${figure.value}`;
}

/** A sentence as a part of another. */
function asPart(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

/** How the days of a span were searched, where not all of them were for all that is asked for. */
export function searchedSentences(
  searched: Searched,
  span: DaySpan,
  guide: SeriesInfo['guide'],
): readonly string[] {
  if (searched.reach === 'none') return ['Nobody looked on these days: it is what is known all the same.'];
  const { coverage } = guide.meta;
  const outside = searched.outside ? [`The coverage is ${formatSpan(coverage.from, coverage.to)}`] : [];
  const texts = watchTexts(searched.watches, guide).map(asPart);
  const less =
    texts.length === 0
      ? []
      : [`Of ${formatSpan(span.from, span.to)}, not all was searched alike: ${texts.join('; ')}`];
  return [...outside, ...less];
}

/** A view as the title of a quotation. */
export function quotedView(view: View, { guide }: Pick<Info, 'guide'>): string {
  return viewInWords(view, guide, resolveWindow(view, guide.meta.coverage));
}

function sentence(text: string): string {
  const trimmed = text.trim().replace(/[.;,]$/, '');
  return trimmed === '' ? '' : `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}.`;
}

/**
 * A figure as sentences that can stand in a text without Annals at hand: what it is of, the number with the range of the
 * sources, and what must be known to repeat it.
 */
export function figureSentence({ what, says, notes }: Quoted): string {
  return [`${besideFigure(what)}: ${says}.`, ...notes.map(sentence)].filter((text) => text !== '').join(' ');
}

/** Where a figure is from: publisher, series, revision and as of when its sources speak. */
export function sourceSentence({ guide, revision, published }: Info): string {
  const { meta } = guide;
  const asOf = asOfWords(meta);
  const until = asOf === null ? '' : `, ${asOf}`;
  const publisher = statedText(meta.publisher);
  const who = publisher === null ? '' : `${pageText(publisher)}, `;
  return `Source: ${who}“${pageText(meta.title)}”, revision ${revision.slice(0, 12)} of ${dayInWords(published)}${until}.`;
}

/** A quotation as plain text and as HTML. */
export interface Quotation {
  readonly text: string;
  readonly html: string;
}

/** A sentence with its source and the address that shows the same for good; `url` is absolute. */
export function quotation(said: string, source: string, url: string): Quotation {
  return {
    text: `${said} ${source} ${url}`,
    html: `<p>${escapeXml(said)} <a href="${escapeXml(url)}">${escapeXml(source)}</a></p>`,
  };
}

const TIED: Readonly<Record<Relation, string>> = {
  claimed: 'Claimed by',
  attributed: 'Attributed to',
  suspected: 'Suspected:',
  involved: 'Involving',
};

/** Who is tied to an incident in one way, as a sentence; doubt about a tie stands beside its name. */
function tiedSentence({ guide }: Pick<Info, 'guide'>, links: readonly Link[], relation: Relation): string {
  const names = links
    .filter((link) => link.relation === relation)
    .map(({ actor, claimant, certainty, disputedBy }) => {
      const doubts = [
        ...(certainty === 'certain' ? [] : [certainty]),
        ...(disputedBy.length > 0 ? ['disputed'] : []),
      ];
      const who =
        claimant === null
          ? actorName(guide, actor)
          : `${actorName(guide, claimant)} for ${actorName(guide, actor)}`;
      return `${who}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}`;
    });
  return names.length === 0 ? '' : `${TIED[relation]} ${joinWords([...new Set(names)], 'and')}`;
}

/** What kind of incident it was, where its title does not say it, and the own fields that the table shows unasked, as far as they are stated. */
function kindSentence(info: Pick<SeriesInfo, 'guide' | 'offers'>, incident: Incident): string {
  const { guide } = info;
  return usualColumns(info)
    .filter((column) => column === 'type' || isOwnKey(column))
    .flatMap((column) => {
      const isStated = isOwnKey(column)
        ? ownValue(incident, column.slice(1)) !== undefined
        : incident.type !== null;
      const text = isStated ? cellWords(guide, incident, column, 'apart') : '';
      const isSaid = incident.title.toLowerCase().includes(text.toLowerCase());
      return isSaid ? [] : [`${columnLabel(guide, column)}: ${text}`];
    })
    .join('; ');
}

/** An incident as sentences: what, when and where, of what kind, who is said to have done it, and the casualties that are reported. */
export function incidentSentence(info: Pick<SeriesInfo, 'guide' | 'offers'>, incident: Incident): string {
  const { guide, offers } = info;
  const { title, date, place, links } = incident;
  const isPlaced = place.name !== null && title.toLowerCase().includes(place.name.toLowerCase());
  const casualties = reportedEstimates(offers).map(
    ({ key, label }) => `${label}: ${formatEstimate(incident[propertyOf(key)])}`,
  );
  const parts = [
    [capitalised(title), formatEventDate(date), ...(isPlaced ? [] : [place.name])]
      .filter((text) => text !== null && text !== '')
      .join(', '),
    kindSentence(info, incident),
    ...RELATIONS.map((relation) => tiedSentence({ guide }, links, relation)),
    casualties.join('; '),
    incident.natureDisputed ? natureInDoubt(guide.meta.noun, casualties.length > 0) : '',
  ];
  return parts
    .map((part) => sentence(pageText(part)))
    .filter((text) => text !== '')
    .join(' ');
}
