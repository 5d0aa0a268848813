import { useRef } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { type TieShown, tieShown } from '@/lib/query/info/shown-columns';
import type { Row } from '@/lib/query/result';
import { textWidth } from '@/lib/render/scene/text-width';
import { settle } from '@/lib/series/estimate';
import type { FieldKind } from '@/lib/series/field-kinds';
import { type Column, roleOf } from '@/lib/series/field-table';
import { isOwnKey, ownField } from '@/lib/series/fields';
import { estimateOf } from '@/lib/series/measures';
import type { Estimate, Incident, SeriesGuide } from '@/lib/series/model';
import { besideTitle, cellWords, withoutOpenEnd } from '@/lib/words/cells';
import { figureWords } from '@/lib/words/figures';
import { columnLabel, labelOf } from '@/lib/words/labels';
import { tieDegree } from '@/lib/words/ties';
import { MOST_NAMED } from './actor-cell';

/** The width of a column in pixels: what it may never fall below, and what it can use where there is room. */
export interface ColumnWidth {
  readonly least: number;
  readonly most: number;
}

/** Kinds whose cells are never cut; texts of more than two lines end in an ellipsis. */
const WHOLE: readonly FieldKind[] = ['number', 'day', 'flag'];

/** What columns of texts ask for at least, or for a word so wide, and at most. */
const TEXT = { least: 84, word: 120, most: 220 } as const;
/** Who and how is never cut: only more than this for two lines is. */
const ACTOR = { least: 260, most: 300 } as const;
const TITLE = { least: 150, most: 560 } as const;
/** Room that is left goes to the title first, up to this width. */
const TITLE_FIRST = 230;
/** A date this wide stands in one line, a wider one in two; none is cut but one in a whole sentence. */
const DATE = { line: 120, most: 240 } as const;
/** An address is shown as the name of its host. */
const ADDRESS = 142;
/** The head of a column may ask for this much so as to stand on two lines. */
const MOST_HEAD = 110;

/** Sizes of type in cells and heads, and the padding on both sides with a pixel to spare; see the styles of the table. */
const SIZES = { words: 13, range: 12, head: 12 } as const;
const PADDING = { words: 13, figures: 11 } as const;
/** A head that is sorted by is set bolder than the table of widths knows, with an arrow that reaches into the padding. */
const SORTED = { bold: 1.1, arrow: 4 } as const;
/** The dot of an actor and the blanks beside it. */
const DOT = 18;
/** Titles are set bolder than the table of widths knows. */
const BOLD = 1.08;
/** Between a title and its place. */
const GAP = 8;

/** Where lines of figures end: a range is never broken. */
const BLANKS = /\s+/u;

/** The widest word of a text in pixels: lines may end at blanks and behind hyphens, and nowhere else. */
function widestWord(text: string, size: number, ends = /\s+|(?<=[-‐–—/])/u): number {
  const words = text.split(ends);
  return words.reduce((most, word) => Math.max(most, textWidth(word, size)), 0);
}

/** How wide a text is in pixels on one line, and how wide a column must be for it to stand on two. */
interface TextSize {
  readonly one: number;
  readonly two: number;
  /** Its widest word. */
  readonly word: number;
}

/** Lines that end at blanks leave at most the width of a word unused. */
function sizeOf(one: number, word: number): TextSize {
  return { one, two: Math.max(word, Math.min(one, (one + word) / 2)), word };
}

/** A range stands beneath its figure where there is little room. */
function figureSize(estimate: Estimate): TextSize {
  const settled = settle(estimate);
  const { value, range } = figureWords(settled);
  const figure = textWidth(value, SIZES.words);
  if (settled.best === null || range === null) return sizeOf(figure, widestWord(value, SIZES.words, BLANKS));
  const beneath = textWidth(`(${range})`, SIZES.range);
  const two = Math.max(figure, beneath);
  return { one: figure + textWidth(` (${range})`, SIZES.range), two, word: two };
}

function titleSize(incident: Incident): TextSize {
  const { title } = incident;
  const where = besideTitle(incident);
  const beside = where === null ? 0 : GAP + textWidth(where, SIZES.range);
  const line = textWidth(title, SIZES.words) * BOLD + beside;
  return sizeOf(line, widestWord(title, SIZES.words) * BOLD);
}

/** What the cell of the actor says; see ActorCell. */
function namedInCell(guide: SeriesGuide, { links }: Incident, ties: TieShown): string {
  if (links.length === 0) return labelOf(guide, 'actor', 'none');
  const degrees = links.map((link) => tieDegree(link, ties));
  const inBrackets = (words: string | undefined) =>
    words === undefined || words === '' ? '' : ` (${words})`;
  const alike = links.length > 1 && new Set(degrees).size === 1;
  const named = links.slice(0, MOST_NAMED).map(({ actor, disputedBy }, at) => {
    const tag = ties === 'apart' || disputedBy.length === 0 ? '' : ' disputed';
    return `${labelOf(guide, 'actor', actor)}${alike ? '' : inBrackets(degrees[at])}${tag}`;
  });
  const more = links.length > MOST_NAMED ? ` and ${links.length - MOST_NAMED} more` : '';
  return `${named.join(', ')}${more}${alike ? inBrackets(degrees[0]) : ''}`;
}

const MEASURED = new WeakMap<Incident, Map<string, TextSize>>();

/** How wide the text of a cell is; measured once. */
function cellSize(guide: SeriesGuide, incident: Incident, column: Column, ties: TieShown): TextSize {
  const known = MEASURED.get(incident) ?? new Map<string, TextSize>();
  MEASURED.set(incident, known);
  const key = `${column} ${ties}`;
  const width = known.get(key) ?? measured(guide, incident, column, ties);
  known.set(key, width);
  return width;
}

function measured(guide: SeriesGuide, incident: Incident, column: Column, ties: TieShown): TextSize {
  const estimate = estimateOf(column);
  if (estimate !== undefined) return figureSize(incident[estimate.property]);
  if (column === 'title') return titleSize(incident);
  const words =
    column === 'actor' ? namedInCell(guide, incident, ties) : cellWords(guide, incident, column, ties);
  const shown = column === 'date' ? withoutOpenEnd(words) : words;
  const dots = column === 'actor' ? Math.min(MOST_NAMED, incident.links.length) * DOT : 0;
  return sizeOf(textWidth(shown, SIZES.words) + dots, widestWord(shown, SIZES.words) + (dots > 0 ? DOT : 0));
}

function kindOf(guide: SeriesGuide, column: Column): FieldKind {
  return (isOwnKey(column) ? ownField(guide, column) : roleOf(column))?.kind ?? 'text';
}

/** What a column may take at least and at most for texts of this size; kinds that are never cut get all that they ask for. */
function limitsOf(column: Column, kind: FieldKind, { one, two, word }: TextSize): ColumnWidth {
  if (column === 'title') return TITLE;
  if (column === 'actor') return ACTOR;
  if (column === 'date') return { least: one <= DATE.line ? one : DATE.most, most: DATE.most };
  if (WHOLE.includes(kind)) return { least: two, most: one };
  return kind === 'address'
    ? { least: TEXT.least, most: ADDRESS }
    : { ...TEXT, least: Math.min(TEXT.word, Math.max(TEXT.least, word)) };
}

/** What the head of a column asks for: its widest word, and half of all of them. */
function headWidth(label: string): number {
  const half = Math.min(MOST_HEAD, textWidth(label, SIZES.head) / 2 + PADDING.words);
  const word = widestWord(label, SIZES.head) * SORTED.bold + SORTED.arrow;
  return Math.ceil(Math.max(half, word + PADDING.words));
}

/** The width of a column that holds texts of this size. */
function widthOf(guide: SeriesGuide, column: Column, size: TextSize): ColumnWidth {
  const kind = kindOf(guide, column);
  const head = headWidth(columnLabel(guide, column));
  const padding = kind === 'number' ? PADDING.figures : PADDING.words;
  const [one, two, word] = [size.one, size.two, size.word].map((width) => Math.ceil(width) + padding) as [
    number,
    number,
    number,
  ];
  const { least, most } = limitsOf(column, kind, { one, two, word });
  // A date that has room in one line has one.
  const asked = column === 'date' && one <= DATE.line ? one : two;
  return { least: Math.max(head, Math.min(least, asked)), most: Math.max(head, Math.min(most, one)) };
}

const NO_TEXT: TextSize = { one: 0, two: 0, word: 0 };

function widest(sizes: readonly TextSize[]): TextSize {
  const most = (part: keyof TextSize) => Math.max(...sizes.map((size) => size[part]));
  return { one: most('one'), two: most('two'), word: most('word') };
}

/**
 * The widths of the columns by the lines of the rows that are drawn, so that no date and no figure is ever cut. While the rows of one
 * listing scroll by they only grow, so that columns do not go to and fro; `listing` names it.
 */
export function useColumnWidths(
  info: SeriesInfo,
  columns: readonly Column[],
  { rows, listing }: { readonly rows: readonly Row[]; readonly listing: string },
): ReadonlyMap<Column, ColumnWidth> {
  const { guide } = info;
  const ties = tieShown(info, columns);
  const seen = useRef({ listing, sizes: new Map<Column, TextSize>() });
  if (seen.current.listing !== listing) seen.current = { listing, sizes: new Map() };
  const { sizes } = seen.current;
  for (const column of columns) {
    const all = rows.map(({ incident }) => cellSize(guide, incident, column, ties));
    sizes.set(column, widest([sizes.get(column) ?? NO_TEXT, ...all]));
  }
  return new Map(columns.map((column) => [column, widthOf(guide, column, sizes.get(column) ?? NO_TEXT)]));
}

/** The columns that have room in a width, without the last ones that have none; those of `kept` always stand. */
export function fittingColumns(
  widths: ReadonlyMap<Column, ColumnWidth>,
  room: number,
  kept: readonly Column[],
): ReadonlyMap<Column, ColumnWidth> {
  const last = [...widths.keys()].findLast((column) => !kept.includes(column));
  if (leastTogether(widths) <= room || last === undefined) return widths;
  return fittingColumns(new Map([...widths].filter(([column]) => column !== last)), room, kept);
}

/** The least that columns are wide together, in pixels. */
export function leastTogether(widths: ReadonlyMap<Column, ColumnWidth>): number {
  return [...widths.values()].reduce((sum, { least }) => sum + least, 0);
}

/**
 * The widths of the columns as CSS, in the table's container. What the container is wider than all of them at their least goes to the
 * title first, then to all by what they can still use; the title is null and takes what the others leave.
 */
export function cssWidths(widths: ReadonlyMap<Column, ColumnWidth>): readonly (string | null)[] {
  const title = widths.get('title') ?? TITLE;
  const first = Math.max(0, Math.min(TITLE_FIRST, title.most) - title.least);
  const taken = leastTogether(widths) + first;
  const useful = ({ least, most }: ColumnWidth) => most - least;
  const all = [...widths.values()].reduce((sum, one) => sum + useful(one), 0) - first;
  return [...widths].map(([column, width]) => {
    if (column === 'title') return null;
    if (useful(width) === 0) return `${width.least}px`;
    const share = (useful(width) / all).toFixed(4);
    return `clamp(${width.least}px, ${width.least}px + (100cqi - ${taken}px) * ${share}, ${width.most}px)`;
  });
}
