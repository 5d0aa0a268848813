/** One record of a CSV text. `line` is the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The line of the record in which a quotation mark is torn, and how. */
export interface TornQuote {
  readonly line: number;
  readonly reason: string;
}

const [QUOTE, COMMA, LF, CR] = [34, 44, 10, 13];
/** A record of more characters than this is one whose quotation mark is never closed. */
const LONGEST = 64_000_000;

const NEVER_CLOSED = 'a quotation mark that opens here is never closed';
const INSIDE = 'a quotation mark stands inside a cell that is not quoted';
const AFTER = 'text follows a closing quotation mark';

type Torn = typeof INSIDE | typeof AFTER;
type CellEnd = 'whole' | 'open' | Torn;

/**
 * Reads CSV as RFC 4180 has it, from text that comes in parts: commas, quotes doubled inside quotes, LF or CRLF. Empty lines are
 * passed over. Unlike the reader of `lib/formats/delimited`, which makes the best of any file, it takes nothing that is not so:
 * a package says what it is, and a torn quotation mark in one is a mistake to be mended.
 */
export class CsvReader {
  private text = '';
  private at = 0;
  private line = 1;
  private ended = false;
  private fault: TornQuote | null = null;
  /** Where the next of each mark stands at or after where it was last looked for. */
  private readonly next = { quote: -1, comma: -1, lf: -1 };

  /** Where a quotation mark is torn; nothing is read after it. */
  get torn(): TornQuote | null {
    return this.fault;
  }

  /** Characters that are held until there are more. */
  get held(): number {
    return this.text.length - this.at;
  }

  /** Takes the text that follows; null says that nothing does. */
  feed(text: string | null): void {
    this.text = this.text.slice(this.at) + (text ?? '');
    this.ended ||= text === null;
    this.at = 0;
    this.look(0);
  }

  /** The next record; null where more text must come first, or none does. */
  read(): CsvRecord | null {
    this.skipEmptyLines();
    if (this.fault !== null || this.at >= this.text.length) return null;
    const [begun, line] = [this.at, this.line];
    const cells = this.cells();
    if (typeof cells === 'object') return { line, cells };
    this.at = begun;
    this.line = line;
    this.look(begun);
    if (cells !== 'open') this.fault = { line, reason: cells };
    else if (this.ended || this.held > LONGEST) this.fault = { line, reason: NEVER_CLOSED };
    return null;
  }

  private look(from: number): void {
    this.next.quote = this.next.comma = this.next.lf = from - 1;
  }

  private skipEmptyLines(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      const length = code === LF ? 1 : code === CR && this.text.charCodeAt(this.at + 1) === LF ? 2 : 0;
      if (length === 0) return;
      this.at += length;
      this.line += 1;
    }
  }

  /** Where a mark stands next at or after a place; the end of the text where it does not. */
  private find(name: keyof CsvReader['next'], mark: string, from: number): number {
    if (this.next[name] < from) {
      const found = this.text.indexOf(mark, from);
      this.next[name] = found < 0 ? this.text.length : found;
    }
    return this.next[name];
  }

  /** The cells of the record that begins here; `open` where its end is not there, else why a mark of it is torn. */
  private cells(): string[] | 'open' | Torn {
    const cells: string[] = [];
    for (;;) {
      const isQuoted = this.text.charCodeAt(this.at) === QUOTE;
      const end = isQuoted ? this.quoted(cells) : this.plain(cells);
      if (end !== 'whole') return end;
      const code = this.text.charCodeAt(this.at);
      if (code === COMMA) {
        this.at += 1;
        continue;
      }
      if (this.at === this.text.length) return cells;
      this.at += code === CR ? 2 : 1;
      this.line += 1;
      return cells;
    }
  }

  private plain(cells: string[]): CellEnd {
    const comma = this.find('comma', ',', this.at);
    const lf = this.find('lf', '\n', this.at);
    let end = Math.min(comma, lf);
    if (end === this.text.length && !this.ended) return 'open';
    if (end === lf && end > this.at && end < this.text.length && this.text.charCodeAt(end - 1) === CR)
      end -= 1;
    if (this.find('quote', '"', this.at) < end) return INSIDE;
    cells.push(this.text.slice(this.at, end));
    this.at = end;
    return 'whole';
  }

  private quoted(cells: string[]): CellEnd {
    const open = this.at + 1;
    let isDoubled = false;
    for (let from = open; ; ) {
      const quote = this.find('quote', '"', from);
      const after = this.text.charCodeAt(quote + 1);
      if (quote + 1 >= this.text.length && !(this.ended && quote + 1 === this.text.length)) return 'open';
      if (after === QUOTE) {
        isDoubled = true;
        from = quote + 2;
        continue;
      }
      if (after === CR && quote + 2 >= this.text.length && !this.ended) return 'open';
      if (!this.mayFollow(quote + 1)) return AFTER;
      const inner = this.text.slice(open, quote);
      this.line += breaksIn(inner);
      this.at = quote + 1;
      cells.push(isDoubled ? inner.replaceAll('""', '"') : inner);
      return 'whole';
    }
  }

  /** Whether a cell may end before what stands here. */
  private mayFollow(at: number): boolean {
    const code = this.text.charCodeAt(at);
    const isBreak = code === LF || (code === CR && this.text.charCodeAt(at + 1) === LF);
    return at === this.text.length || code === COMMA || isBreak;
  }
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
