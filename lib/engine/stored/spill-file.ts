import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { NumberSpill } from '../columnar/columns/texts/text-parts';
import { type Packed, readValue, textOf } from '../columnar/columns/values';

/** Bytes that are written and read at once. */
const ROOM = 1 << 20;
/** Before a text, how many bytes it has. */
const SIZE = 4;
const WIDEST = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A file that is written once and read several times, while it is needed; it goes with the process. */
class SpillFile {
  readonly #file: number;
  #size = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx+');
    // What is open can be read without its name, and takes no room any more once it is closed.
    rmSync(path, { force: true });
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#size + at);
    }
    this.#size += bytes.length;
  }

  /** Fills `room` from a place on, as far as the file goes; gives how much that is. */
  read(room: Uint8Array, from: number): number {
    let size = 0;
    while (size < room.length) {
      const read = readSync(this.#file, room, size, room.length - size, from + size);
      if (read === 0) break;
      size += read;
    }
    return size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Numbers that wait on the disk. */
class SpilledNumbers implements NumberSpill {
  constructor(private readonly file: SpillFile) {}

  push(numbers: Uint32Array): void {
    this.file.write(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  *all(): Iterable<Uint32Array> {
    const room = new Uint32Array(ROOM / 4);
    const bytes = new Uint8Array(room.buffer);
    for (let from = 0; ; from += bytes.length) {
      const size = this.file.read(bytes, from);
      if (size > 0) yield room.subarray(0, size / 4);
      if (size < bytes.length) return;
    }
  }
}

/** Values that wait on the disk to be gone through in the order in which they came. */
class SpilledValues<T> implements Packed<T> {
  length = 0;
  #room = new Uint8Array(ROOM);
  #used = 0;
  #written = 0;

  constructor(private readonly file: SpillFile) {}

  push(value: T): void {
    const text = textOf(value);
    const most = SIZE + text.length * WIDEST;
    if (this.#used + most > this.#room.length) {
      this.#flush();
      if (most > this.#room.length) this.#room = new Uint8Array(most);
    }
    const { written } = encoder.encodeInto(text, this.#room.subarray(this.#used + SIZE));
    new DataView(this.#room.buffer).setUint32(this.#used, written);
    this.#used += SIZE + written;
    this.length++;
  }

  #flush(): void {
    this.file.write(this.#room.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    this.#flush();
    let room = new Uint8Array(ROOM);
    let [at, held, next] = [0, 0, 0];
    /** Has so many bytes at hand from `at` on. */
    const fill = (wanted: number) => {
      if (held - at >= wanted) return;
      const more = room.length < wanted ? new Uint8Array(wanted) : room;
      more.set(room.subarray(at, held));
      [room, held, at] = [more, held - at, 0];
      const read = this.file.read(room.subarray(held), next);
      held += read;
      next += read;
    };
    for (let from = 0; from < this.#written; ) {
      fill(SIZE);
      const size = new DataView(room.buffer).getUint32(at);
      fill(SIZE + size);
      yield readValue(decoder.decode(room.subarray(at + SIZE, at + SIZE + size))) as T;
      at += SIZE + size;
      from += SIZE + size;
    }
  }

  /** Goes through those before it. */
  at(code: number): T | undefined {
    let place = 0;
    for (const value of this) if (place++ === code) return value;
    return undefined;
  }

  /** None is held as bytes. */
  bytesAt(): null {
    return null;
  }

  map<U>(make: (value: T, code: number) => U): U[] {
    return Array.from(this, make);
  }
}

/** What waits on the disk while columns are made, in files that {@link Spills.clear} lets go of. */
export class Spills {
  readonly #open: SpillFile[] = [];
  #count = 0;

  /** `name` gives the path of a new file. */
  constructor(private readonly name: (at: number) => string) {}

  #file(): SpillFile {
    const file = new SpillFile(this.name(this.#count++));
    this.#open.push(file);
    return file;
  }

  numbers(): NumberSpill {
    return new SpilledNumbers(this.#file());
  }

  values<T>(): Packed<T> {
    return new SpilledValues<T>(this.#file());
  }

  /** Lets go of all that waits. */
  clear(): void {
    for (const file of this.#open.splice(0)) file.close();
  }
}
