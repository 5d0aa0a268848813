import { decodeStream } from '../encoding/decode-stream';
import type { UnpackedSource } from '../source/unpacked-source';

/** A cell that reaches over rows below it: its column from 0, and the last of its rows. */
export interface MergedCell {
  readonly column: number;
  readonly last: number;
}

/** Merged cells by the row of the sheet in which they begin. */
export type MergedCells = ReadonlyMap<number, readonly MergedCell[]>;

const TAG = /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)["']/g;
/** A tag may be cut by the end of a part; none is longer. */
const LONGEST_TAG = 200;
const MOST = 200_000;

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * The cells of a sheet that are merged over several rows. They are listed behind the rows, so that the sheet has to be
 * looked through before. Cells merged over columns alone are titles and need nothing.
 */
export async function mergedCells(source: UnpackedSource, signal?: AbortSignal): Promise<MergedCells> {
  const found = new Map<number, MergedCell[]>();
  let [rest, count] = ['', 0];
  for await (const { text } of decodeStream(source, 'utf-8', signal)) {
    const whole = rest + text;
    rest = whole.slice(-LONGEST_TAG);
    if (!whole.includes('mergeCell')) continue;
    let end = 0;
    for (const match of whole.matchAll(TAG)) {
      const [, letters = '', first, last] = match;
      end = match.index + match[0].length;
      if (Number(last) <= Number(first) || count >= MOST) continue;
      count += 1;
      const known = found.get(Number(first)) ?? [];
      known.push({ column: columnOf(letters), last: Number(last) });
      found.set(Number(first), known);
    }
    // What was read is not read again from the rest.
    rest = whole.slice(Math.max(end, whole.length - LONGEST_TAG));
  }
  return found;
}
