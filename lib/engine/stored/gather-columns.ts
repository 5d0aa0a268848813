import { pause } from '../../caches/pause';
import type { PartProperty } from '../../series/part-keys';
import type { Kept } from '../../store/incidents/batch-writer';
import type { CodedBatch, CodedColumn } from '../../store/incidents/coded-batch';
import type { Gathering } from '../../store/incidents/write-for-thread';
import { ColumnsBuilder } from '../columnar/columns/columns-builder';
import type { ColumnBuilder } from '../columnar/columns/dictionary';
import type { Written } from '../columnar/stored/stored-columns';
import { writeColumnsFile } from './columns-file';
import { firstAnswers } from './first-answers';
import { MOST_IN_COLUMNS, ownFingerprint } from './stored-engine';

/** Makes columns of coded batches: of each value that a batch names by its code, the code that the columns have for it. */
class ColumnsOfBatches {
  readonly builder = new ColumnsBuilder();
  readonly #codes = new Map<string, number[]>();

  add({ ids, columns, codes }: CodedBatch): void {
    const first = this.builder.addIds(ids);
    columns.forEach((column, at) => {
      const from = at * ids.length;
      this.#addColumn(column, codes.subarray(from, from + ids.length), first);
    });
  }

  #addColumn(column: CodedColumn, codes: Uint32Array, first: number): void {
    const { kind, name, isNew, values } = column;
    const key = `${kind} ${name}`;
    const known = isNew ? [] : this.#codes.get(key)!;
    if (isNew) this.#codes.set(key, known);
    const builder = (
      kind === 'part' ? this.builder.part(name as PartProperty) : this.builder.own(name)
    ) as ColumnBuilder<unknown>;
    for (const value of values) known.push(builder.codeOf(value));
    for (let row = 0; row < codes.length; row++) builder.setCode(first + row, known[codes[row]!]!);
  }
}

/** What is written of gathered columns. What it took to gather them is no longer held when it gives them back. */
async function columnsOf(gathered: ColumnsOfBatches, { rest, revision }: Kept): Promise<Written> {
  const columns = await gathered.builder.finish(rest, pause);
  const about = { revision, madeBy: await ownFingerprint() };
  return { columns, about, answers: await firstAnswers(columns) };
}

/** Gathers the columns of a series while its incidents are written, and keeps them in a file. Of more incidents than fit in memory it gathers none. */
export function gatherColumns(most = MOST_IN_COLUMNS): Gathering {
  let columns: ColumnsOfBatches | null = new ColumnsOfBatches();
  let count = 0;
  const taken = (): ColumnsOfBatches | null => {
    const all = columns;
    columns = null;
    return all;
  };
  return {
    onBatch(batch) {
      count += batch.ids.length;
      if (count > most) columns = null;
      columns?.add(batch);
    },
    async keep(kept) {
      if (columns === null) return false;
      await writeColumnsFile(kept.path, await columnsOf(taken()!, kept), pause);
      return true;
    },
  };
}
