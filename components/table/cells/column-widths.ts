import type { Row, TotalResult } from '@/lib/query/result';
import { textWidth } from '@/lib/render/scene/text-width';
import { idsIn, VALUE_LISTS, type ValueList } from '@/lib/series/facets';
import type { FieldKind } from '@/lib/series/field-kinds';
import { type BuiltInColumn, type Column, roleOf } from '@/lib/series/field-table';
import { isOwnKey, type OwnKey, ownField, ownIds } from '@/lib/series/fields';
import { byEstimate, type EstimateKey } from '@/lib/series/measures';
import type { Estimate, SeriesGuide } from '@/lib/series/model';
import { formatNumber, formatRange } from '@/lib/words/figures';
import { columnLabel, labelOf } from '@/lib/words/labels';

/** Widths in pixels of columns whose words are short, by what they hold; the title takes what is left, and never less than its own. */
const BY_KIND: Readonly<Record<FieldKind, number>> = {
  category: 116,
  number: 92,
  text: 174,
  flag: 72,
  day: 98,
  address: 142,
};

/** The same of columns whose words are known better. */
const USUAL: Readonly<Partial<Record<BuiltInColumn, number>>> = {
  title: 146,
  relation: 142,
  type: 90,
  region: 98,
  place: 124,
  initiator: 92,
  ...byEstimate(() => 84),
  sources: 64,
  id: 150,
};

/** A word may ask for this much; what is longer is an address or the like, and is broken after all. */
const MOST = 320;

/** Columns of words grow with the table, in hundredths of its width, up to this many pixels. */
const GROWTH: Readonly<Partial<Record<BuiltInColumn, readonly [share: number, most: number]>>> = {
  date: [10, 150],
  actor: [12, 200],
  type: [9, 150],
  region: [10, 170],
  place: [12, 200],
};

/** Sizes of type in cells, and their padding on both sides with a pixel to spare; see the styles of the table. */
const SIZES = { words: 13, range: 12 } as const;
const PADDING = { words: 17, figures: 13 } as const;
/** Titles are set bolder than the table of widths knows. */
const BOLD = 1.08;
/** The widest word of some texts in pixels: lines may end at blanks and behind hyphens, and nowhere else. */
function widestWord(texts: readonly (string | null)[], size: number): number {
  const words = texts.flatMap((text) => text?.split(/\s+|(?<=[-‐–—/])/u) ?? []);
  return words.reduce((most, word) => Math.max(most, textWidth(word, size)), 0);
}

/** The width that the largest range of a measure can have: no incident has more than all of them together. */
function rangeWidth({ low, best, high }: Estimate): number {
  const most = high ?? best ?? low ?? 0;
  const range = textWidth(`(${formatRange(most, most)})`, SIZES.range);
  return Math.max(range, textWidth(formatNumber(most), SIZES.words)) + PADDING.figures;
}

/** What the widest word of an own field in some rows asks for, and of its name. */
function ownWidth(guide: SeriesGuide, key: OwnKey, rows: readonly Row[]): number {
  const texts = rows.flatMap(({ incident }) => ownIds(incident, key));
  return widestWord([...texts, columnLabel(guide, key)], SIZES.words) + PADDING.words;
}

/** The least widths of the columns, so that no figure and no word in them is ever broken. */
export function leastWidths(
  guide: SeriesGuide,
  total: Pick<TotalResult, EstimateKey>,
  rows: readonly Row[],
): (column: Column) => number {
  const labels = ({ key, vocabulary }: ValueList) =>
    idsIn(vocabulary, guide).map((id) => labelOf(guide, key, id));
  const words = (texts: readonly (string | null)[]) => widestWord(texts, SIZES.words) + PADDING.words;
  const wide: Partial<Record<BuiltInColumn, number>> = {
    title:
      widestWord(
        rows.map(({ incident }) => incident.title),
        SIZES.words,
      ) *
        BOLD +
      PADDING.words,
    ...Object.fromEntries(VALUE_LISTS.map((role) => [role.key, words(labels(role))])),
    place: words(rows.map(({ incident }) => incident.place.name)),
    ...byEstimate((key) => rangeWidth(total[key])),
  };
  return (id) => {
    const field = isOwnKey(id) ? ownField(guide, id) : roleOf(id);
    const asked = Math.ceil(isOwnKey(id) ? ownWidth(guide, id, rows) : (wide[id] ?? 0));
    const usual = (isOwnKey(id) ? undefined : USUAL[id]) ?? BY_KIND[field?.kind ?? 'text'];
    return Math.max(usual, asked > MOST ? 0 : asked);
  };
}

/** The width of a column as CSS, in the table's container; null for the title, which takes what is left. */
export function columnWidth(id: Column, least: number): string | null {
  if (id === 'title') return null;
  const growth = isOwnKey(id) ? undefined : GROWTH[id];
  return growth ? `clamp(${least}px, ${growth[0]}cqi, ${Math.max(least, growth[1])}px)` : `${least}px`;
}
