import { formatError } from '../errors/format-error';

/** What a pass through XML meets. Names come without prefix; attributes and texts as they are written. */
export interface XmlVisitor {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Characters of one tag or one piece of text: Excel holds 32,767 in a cell. */
const MOST_PIECE = 8_000_000;

/**
 * Reads the XML of workbooks as it comes: tags, texts, CDATA; comments and instructions are passed over. It never expands
 * entities of the document's own, and throws `refused-format` where one declares any, so nothing grows in it. saxes, which checks the
 * whole grammar, needs more than twice as long for a sheet of 600 MB.
 */
export class XmlReader {
  private rest = '';

  constructor(
    private readonly visitor: XmlVisitor,
    private readonly file: string,
  ) {}

  /** Takes the text that follows. */
  feed(part: string): void {
    const text = this.rest + part;
    let at = 0;
    for (;;) {
      const next = this.piece(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MOST_PIECE)
      throw formatError(this.file, 'over-limit', 'its XML has a piece that never ends');
  }

  /** Reads one tag or text; gives where it ends, -1 where it does not end in this text. */
  private piece(text: string, at: number): number {
    const open = text.indexOf('<', at);
    if (open < 0) return -1;
    if (open > at) this.visitor.text(text.slice(at, open));
    const code = text.charCodeAt(open + 1);
    if (code === 33 || code === 63) return this.special(text, open, at);
    const end = code === 47 ? text.indexOf('>', open) : tagEnd(text, open);
    if (end < 0) return open > at ? open : -1;
    if (code === 47) this.visitor.close(localName(text, open + 2, end));
    else this.openTag(text, open + 1, end);
    return end + 1;
  }

  private openTag(text: string, from: number, end: number): void {
    const empty = text.charCodeAt(end - 1) === 47;
    let nameEnd = from;
    while (nameEnd < end && !isNameEnd(text.charCodeAt(nameEnd))) nameEnd += 1;
    const name = localName(text, from, nameEnd);
    this.visitor.open(name, nameEnd === end ? '' : text.slice(nameEnd, end));
    if (empty) this.visitor.close(name);
  }

  /** Comments, CDATA, declarations and instructions. */
  private special(text: string, open: number, at: number): number {
    const [start, stop] = (
      [
        ['<!--', '-->'],
        ['<![CDATA[', ']]>'],
        ['<?', '?>'],
        ['<!', '>'],
      ] as const
    ).find(([begin]) => text.startsWith(begin, open))!;
    const end = text.indexOf(stop, open + start.length);
    if (end < 0 || text.length - open < 9) return open > at ? open : -1;
    if (start === '<!')
      throw formatError(this.file, 'refused-format', 'its XML declares a type, as no workbook does');
    if (start === '<![CDATA[') this.visitor.text(escapeText(text.slice(open + start.length, end)));
    return end + stop.length;
  }
}

function isNameEnd(code: number): boolean {
  return code <= 32 || code === 47;
}

/** Where the tag ends: its first `>` that stands in no attribute, after which a quotation mark would close. */
function tagEnd(text: string, open: number): number {
  for (let end = text.indexOf('>', open); end >= 0; end = text.indexOf('>', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === 47 || text.charCodeAt(before) <= 32) before -= 1;
    const code = text.charCodeAt(before);
    if (code === 34 || code === 39) return end;
    if (!text.slice(open, end).includes('=')) return end;
  }
  return -1;
}

function localName(text: string, from: number, end: number): string {
  const name = text.slice(from, end);
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;');
}

/** The value of an attribute, decoded; null where it is not there. `name` may end a prefixed name: `:id`. */
export function attribute(attributes: string, name: string): string | null {
  let found: string | null = null;
  eachAttribute(attributes, (start, equals, from, end) => {
    const written = attributes.slice(start, equals);
    if (name.startsWith(':') ? written.endsWith(name) : written === name) found = attributes.slice(from, end);
  });
  return found === null ? null : decodeXml(found);
}

/** Where each attribute of a tag stands: its name from `start` to `equals`, its value from `from` to `end`. */
export function eachAttribute(
  attributes: string,
  visit: (start: number, equals: number, from: number, end: number) => void,
): void {
  let start = 0;
  for (let equals = attributes.indexOf('='); equals >= 0; equals = attributes.indexOf('=', start)) {
    while (attributes.charCodeAt(start) <= 32) start += 1;
    let from = equals + 1;
    while (attributes.charCodeAt(from) <= 32) from += 1;
    const end = attributes.indexOf(attributes.charAt(from), from + 1);
    if (end < 0) return;
    let nameEnd = equals;
    while (attributes.charCodeAt(nameEnd - 1) <= 32) nameEnd -= 1;
    visit(start, nameEnd, from + 1, end);
    start = end + 1;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the five entities of XML and character references; anything else stays as it is written. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
