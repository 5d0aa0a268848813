const [QUOTE, BACKSLASH, BETWEEN, FIRST_LETTER] = [0x22, 0x5c, 0x0a, 0x20] as const;
/** At most so many bytes stand for one unit of a text. */
const WIDEST = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A value as JSON holds it, which has no undefined. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** Values as JSON in UTF-8, each on a line of its own: in JSON a line of text never ends by itself. */
export class JsonLines {
  #bytes = new Uint8Array(1 << 12);
  #used = 0;
  /** How many there are. */
  size = 0;

  /** Adds a value, or a text by its UTF-8. */
  add(value: unknown): void {
    if (this.size++ > 0) this.#room(1)[this.#used++] = BETWEEN;
    if (!(value instanceof Uint8Array)) this.#put(jsonOf(value));
    else if (!this.#putPlain(value)) this.#put(jsonOf(decoder.decode(value)));
  }

  /** Gives all lines, and begins anew. What is given holds until more is added. */
  take(): Uint8Array {
    const lines = this.#bytes.subarray(0, this.#used);
    this.#used = 0;
    this.size = 0;
    return lines;
  }

  #put(json: string): void {
    const room = this.#room(json.length * WIDEST).subarray(this.#used);
    this.#used += encoder.encodeInto(json, room).written;
  }

  /** Puts a text that JSON holds as it is, but for the quotation marks; false, and nothing, where it is another. */
  #putPlain(text: Uint8Array): boolean {
    const bytes = this.#room(text.length + 2);
    let at = this.#used;
    bytes[at++] = QUOTE;
    for (let from = 0; from < text.length; from++) {
      const byte = text[from]!;
      if (byte === QUOTE || byte === BACKSLASH || byte < FIRST_LETTER) return false;
      bytes[at++] = byte;
    }
    bytes[at++] = QUOTE;
    this.#used = at;
    return true;
  }

  /** All bytes, with room for so many more. */
  #room(wanted: number): Uint8Array {
    const end = this.#used + wanted;
    if (end > this.#bytes.length) {
      const more = new Uint8Array(end * 2);
      more.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = more;
    }
    return this.#bytes;
  }
}
