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
import { cellWords, withoutOpenEnd } from '@/lib/words/cells';
import { figureWords } from '@/lib/words/figures';
import { columnLabel } from '@/lib/words/labels';
import { MOST_NAMED } from './actor-cell';

/** The width of a column in pixels: what it may never fall below, and what it can use where there is room. */
export interface ColumnWidth {
  readonly least: number;
  readonly most: number;
}

/** Kinds whose cells are never cut; texts end in an ellipsis, and stand whole in their title. */
const WHOLE: readonly FieldKind[] = ['number', 'day', 'flag'];

/** What columns of texts ask for at least where their words are long, and at most. */
const TEXT = { least: 84, most: 220 } as const;
const ACTOR = { least: 132, most: 300 } as const;
const TITLE = { least: 140, most: 560 } as const;
/** Room that is left goes to the title first, up to this width. */
const TITLE_FIRST = 230;
/** No date is cut but one in a whole sentence. */
const MOST_DATE = 240;
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

/** The widest word of a text in pixels: lines may end at blanks and behind hyphens, and nowhere else. */
function widestWord(text: string, size: number): number {
  const words = text.split(/\s+|(?<=[-‐–—/])/u);
  return words.reduce((most, word) => Math.max(most, textWidth(word, size)), 0);
}

function figureWidth(estimate: Estimate): number {
  const settled = settle(estimate);
  const { value, range } = figureWords(settled);
  const beside = range === null || settled.best === null ? 0 : textWidth(` (${range})`, SIZES.range);
  return textWidth(value, SIZES.words) + beside;
}

function titleWidth({ title, place }: Incident): number {
  const beside = place.name === null ? 0 : GAP + textWidth(place.name, SIZES.range);
  return textWidth(title, SIZES.words) * BOLD + beside;
}

const MEASURED = new WeakMap<Incident, Map<string, number>>();

/** How wide the line of a cell is; measured once. */
function cellWidth(guide: SeriesGuide, incident: Incident, column: Column, ties: TieShown): number {
  const known = MEASURED.get(incident) ?? new Map<string, number>();
  MEASURED.set(incident, known);
  const key = `${column} ${ties}`;
  const width = known.get(key) ?? measured(guide, incident, column, ties);
  known.set(key, width);
  return width;
}

function measured(guide: SeriesGuide, incident: Incident, column: Column, ties: TieShown): number {
  const estimate = estimateOf(column);
  if (estimate !== undefined) return figureWidth(incident[estimate.property]);
  if (column === 'title') return titleWidth(incident);
  const words = cellWords(guide, incident, column, ties);
  if (column === 'date') return textWidth(withoutOpenEnd(words), SIZES.words);
  const dots = column === 'actor' ? Math.min(MOST_NAMED, incident.links.length) * DOT : 0;
  return textWidth(words, SIZES.words) + dots;
}

function kindOf(guide: SeriesGuide, column: Column): FieldKind {
  return (isOwnKey(column) ? ownField(guide, column) : roleOf(column))?.kind ?? 'text';
}

/** What a column of texts may take; of the kinds that are never cut, all that they ask for. */
function limitsOf(column: Column, kind: FieldKind, asked: number): ColumnWidth {
  if (column === 'title') return TITLE;
  if (column === 'actor') return ACTOR;
  if (column === 'date') return { least: MOST_DATE, most: MOST_DATE };
  if (WHOLE.includes(kind)) return { least: asked, most: asked };
  return kind === 'address' ? { least: TEXT.least, most: ADDRESS } : TEXT;
}

/** What the head of a column asks for: its widest word, and half of all of them. */
function headWidth(label: string): number {
  const half = Math.min(MOST_HEAD, textWidth(label, SIZES.head) / 2 + PADDING.words);
  const word = widestWord(label, SIZES.head) * SORTED.bold + SORTED.arrow;
  return Math.ceil(Math.max(half, word + PADDING.words));
}

/** The width of a column that holds a line this wide. */
function widthOf(guide: SeriesGuide, column: Column, line: number): ColumnWidth {
  const kind = kindOf(guide, column);
  const head = headWidth(columnLabel(guide, column));
  const asked = Math.ceil(line) + (kind === 'number' ? PADDING.figures : PADDING.words);
  const { least, most } = limitsOf(column, kind, asked);
  return {
    least: Math.max(head, Math.min(least, asked)),
    most: Math.max(head, Math.min(most, asked)),
  };
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
  const seen = useRef({ listing, lines: new Map<Column, number>() });
  if (seen.current.listing !== listing) seen.current = { listing, lines: new Map() };
  const { lines } = seen.current;
  for (const column of columns) {
    const widths = rows.map(({ incident }) => cellWidth(guide, incident, column, ties));
    lines.set(column, Math.max(lines.get(column) ?? 0, ...widths));
  }
  return new Map(columns.map((column) => [column, widthOf(guide, column, lines.get(column) ?? 0)]));
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
