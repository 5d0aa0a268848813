import type { SeriesInfo } from '../../query/info/series-info';
import { statedText } from '../../series/stated';
import { showable } from '../../text/fold';
import { dayInWords } from '../../time/format';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { asOfWords } from '../../words/provenance';
import { viewInWords } from '../../words/view';

/** What a citation of a view says. Days are `YYYY-MM-DD`. */
export interface Citation {
  readonly dataset: string;
  readonly publisher: string;
  readonly title: string;
  /** The view in words; null where it is the whole series. */
  readonly view: string | null;
  /** The full hash, and the day it was published here. */
  readonly revision: string;
  readonly published: string;
  readonly licence: string;
  /** As of when its sources speak, in words; null where the series does not say. */
  readonly asOf: string | null;
  /** An absolute address that names the revision. */
  readonly url: string;
  readonly accessed: string;
}

/** Collects what a citation of a view needs. `url` is the frozen address, `accessed` the reader's day. */
export function citationOf(view: View, info: SeriesInfo, url: string, accessed: string): Citation {
  const { meta } = info.guide;
  return {
    dataset: meta.id,
    publisher: meta.publisher,
    title: meta.title,
    view: viewInWords(view, info.guide, resolveWindow(view, meta.coverage)),
    revision: info.revision,
    published: info.published,
    licence: meta.licence.name,
    asOf: asOfWords(meta),
    url,
    accessed,
  };
}

/** Text on one line, as it can be shown. */
function plain(text: string): string {
  return showable(text).replace(/\p{Cc}+/gu, ' ');
}

/** A citation as a sentence. */
export function citeAsText({ publisher, title, view, ...rest }: Citation): string {
  const { revision, published, licence, asOf, url, accessed } = rest;
  const shown = view === null ? '' : ` “${view}.”`;
  const [year, by] = [published.slice(0, 4), statedText(publisher)];
  const work = by === null ? `${title} (${year}).` : `${by} (${year}): ${title}.`;
  return plain(
    `${work}${shown} Revision ${revision.slice(0, 12)} of ${dayInWords(published)}${asOf === null ? '' : `, ${asOf}`}${statedText(licence) === null ? '' : `, ${licence}`}. ${url} (accessed ${dayInWords(accessed)}).`,
  );
}

/** What has no field of its own in a reference manager. */
function noteOf({ licence, asOf }: Citation): string {
  const name = statedText(licence);
  const known = [name === null ? null : `Licence: ${name}`, asOf].filter((text) => text !== null);
  return known.join('; ');
}

function parts(day: string): readonly number[] {
  return day.split('-').map(Number);
}

/** A citation as CSL-JSON, as reference managers import it: a list of one item. */
export function citeAsCsl(citation: Citation): string {
  const { dataset, publisher, title, view, revision, published, url, accessed } = citation;
  const item = {
    id: `${dataset}-${revision.slice(0, 12)}`,
    type: 'dataset',
    title: view === null ? title : `${title}: ${view}`,
    author: [{ literal: publisher }],
    publisher,
    version: revision,
    issued: { 'date-parts': [parts(published)] },
    accessed: { 'date-parts': [parts(accessed)] },
    URL: url,
    note: noteOf(citation),
  };
  return JSON.stringify([item], null, 2);
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Text for a BibTeX field: what LaTeX reads as a command is escaped, control characters are spaces. */
function latex(text: string): string {
  return plain(text).replace(/[\\{}$&#%_^~]/g, (character) => LATEX[character] ?? character);
}

/** A citation as a BibTeX entry. */
export function citeAsBibtex(citation: Citation): string {
  const { dataset, publisher, title, view, revision, published, url, accessed } = citation;
  const fields = {
    title: `{${latex(view === null ? title : `${title}: ${view}`)}}`,
    author: `{${latex(publisher)}}`,
    publisher: latex(publisher),
    year: published.slice(0, 4),
    date: published,
    version: revision,
    note: latex(`Revision ${revision.slice(0, 12)}. ${noteOf(citation)}`),
    url,
    urldate: accessed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${dataset}-${revision.slice(0, 12)},\n${lines.join(',\n')}\n}\n`;
}
