import { pause } from '../../caches/pause';
import type { PartProperty } from '../../series/part-keys';
import type { Gathering } from '../../store/incidents/batch-writer';
import type { CodedBatch, CodedColumn } from '../../store/incidents/coded-batch';
import type { IncidentTable, TableField } from '../../store/incidents/incident-table';
import type { Columns } from '../columnar/columns/columns';
import { ColumnsBuilder } from '../columnar/columns/columns-builder';
import type { ColumnBuilder } from '../columnar/columns/dictionary';
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

/** What of columns is a table of incidents, as a file of them is written. */
function tableOf({ builder }: ColumnsOfBatches): IncidentTable {
  const { ids, parts, own } = builder.unordered();
  return { ids, part: (property) => parts[property], own };
}

/** What own fields are is said where all incidents have been gathered. */
function fieldsIn(own: IncidentTable['own']): readonly TableField[] {
  return [...own].map(([id, { values }]) => {
    const value = Array.from({ length: Math.min(values.length, 2) }, (_, code) => values.at(code)).at(-1);
    const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'flag' : 'text';
    return { id, kind, many: typeof value === 'object' };
  });
}

/** Gathers the columns of a series while its incidents are hashed, and keeps them in a file. Of more than `most` it gathers none. */
export function gatherColumns(most = MOST_IN_COLUMNS): Gathering {
  let gathered: ColumnsOfBatches | null = new ColumnsOfBatches();
  let columns: Columns | null = null;
  let count = 0;
  return {
    add(batch) {
      count += batch.ids.length;
      if (count > most) return false;
      gathered?.add(batch);
      return true;
    },
    table() {
      if (gathered === null || count === 0) return null;
      const table = tableOf(gathered);
      return { table, fields: fieldsIn(table.own) };
    },
    drop() {
      gathered = null;
    },
    async prepare(rest) {
      const all = gathered;
      // What it took to gather them is no longer held.
      gathered = null;
      if (all !== null) columns = await all.builder.finish(rest, pause);
    },
    async keep({ path, revision }) {
      if (columns === null) return false;
      const about = { revision, madeBy: await ownFingerprint() };
      const written = { columns, about, answers: await firstAnswers(columns) };
      columns = null;
      await writeColumnsFile(path, written, pause);
      return true;
    },
  };
}
