import type { RowsRequest } from './rows-request';

/** A thread that reads rows of a source. */
export interface ThreadOfRows {
  /** Where it sends them. */
  readonly port: MessagePort;
  /** Rejects where the thread comes to an end of its own. */
  readonly failed: Promise<never>;
  /** Lets it go. */
  end(): void;
}

/** Bytes that can be read again and in parts: a picked file, a pasted text, a file of the disk. */
export interface ByteSource {
  /** The name it was given, without a path; for messages and as a hint of its format, never for writing anywhere. */
  readonly name: string;
  readonly size: number;
  /** All bytes from the start, in chunks. Each call begins anew. Stops where `signal` aborts. */
  stream(signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /** The bytes from `from` to before `to`. */
  slice(from: number, to: number): Promise<Uint8Array>;
  /** Starts a thread that reads rows; left out where there can be none, or it would not be worth its start. */
  readonly startRows?: ((request: RowsRequest) => ThreadOfRows) | undefined;
  /** Said where it has been found out that not all of it is UTF-8. */
  readonly isNotUtf8?: true;
}

async function* chunksOf(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A file that a reader picked or dropped, or bytes in memory. */
export function blobSource(blob: Blob, name: string): ByteSource {
  return {
    name,
    size: blob.size,
    stream: (signal) => chunksOf(blob, signal),
    slice: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}
