import type { Columns } from '../../lib/engine/columnar/columns/columns';
import { columnsOf } from '../../lib/engine/columnar/columns/columns-builder';
import { SectionReader, SectionWriter } from '../../lib/engine/columnar/stored/sections';
import { readColumns, type storedBudgets } from '../../lib/engine/columnar/stored/stored-columns';
import { heldColumns, writeColumns } from '../../lib/engine/columnar/stored/write-columns';
import { CODEC } from '../../lib/engine/stored/codec';
import type { Series } from '../../lib/series/model';

/** So low that the columns of a small series are kept in every way that there is. */
export const SMALL_LIMITS = { few: 3, characters: 40, numbers: 7 };

/** The bytes of the file of columns of a series. */
export async function columnsBytes(series: Series): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const writer = new SectionWriter((bytes) => chunks.push(bytes.slice()), CODEC);
  const about = { revision: 'r', madeBy: 'test' };
  const columns = heldColumns(await columnsOf(series));
  await writeColumns(writer, { columns, about, answers: async () => new Map() }, SMALL_LIMITS);
  return Buffer.concat(chunks);
}

/** Columns that are read out of such bytes. */
export function columnsIn(
  bytes: Uint8Array,
  { incidents: _, ...frame }: Series,
  budgets?: typeof storedBudgets,
): Columns {
  const source = {
    size: bytes.length,
    read: (from: number, to: number) => Uint8Array.from(bytes.subarray(from, to)),
  };
  return readColumns(new SectionReader(source, CODEC), frame, budgets);
}
