import { Inflate } from 'fflate';
import type { UnpackGuard } from './unpack-guard';

/** Packed bytes given to the decoder at once, so that a bomb makes 16 MB before it is seen. */
const PORTION = 16 * 1024;

/** Anything that takes packed bytes and calls back with unpacked ones. */
export interface Decoder {
  ondata: ((data: Uint8Array, final: boolean) => void) | null;
  push(chunk: Uint8Array, final?: boolean): void;
}

/**
 * Runs bytes through a decoder. Bytes made before a fault of the packed data are given first; then `tear` is told and
 * the stream ends. What the guard throws goes on.
 */
export async function* decoded(
  packed: AsyncIterable<Uint8Array>,
  decoder: Decoder,
  guard: UnpackGuard,
  tear: (why: string) => void,
): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  decoder.ondata = (data) => made.push(data);
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PORTION) {
      const portion = chunk.subarray(at, at + PORTION);
      guard.read(portion.length);
      const fault = attempt(() => decoder.push(portion));
      yield* checked(made, guard);
      made = [];
      if (fault !== null) return tear(fault);
    }
  }
  const fault = attempt(() => decoder.push(new Uint8Array(0), true));
  yield* checked(made, guard);
  if (fault !== null) tear(fault);
}

function* checked(made: readonly Uint8Array[], guard: UnpackGuard): Generator<Uint8Array> {
  for (const data of made) {
    guard.made(data.length);
    if (data.length > 0) yield data;
  }
}

function attempt(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A decoder of raw deflate. */
export function inflater(): Decoder {
  return new Inflate() as unknown as Decoder;
}
