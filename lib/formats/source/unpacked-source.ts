import type { ByteSource } from './byte-source';

/** Bytes that come out of an archive, unpacked anew for every pass. */
export interface UnpackedSource extends ByteSource {
  /** Why the bytes end before their time, in words; null where they are whole. Known from the first whole pass on. */
  torn(): string | null;
}

type Open = (signal: AbortSignal | undefined, tear: (why: string) => void) => AsyncIterable<Uint8Array>;

/** A source over a stream that calls `tear` where it has to end too early. `size` is what the archive says. */
export function unpackedSource(name: string, size: number, open: Open): UnpackedSource {
  let why: string | null = null;
  const stream = (signal?: AbortSignal) =>
    open(signal, (reason) => {
      why = reason;
    });
  return {
    name,
    size,
    torn: () => why,
    stream,
    slice: (from, to) => collect(stream(), from, to),
  };
}

async function collect(stream: AsyncIterable<Uint8Array>, from: number, to: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let at = 0;
  for await (const chunk of stream) {
    if (at + chunk.length > from) parts.push(chunk.slice(Math.max(0, from - at), to - at));
    at += chunk.length;
    if (at >= to) break;
  }
  return joined(parts);
}

/** The bytes of all parts, one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const NEWLINE = 10;

/**
 * The same source for a format of lines: where the bytes end before their time, the line that was cut is left out, so
 * that nobody takes half a record for a whole one.
 */
export function wholeLines(source: UnpackedSource, mostHeld: number): UnpackedSource {
  return { ...source, stream: (signal) => untilTorn(source, mostHeld, signal) };
}

async function* untilTorn(
  source: UnpackedSource,
  mostHeld: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.stream(signal)) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0 && size < mostHeld) {
      held.push(chunk);
      size += chunk.length;
      continue;
    }
    yield* held;
    if (end > 0) yield chunk.subarray(0, end);
    held = [chunk.subarray(end)];
    size = chunk.length - end;
  }
  if (source.torn() === null) yield* held;
}
