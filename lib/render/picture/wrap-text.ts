import { oneLine } from '../../text/one-line';
import { fitText, textWidth } from '../scene/text-width';

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
  for (const piece of piecesOf(oneLine(text)).flatMap((one) => broken(one, size, room))) {
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
