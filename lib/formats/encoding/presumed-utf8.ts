import type { RawBatch, RawTable } from '../raw-table';

/** Rows were read as UTF-8 before all bytes were looked at, and these are not: the file is to be opened again as one that is known not to be. */
export class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
}

async function* provided(
  batches: AsyncIterable<RawBatch>,
  isUtf8: Promise<boolean>,
): AsyncGenerator<RawBatch> {
  let isRefuted = false;
  const told = isUtf8.then((is) => {
    isRefuted = !is;
  });
  // Whoever reads to the end is told.
  told.catch(() => undefined);
  const prove = async () => {
    await told;
    if (isRefuted) throw new NotUtf8();
  };
  try {
    for await (const batch of batches) {
      if (isRefuted) break;
      yield batch;
    }
  } catch (error) {
    await prove();
    throw error;
  }
  await prove();
}

/** The rows of a text that is taken as UTF-8. A reading throws {@link NotUtf8} where it is not, at its end at the latest. */
export function presumingUtf8(batches: RawTable['batches'], isUtf8: Promise<boolean>): RawTable['batches'] {
  return (signal) => provided(batches(signal), isUtf8);
}
