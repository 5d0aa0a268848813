/** One element of an array, as the document has it. */
export interface JsonElement {
  readonly text: string;
  /** Colons outside of strings: the members of all its objects. */
  readonly members: number;
  /** `torn`: the document ends in the middle of it. */
  readonly state: 'whole' | 'torn' | 'too-deep' | 'too-long';
}

/** What a walk through a document meets. A path is a JSON Pointer (RFC 6901). */
export interface JsonVisitor {
  /** An array begins that is reached through objects alone. */
  array(path: string): void;
  /** An element of such an array. */
  element(path: string, element: JsonElement): void;
  /** A plain value reached through objects alone, such as `"type": "FeatureCollection"`. */
  value(path: string, text: string): void;
}

export interface WalkLimits {
  readonly depth: number;
  readonly recordCharacters: number;
}

interface Frame {
  readonly path: string;
  readonly kind: 'object' | 'array';
  key: string | null;
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [34, 92, 58, 44];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
/** Objects inside objects that are looked into for arrays. */
const MOST_FRAMES = 8;

/**
 * Walks through a JSON document that comes in parts and hands out the elements of its arrays as text, for `JSON.parse`.
 * It keeps no more than the element it is in; what an element holds is left to the engine's own parser. @streamparser/json
 * takes twice as long, ends at the first fault, and keeps from its caller what has to be told: digits of long
 * numbers, keys that stand twice, and the length and depth of a record before it is built.
 */
export class JsonWalker {
  private readonly frames: Frame[] = [];
  private state: 'between' | 'string' | 'nested' | 'plain' | 'done' = 'between';
  /** What has been kept of the value or key that the walk is in. */
  private kept: string[] = [];
  private length = 0;
  private depth = 0;
  private deepest = 0;
  private members = 0;
  private inString = false;
  private escaped = false;
  /** Why the document cannot be followed further. */
  damage: string | null = null;
  /** Whether anything but blanks stands behind the document. */
  followed = false;

  constructor(
    private readonly visitor: JsonVisitor,
    private readonly limits: WalkLimits,
  ) {}

  /** Takes the text that follows. */
  feed(text: string): void {
    let at = 0;
    while (at < text.length && this.damage === null && !this.followed) {
      at = this.state === 'between' || this.state === 'done' ? this.step(text, at) : this.inside(text, at);
    }
  }

  /** Says that nothing follows; true where the document was whole. */
  end(): boolean {
    if (this.state === 'plain' && this.frames.length === 0) this.finish('whole');
    if (this.state !== 'between' && this.state !== 'done' && this.frames.at(-1)?.kind === 'array')
      this.finish('torn');
    return this.state === 'done' && this.damage === null;
  }

  /** Reads one character between values. */
  private step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xfeff) return at + 1;
    if (this.state === 'done') {
      this.followed = true;
      return at;
    }
    const frame = this.frames.at(-1);
    if (code === COMMA && frame !== undefined) {
      if (frame.kind === 'object') frame.key = null;
      return at + 1;
    }
    if (code === COLON && frame?.kind === 'object' && frame.key !== null) return at + 1;
    if (code === CLOSE_LIST || code === CLOSE_OBJECT) return this.close(code, at);
    return this.begin(code, at);
  }

  private close(code: number, at: number): number {
    const frame = this.frames.pop();
    if (frame?.kind !== (code === CLOSE_LIST ? 'array' : 'object')) {
      this.damage = 'a bracket closes that was never opened';
    }
    if (this.frames.length === 0) this.state = 'done';
    const parent = this.frames.at(-1);
    if (parent?.kind === 'object') parent.key = null;
    return at + 1;
  }

  /** A value or a key begins here. */
  private begin(code: number, at: number): number {
    const frame = this.frames.at(-1);
    const isKey = frame?.kind === 'object' && frame.key === null;
    if (code === COLON || code === COMMA || (isKey && code !== QUOTE)) {
      this.damage = isKey ? 'a key is missing' : 'a value is missing';
      return at;
    }
    if (frame?.kind !== 'array' && !isKey && (code === OPEN_LIST || code === OPEN_OBJECT)) {
      if (this.enter(code === OPEN_LIST ? 'array' : 'object')) return at + 1;
    }
    this.kept = [];
    this.length = this.depth = this.deepest = this.members = 0;
    this.inString = this.escaped = false;
    this.state = code === QUOTE ? 'string' : code === OPEN_LIST || code === OPEN_OBJECT ? 'nested' : 'plain';
    return at;
  }

  private enter(kind: Frame['kind']): boolean {
    if (this.frames.length >= MOST_FRAMES) return false;
    const path = this.pathHere();
    this.frames.push({ path, kind, key: null });
    if (kind === 'array') this.visitor.array(path);
    return true;
  }

  private pathHere(): string {
    const frame = this.frames.at(-1);
    if (frame === undefined) return '';
    if (frame.kind === 'array') return frame.path;
    return `${frame.path}/${(frame.key ?? '').replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  /** Goes on inside a value; gives where it stopped. */
  private inside(text: string, from: number): number {
    const end =
      this.state === 'plain'
        ? endOfPlain(text, from)
        : this.state === 'string'
          ? this.endOfString(text, from)
          : this.endOfNested(text, from);
    this.keep(text.slice(from, end < 0 ? text.length : end));
    if (end < 0) return text.length;
    this.finish('whole');
    return end;
  }

  private keep(part: string): void {
    this.length += part.length;
    if (this.length <= this.limits.recordCharacters) this.kept.push(part);
    else this.kept = [];
  }

  /** The end of a string that is a value of its own or a key; -1 where it is not in this text. */
  private endOfString(text: string, from: number): number {
    let at = from;
    if (!this.inString && at < text.length) {
      this.inString = true;
      at += 1;
    }
    const end = this.skipString(text, at);
    return this.inString ? -1 : end;
  }

  /** Goes past the string that the walk is in; `inString` stays true where it does not end in this text. */
  private skipString(text: string, from: number): number {
    let at = from;
    if (this.escaped && at < text.length) {
      this.escaped = false;
      at += 1;
    }
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        at += 1;
        this.escaped = at === text.length;
      } else if (code === QUOTE) {
        this.inString = false;
        return at + 1;
      }
    }
    return text.length;
  }

  private endOfNested(text: string, from: number): number {
    let at = from;
    if (this.inString) at = this.skipString(text, at);
    while (at < text.length) {
      const code = text.charCodeAt(at);
      at += 1;
      if (code === QUOTE) {
        this.inString = true;
        at = this.skipString(text, at);
      } else if (code === COLON) this.members += 1;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        this.depth += 1;
        if (this.depth > this.deepest) this.deepest = this.depth;
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        this.depth -= 1;
        if (this.depth === 0) return at;
      }
    }
    return -1;
  }

  private finish(end: 'whole' | 'torn'): void {
    const text = this.kept.length === 1 ? this.kept[0]! : this.kept.join('');
    const frame = this.frames.at(-1);
    this.kept = [];
    this.state = frame === undefined ? 'done' : 'between';
    if (frame?.kind === 'array') {
      this.visitor.element(frame.path, { text, members: this.members, state: this.stateOf(end) });
    } else if (frame !== undefined && frame.key === null) frame.key = keyOf(text);
    else this.visitor.value(this.pathHere(), text);
  }

  private stateOf(end: 'whole' | 'torn'): JsonElement['state'] {
    if (this.length > this.limits.recordCharacters) return 'too-long';
    if (this.deepest > this.limits.depth) return 'too-deep';
    return end;
  }
}

/** The end of a number or a word; -1 where it is not in this text. */
function endOfPlain(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT || code === COLON)
      return at;
  }
  return -1;
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
