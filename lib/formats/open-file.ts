import { NotUtf8 } from './encoding/presumed-utf8';
import { FormatError, formatError } from './errors/format-error';
import type { ImportLimits } from './limits';
import { openBytes } from './open-bytes';
import type { Opened } from './raw-table';
import type { WantedReading } from './reading';
import type { ByteSource } from './source/byte-source';

/**
 * Opens a file of any format that is read: as a table, as a Data Package, or with the reason why it is neither. What it is
 * follows from its content first, from its name second. Throws what the source throws, and `AbortError`.
 */
export async function openFile(
  source: ByteSource,
  wanted: WantedReading,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Opened> {
  try {
    signal?.throwIfAborted();
    if (source.size > limits.fileBytes) {
      const reason = `the file has ${source.size} bytes; the limit is ${limits.fileBytes}`;
      throw formatError(source.name, 'over-limit', reason);
    }
    if (source.size === 0) throw formatError(source.name, 'empty-file', 'the file holds nothing');
    return await openBytes({ source, file: source.name, wanted, limits, signal, depth: 0 });
  } catch (error) {
    if (error instanceof NotUtf8) return openFile({ ...source, isNotUtf8: true }, wanted, limits, signal);
    if (error instanceof FormatError) return { kind: 'refused', problems: [error.problem] };
    throw error;
  }
}
