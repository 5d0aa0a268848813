/** At most so many bytes stand for one unit of a text. */
const WIDEST = 3;
/** Bytes before a text that say how long it is. */
const LENGTH = 4;

/** Texts in UTF-8, each behind its length, as Parquet has them. */
export class TextBytes {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #used = 0;

  add(text: string): void {
    const most = this.#used + LENGTH + text.length * WIDEST;
    if (most > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], most * 2);
    const written = this.#bytes.write(text, this.#used + LENGTH);
    this.#bytes.writeUInt32LE(written, this.#used);
    this.#used += LENGTH + written;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#used);
  }
}
