/** At most so many bytes stand for one unit of a text. */
const WIDEST = 3;
/** Bytes before a text that say how long it is. */
const LENGTH = 4;
/** Up to so many units are quicker written one by one than by a call of the engine. */
const SHORT = 96;
const ASCII = 0x80;

/** Texts in UTF-8, each behind its length, as Parquet has them. */
export class TextBytes {
  #bytes = Buffer.allocUnsafe(1 << 11);
  #used = 0;
  #begun = 0;

  /** How many bytes there are. */
  get size(): number {
    return this.#used;
  }

  /** Forgets all texts. */
  clear(): void {
    this.#used = 0;
  }

  add(text: string): void {
    this.begin();
    this.append(text);
    this.end();
  }

  /** Begins a text that is made of parts. */
  begin(): void {
    this.#reserve(LENGTH);
    this.#begun = this.#used;
    this.#used += LENGTH;
  }

  end(): void {
    this.#bytes.writeUInt32LE(this.#used - this.#begun - LENGTH, this.#begun);
  }

  append(text: string): void {
    this.#reserve(text.length * WIDEST);
    const bytes = this.#bytes;
    let at = 0;
    if (text.length <= SHORT) {
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit >= ASCII) break;
        bytes[this.#used + at] = unit;
      }
    }
    this.#used += at < text.length ? bytes.write(text, this.#used) : at;
  }

  /** Appends a text that is UTF-8 already. */
  appendBytes(text: Uint8Array): void {
    this.#reserve(text.length);
    const [bytes, used, { length }] = [this.#bytes, this.#used, text];
    if (length > SHORT) bytes.set(text, used);
    else for (let at = 0; at < length; at++) bytes[used + at] = text[at]!;
    this.#used += length;
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#used);
  }

  #reserve(more: number): void {
    const wanted = this.#used + more;
    if (wanted > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], wanted * 2);
  }
}
