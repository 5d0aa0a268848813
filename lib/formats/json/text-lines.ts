import type { DecodedText } from '../encoding/decode-stream';

/** A line of a text, without its line break. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  /** Whether it has more characters than are kept; `text` is then empty. */
  readonly tooLong: boolean;
  readonly bytes: number;
}

/** The lines of a text that comes in parts, ended by LF or CRLF. Keeps no more than `most` characters of a line. */
export async function* textLines(
  parts: AsyncIterable<DecodedText>,
  most: number,
): AsyncGenerator<TextLine[]> {
  let held: string[] = [];
  let [length, line, read] = [0, 0, 0];
  const take = (text: string, bytes: number): TextLine => {
    line += 1;
    const tooLong = length + text.length > most;
    const whole = tooLong ? '' : held.length === 0 ? text : held.join('') + text;
    held = [];
    length = 0;
    return { line, text: whole.endsWith('\r') ? whole.slice(0, -1) : whole, tooLong, bytes };
  };
  for await (const { text, bytes } of parts) {
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.push(take(text.slice(from, end), bytes));
      from = end + 1;
    }
    const rest = text.slice(from);
    length += rest.length;
    if (length <= most) held.push(rest);
    else held = [];
    read = bytes;
    yield lines;
  }
  if (length > 0) yield [take('', read)];
}
