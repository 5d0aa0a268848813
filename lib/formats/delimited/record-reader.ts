/**
 * `whole`: as RFC 4180 has it. `loose`: quotation marks stand where they should not, and are taken literally. `unended`:
 * the last one, and no line break ends it. `torn`: a quotation mark that opens in it is never closed; its cell is the
 * line it stands on. `long`: longer than the limit; its cell is how it begins.
 */
export type RecordState = 'whole' | 'loose' | 'unended' | 'torn' | 'long';

/** One record of a delimited text. An empty line is none. */
export interface TextRecord {
  /** The line of the text on which it begins, from 1. CR, LF and CRLF each end a line, inside of cells as well. */
  readonly line: number;
  readonly cells: string[];
  readonly state: RecordState;
}

interface Scan {
  readonly cells: string[];
  readonly state: 'whole' | 'loose' | 'torn' | 'open';
  /** Where the record ends, before its line break. */
  readonly end: number;
  readonly breaks: number;
}

const [QUOTE, LF, CR, SPACE, TAB] = [34, 10, 13, 32, 9];
const SHOWN = 200;

/**
 * Reads records from text that comes in parts. It looks at every character once or twice, keeps no more than the record it
 * is in, and gives up on a record at the limit: then, as with a quotation mark that is never closed, it goes on with the
 * line after the one on which the record began. A library would be less to read, but none does this: papaparse swallows
 * the file behind a torn quotation mark, knows one kind of line break in a file and no lines; udsv makes one row of a
 * short one and the next; csv-parse takes four times as long.
 */
export class RecordReader {
  private text = '';
  private at = 0;
  private line: number;
  private ended = false;
  /** Passing over the rest of a line that is too long. */
  private skipping = false;
  /** The next LF, CR and delimiter at or after where they were last looked for; -1 is "not looked for yet". */
  private lf = -1;
  private cr = -1;
  private mark = -1;
  /** The same as they were when the record was begun, for going back to it. */
  private begun = { lf: -1, cr: -1, mark: -1 };
  /** Cells of a full record, where they are known: then a closing mark found lines later by accident is told from a real one. */
  width: number | null = null;
  /** The line after which that width holds. */
  widthAfter = 0;

  constructor(
    private readonly delimiter: string,
    private readonly limit: number,
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  /** Characters that are held until there are more. */
  get held(): number {
    return this.text.length - this.at;
  }

  /** The line on which the next record, or an empty line before it, begins. */
  get nextLine(): number {
    return this.line;
  }

  /** Takes the text that follows. */
  feed(text: string): void {
    this.text = this.held === 0 ? text : this.text.slice(this.at) + text;
    this.at = 0;
    this.lf = this.cr = this.mark = -1;
  }

  /** Says that nothing follows. */
  end(): void {
    this.ended = true;
  }

  /** The next record, or null where more text must come first. */
  next(): TextRecord | null {
    if (this.skipping && !this.skipLine()) return null;
    if (!this.skipEmptyLines()) return null;
    const scan = this.scan(this.at);
    if (scan.state === 'torn' || this.tooLong(scan) || this.isAccident(scan)) return this.giveUp();
    const past = this.pastBreak(scan.end);
    if (scan.state === 'open' && this.ended) return this.giveUp();
    if (scan.state === 'open' || past === null) {
      this.rewind();
      return null;
    }
    const line = this.line;
    this.line += scan.breaks + 1;
    this.at = past;
    return { line, cells: scan.cells, state: past === scan.end ? 'unended' : scan.state };
  }

  private tooLong(scan: Scan): boolean {
    return (scan.state === 'open' ? this.text.length : scan.end) - this.at > this.limit;
  }

  /** Whether the record goes over several lines and has the wrong width, while its first line alone has the right one. */
  private isAccident({ state, breaks, cells }: Scan): boolean {
    if (
      state === 'open' ||
      breaks === 0 ||
      this.width === null ||
      this.line <= this.widthAfter ||
      cells.length === this.width
    )
      return false;
    const first = this.text.slice(this.at, Math.min(this.begun.lf, this.begun.cr));
    return first.split(this.delimiter).length === this.width;
  }

  /** Takes the line on which the record begins for all of it. */
  private giveUp(): TextRecord | null {
    this.rewind();
    const end = this.lineEnd(this.at);
    const whole = end - this.at <= this.limit;
    if (whole && end === this.text.length && !this.ended) return null;
    const cells = [this.text.slice(this.at, whole ? end : this.at + SHOWN)];
    const record: TextRecord = { line: this.line, cells, state: whole ? 'torn' : 'long' };
    this.skipping = true;
    this.at = end;
    this.skipLine();
    return record;
  }

  /** Goes past the next line break; false where it has not come yet. */
  private skipLine(): boolean {
    const end = this.lineEnd(this.at);
    const past = this.pastBreak(end);
    this.at = past ?? end;
    if (past === null) return false;
    this.skipping = false;
    this.line += 1;
    return true;
  }

  /** Goes to the next line that has something on it; false where it has not come yet. */
  private skipEmptyLines(): boolean {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== LF && code !== CR) return this.at < this.text.length;
      const past = this.pastBreak(this.at);
      if (past === null) return false;
      this.at = past;
      this.line += 1;
    }
  }

  /** Where the line that `from` stands on ends, before its line break. */
  private lineEnd(from: number): number {
    if (this.lf < from) this.lf = this.find('\n', from);
    if (this.cr < from) this.cr = this.find('\r', from);
    return this.lf < this.cr ? this.lf : this.cr;
  }

  private nextMark(from: number): number {
    if (this.mark < from) this.mark = this.find(this.delimiter, from);
    return this.mark;
  }

  /** Where `wanted` stands next; the end of the text where it does not. */
  private find(wanted: string, from: number): number {
    const found = this.text.indexOf(wanted, from);
    return found < 0 ? this.text.length : found;
  }

  /** Where the text goes on after the line break at `end`; null where it cannot be known yet. */
  private pastBreak(end: number): number | null {
    const length = this.text.length;
    if (end >= length) return this.ended ? end : null;
    if (this.text.charCodeAt(end) !== CR) return end + 1;
    if (end + 1 === length && !this.ended) return null;
    return this.text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  private rewind(): void {
    this.lf = this.begun.lf;
    this.cr = this.begun.cr;
    this.mark = this.begun.mark;
  }

  private begin(): void {
    this.begun.lf = this.lf;
    this.begun.cr = this.cr;
    this.begun.mark = this.mark;
  }

  private scan(start: number): Scan {
    const cells: string[] = [];
    let [at, breaks, loose, end] = [start, 0, false, this.lineEnd(start)];
    this.begin();
    for (;;) {
      let stop: number;
      if (this.text.charCodeAt(at) === QUOTE) {
        const cell = this.quoted(at, end);
        if (cell === 'open' || cell === 'torn') return { cells, state: cell, end: at, breaks };
        cells.push(cell.text);
        loose ||= cell.loose;
        stop = cell.stop;
        if (stop > end) {
          breaks += this.breaksBetween(end, stop);
          end = this.lineEnd(stop);
        }
      } else {
        const mark = this.nextMark(at);
        stop = mark < end ? mark : end;
        cells.push(this.text.slice(at, stop));
      }
      if (stop >= end) return { cells, state: loose ? 'loose' : 'whole', end, breaks };
      at = stop + 1;
    }
  }

  /** The cell whose quotation mark opens at `open`, and where what follows it begins. `end` is the end of its line. */
  private quoted(
    open: number,
    end: number,
  ): { text: string; stop: number; loose: boolean } | 'open' | 'torn' {
    const { text } = this;
    let [doubled, loose] = [false, false];
    for (let from = open + 1; ; ) {
      const quote = text.indexOf('"', from);
      if (loose && (quote < 0 || quote >= end)) return this.literal(open, end);
      if (quote < 0) return 'open';
      if (text.charCodeAt(quote + 1) === QUOTE) {
        doubled = true;
        from = quote + 2;
        continue;
      }
      const stop = this.afterQuote(quote + 1);
      if (stop === 'open') return 'open';
      if (stop !== null) {
        const inner = text.slice(open + 1, quote);
        return { text: doubled ? inner.replaceAll('""', '"') : inner, stop, loose };
      }
      if (quote > end) return 'torn';
      loose = true;
      from = quote + 1;
    }
  }

  /** A cell that begins with a quotation mark which means nothing. */
  private literal(open: number, end: number): { text: string; stop: number; loose: boolean } | 'open' {
    if (end === this.text.length && !this.ended) return 'open';
    const mark = this.nextMark(open);
    const stop = mark < end ? mark : end;
    return { text: this.text.slice(open, stop), stop, loose: true };
  }

  /** Where the delimiter or line break after a closing mark stands, blanks passed over; null where there is neither. */
  private afterQuote(from: number): number | 'open' | null {
    for (let at = from; ; at += 1) {
      if (at >= this.text.length) return this.ended ? at : 'open';
      const code = this.text.charCodeAt(at);
      if (code === LF || code === CR || code === this.delimiter.charCodeAt(0)) return at;
      if (code !== SPACE && code !== TAB) return null;
    }
  }

  /** Line breaks from the one at `from` to before `to`. */
  private breaksBetween(from: number, to: number): number {
    let breaks = 0;
    for (let at = from; at < to; breaks += 1) {
      const past = this.text.charCodeAt(at) === CR && this.text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
      at = this.lineEnd(past);
    }
    return breaks;
  }
}
