import { readSuspicion } from '../../cells/suspicion';
import type { ColumnProfile } from '../../survey/survey';
import { isPlaceholder } from '../actors/placeholders';

/** Signs that part names in a cell, the surer first, and how many of the parts must be known as names by themselves. */
const SIGNS: readonly { readonly sign: string; readonly share: number }[] = [
  // Names have no bars in them, and lists of JSON documents are joined by them.
  { sign: '|', share: 0 },
  { sign: ';', share: 0.2 },
  { sign: '\n', share: 0.5 },
  { sign: ' / ', share: 0.4 },
  { sign: '/', share: 0.6 },
  { sign: ' & ', share: 0.6 },
  { sign: ', ', share: 0.6 },
  { sign: ',', share: 0.7 },
];
/** Cells that must have the sign, unless every part of one is known by itself. */
const FEWEST_CELLS = 2;
const MOST_CHARACTERS = 400;

const partsOf = (text: string, sign: string) =>
  text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '');

type Value = ColumnProfile['values'][number];

interface Evidence {
  readonly cells: number;
  readonly known: number;
}

/**
 * In how many cells a sign parts something, and which share of the parts stand by themselves in other cells. For signs
 * that names hardly have in them, a part also counts as known that stands in two different cells.
 */
function evidenceFor(values: readonly Value[], sign: string, loose: boolean): Evidence {
  const several = values
    .filter(([text]) => text.includes(sign))
    .map(([text, count]) => ({ parts: partsOf(text, sign), count }))
    .filter(({ parts }) => parts.length > 1);
  const parts = several.flatMap((one) => one.parts);
  const alone = new Set(values.filter(([text]) => !text.includes(sign)).map(([text]) => text));
  const times = new Map<string, number>();
  for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  const isKnown = (part: string) => {
    const { name, isSuspected } = readSuspicion(part);
    return isSuspected || alone.has(name) || (loose && (times.get(part) ?? 0) > 1);
  };
  const known = parts.filter(isKnown);
  return {
    cells: several.reduce((sum, { count }) => sum + count, 0),
    known: parts.length === 0 ? 0 : known.length / parts.length,
  };
}

/** What parts several names in the cells of a column, by what stands in them; null where a cell is one name. */
export function findSeparator({ values }: Pick<ColumnProfile, 'values'>): string | null {
  const named = values.filter(([text]) => text.length < MOST_CHARACTERS && !isPlaceholder(text));
  for (const { sign, share } of SIGNS) {
    const { cells, known } = evidenceFor(named, sign, share < 0.3);
    const fewest = share === 0 || known === 1 ? 1 : FEWEST_CELLS;
    if (cells >= fewest && known >= share) return sign;
  }
  return null;
}

/** The names in a cell, trimmed; the cell itself where nothing parts them. */
export function namesIn(text: string, separator: string | null): readonly string[] {
  const whole = text.trim();
  if (separator === null) return whole === '' ? [] : [whole];
  return partsOf(whole, separator);
}
