import { showable } from '../../text/fold';
import { fitText, textWidth } from '../text-width';

/** Longer texts are cut before they are wrapped; no picture has room for more. */
const MOST_CHARACTERS = 4000;

/**
 * Text without what can reorder or hide it: control characters and the marks that override the direction of writing.
 * Letters of right-to-left scripts keep the direction they have by themselves, and marks that have only one of their own
 * stay: they reach no further than the signs beside them.
 */
export function plainText(text: string): string {
  return showable(text.slice(0, MOST_CHARACTERS))
    .replaceAll('\ufeff', '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}

/** A name that stands before a figure: written from right to left, it must not take the figure to its other side. */
export function besideFigure(name: string): string {
  const text = plainText(name);
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(text)
    ? `${text}\u200e`
    : text;
}

/** Where a line may end: at spaces, and between letters of scripts that are written without them. */
function piecesOf(text: string): readonly string[] {
  return (
    text.match(
      /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]+\s*|\s+/gu,
    ) ?? []
  );
}

/** A piece that is wider than a line, in parts that fit. */
function broken(piece: string, size: number, room: number): readonly string[] {
  if (textWidth(piece.trimEnd(), size) <= room) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && textWidth(part + character, size) > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

/** Text in lines no wider than `room` pixels; beyond `most` lines the last ends with an ellipsis. */
export function wrapText(text: string, size: number, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(plainText(text)).flatMap((one) => broken(one, size, room))) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    if (lines.length > most) break;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const rest = `${lines[most - 1]} ${lines[most]}`;
  return [...lines.slice(0, most - 1), fitText(rest, size, room) || '…'];
}
