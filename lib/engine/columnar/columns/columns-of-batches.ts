import type { CodedBatch, CodedColumn } from '../../../series/parts/coded-batch';
import type { PartProperty } from '../../../series/parts/part-keys';
import { ColumnsBuilder } from './columns-builder';
import type { ColumnBuilder } from './dictionary';
import type { Memory } from './values';

/**
 * Makes columns of coded batches: of each value that a batch names by its code, the code that the columns have for it. Batches may come from
 * two coders at once, for each builds on those of its own; rows stand as they come, on which no answer depends.
 */
export class ColumnsOfBatches {
  readonly builder: ColumnsBuilder;
  readonly #codes = { first: new Map<string, number[]>(), later: new Map<string, number[]>() };

  constructor(memory?: Memory) {
    this.builder = new ColumnsBuilder(memory);
  }

  add({ ids, columns, codes }: CodedBatch, of: 'first' | 'later' = 'first'): void {
    const first = this.builder.addIds(ids);
    columns.forEach((column, at) => {
      const from = at * ids.length;
      this.#addColumn(column, this.#codes[of], codes.subarray(from, from + ids.length), first);
    });
  }

  #addColumn(column: CodedColumn, coded: Map<string, number[]>, codes: Uint32Array, first: number): void {
    const { kind, name, isNew, values } = column;
    const key = `${kind} ${name}`;
    const known = isNew ? [] : coded.get(key)!;
    if (isNew) coded.set(key, known);
    const builder = (
      kind === 'part' ? this.builder.part(name as PartProperty) : this.builder.own(name)
    ) as ColumnBuilder<unknown>;
    for (const value of values) known.push(builder.codeOf(value));
    for (let row = 0; row < codes.length; row++) builder.setCode(first + row, known[codes[row]!]!);
  }
}
