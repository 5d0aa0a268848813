import { RecordReader } from './record-reader';

/** What separates cells, and how well it does. */
export interface FoundDelimiter {
  readonly delimiter: string;
  /** `sep`: the first line says so. `none`: nothing separates the lines; each is one cell. */
  readonly by: 'sep' | 'shape' | 'none';
}

interface Score {
  readonly delimiter: string;
  readonly width: number;
  /** The share of the records that have that width, from 0 to 1. */
  readonly share: number;
  /** Whether the first record has it. */
  readonly first: boolean;
}

/** The likelier to stand for itself, the earlier. */
const USUAL = ['\t', '|', ';', ','];
/** Marks that stand in dates, numbers, addresses and prose. */
const PROSE = /[\p{L}\p{N}"'’“”«».,;\t|()[\]{}<>+\-–—/\\@%&?_\r\n]/u;
const MOST_RECORDS = 200;
const ENOUGH = 0.5;
const GOOD = 0.9;
const STRICT = 0.98;
/** A character that no text has. */
const NOTHING = '\u001f';

/** The first records of a text as a delimiter makes them, blank lines left out. */
function cut(text: string, delimiter: string, whole: boolean): { widths: number[]; odd: number } {
  const reader = new RecordReader(delimiter, text.length);
  reader.feed(text);
  if (whole) reader.end();
  const widths: number[] = [];
  let odd = 0;
  while (widths.length < MOST_RECORDS) {
    let record = reader.next();
    if (record === null && widths.length === 0) {
      reader.end();
      record = reader.next();
    }
    if (record === null) break;
    if (record.cells.join('').trim() === '') continue;
    const torn = record.state === 'torn';
    widths.push(torn ? (record.cells[0] ?? '').split(delimiter).length : record.cells.length);
    if (torn || record.state === 'loose') odd += 1;
  }
  return { widths, odd };
}

/** The number that stands most often in a list; the greater of two that do equally often. */
export function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0],
  )[0];
}

function scoreOf(text: string, delimiter: string, whole: boolean): Score {
  const { widths, odd } = cut(text, delimiter, whole);
  const width = commonest(widths);
  const even = widths.filter((one) => one === width).length;
  const share = widths.length === 0 ? 0 : Math.max(0, even - odd / 2) / widths.length;
  return { delimiter, width, share, first: widths[0] === width };
}

function best(scores: readonly Score[], least: number): Score | null {
  const fit = scores.filter(({ width, share }) => width > 1 && share >= least);
  fit.sort((one, other) => other.share - one.share || other.width - one.width);
  return fit[0] ?? null;
}

/** Any other character of the first line could be it, if it cuts all lines alike. */
function unusual(text: string, whole: boolean): Score | null {
  const line = /\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const marks = [...new Set(line.slice(0, 2000))].filter((one) => one.length === 1 && !PROSE.test(one));
  const scores = marks.slice(0, 20).map((mark) => scoreOf(text, mark, whole));
  return best(
    scores.filter(({ first }) => first),
    STRICT,
  );
}

/** The `sep=;` that Excel writes before the header. */
export function sepLine(text: string): string | null {
  return /^"?sep=([^\r\n"])"?[\s]*?(?:\r|\n)/i.exec(text)?.[1] ?? null;
}

/** Finds what separates the cells of a text by what cuts most of its first records to one width. `whole`: it is all there is. */
export function sniffDelimiter(text: string, whole: boolean): FoundDelimiter {
  const said = sepLine(text);
  if (said !== null) return { delimiter: said, by: 'sep' };
  const usual = best(
    USUAL.map((one) => scoreOf(text, one, whole)),
    ENOUGH,
  );
  const found = usual && usual.share >= GOOD ? usual : (unusual(text, whole) ?? usual);
  if (found !== null) return { delimiter: found.delimiter, by: 'shape' };
  return { delimiter: [...USUAL].reverse().find((one) => !text.includes(one)) ?? NOTHING, by: 'none' };
}
