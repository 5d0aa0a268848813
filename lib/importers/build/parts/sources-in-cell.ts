import { splitCell } from '../cells/split-cell';

const ADDRESS = /https?:\/\//i;
/**
 * Where a new address begins behind a sign, or behind another address and white space. One inside another, as archives have
 * it, has neither before it; one behind words and a blank belongs to them.
 */
const BEFORE_ADDRESS =
  /\s*[,;|،؛，；、]\s*(?=[<([{"']*https?:\/\/)|(?<=https?:\/\/\S+)\s+(?=[<([{"']*https?:\/\/)/i;
const SIGNS_AROUND = /^[\s,;|.:–—،؛-]+|[\s,;|،؛]+$/g;

/** An address without the signs that belong to the sentence around it: a bracket stays where it was opened inside. */
export function trimAddress(text: string): string {
  let address = text.replace(/^[<([{"'“‘]+/, '');
  for (;;) {
    const last = address.at(-1) ?? '';
    const opens = { ')': '(', ']': '[', '}': '{' }[last];
    const isLoose = opens !== undefined && address.split(opens).length < address.split(last).length;
    if (!isLoose && !/[.,;:|!?>"'”’،؛，；、。]/.test(last)) return address;
    address = address.slice(0, -1);
  }
}

/** Pieces that a separator has cut out of one address, put together again: no new one begins with a blank or `http`. */
function rejoined(pieces: readonly string[], separator: string): readonly string[] {
  const whole: string[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    const isInside = before !== undefined && /https?:\/\/\S*$/i.test(before) && /^[^\s]/.test(piece);
    if (isInside && !/^(?:https?:|www\.)/i.test(piece)) whole[whole.length - 1] = before + separator + piece;
    else whole.push(piece);
  }
  return whole;
}

/** An address, and what is said beside it as a source of its own: a paper's name behind a comma. */
function membersOf(piece: string): readonly string[] {
  const at = piece.search(ADDRESS);
  const text = piece.replace(SIGNS_AROUND, '').trim();
  if (at < 0) return text === '' ? [] : [text];
  if (!/\s/.test(text) && /^[<([{"'“‘]*https?:/i.test(text)) return [trimAddress(text)];
  const found = /(https?:\/\/\S+)(.*)$/is.exec(piece);
  const behind = (found?.[2] ?? '').trim();
  if (at > 0 || !/[,;|]$/.test(found?.[1] ?? '')) return [text];
  return [trimAddress(found?.[1] ?? ''), ...membersOf(behind)];
}

/**
 * The sources in a cell. Addresses are parted at line ends, and at commas, blanks, semicolons and bars where the next one
 * begins; a sign inside an address stays in it, and none ends in punctuation. A cell without addresses is parted by the
 * separator alone.
 */
export function sourcesIn(cell: string, separator: string | null): readonly string[] {
  if (!ADDRESS.test(cell)) return splitCell(cell, separator);
  const lines = cell.split(/[\r\n]+/);
  const parts = lines.flatMap((line) => {
    if (separator === null || separator === '' || separator === ' ' || separator === '\n') return [line];
    const pieces = line.split(separator);
    return separator === ',' || separator === ';' || separator === ', '
      ? rejoined(pieces, separator)
      : pieces;
  });
  const members = parts.flatMap((part) => part.split(BEFORE_ADDRESS)).flatMap(membersOf);
  return [...new Set(members)];
}
