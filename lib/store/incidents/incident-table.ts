import type { OwnField } from '../../series/fields';
import type { CodedBatch, CodedColumn } from '../../series/parts/coded-batch';
import type { PartProperty } from '../../series/parts/part-keys';

/** Values by their code. */
export interface TableValues {
  readonly length: number;
  at(code: number): unknown;
  /** The UTF-8 of a value, where it is a text that is held so; else null. */
  bytesAt?(code: number): Uint8Array | null;
}

/** What is said of the rows of a table under a property, or in an own field: each has the code of a value; beyond the last code it is 0. */
export interface TableColumn {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly values: TableValues;
}

/** An own field as a file has it. */
export type TableField = Pick<OwnField, 'id' | 'kind' | 'many'>;

/** Incidents as columns of codes, in any order. */
export interface IncidentTable {
  readonly ids: TableValues;
  part(property: PartProperty): TableColumn;
  /** By the ids of own fields; what is not stated is undefined. */
  readonly own: ReadonlyMap<string, TableColumn>;
}

const FIRST_ROWS = 1024;

/** A column that grows. */
class GrowingColumn implements TableColumn {
  codes = new Uint32Array(FIRST_ROWS);
  readonly values: unknown[] = [];
  /** What the codes of batches stand behind: those before were forgotten by whoever gave them. */
  #before = 0;

  add({ isNew, values }: CodedColumn, codes: Uint32Array, first: number): void {
    if (isNew) this.#before = this.values.length;
    for (const value of values) this.values.push(value);
    const wanted = first + codes.length;
    if (wanted > this.codes.length) {
      const more = new Uint32Array(Math.max(wanted, 2 * this.codes.length));
      more.set(this.codes);
      this.codes = more;
    }
    for (let row = 0; row < codes.length; row++) this.codes[first + row] = this.#before + codes[row]!;
  }
}

const NOTHING: TableColumn = { codes: new Uint8Array(0), values: [] };

/** Gathers what batches say as a table, and compares nothing: values that were forgotten on the way stand in it once more. */
export class GatheredTable implements IncidentTable {
  readonly ids: string[] = [];
  readonly #parts = new Map<string, GrowingColumn>();
  readonly own = new Map<string, GrowingColumn>();

  add({ ids, columns, codes }: CodedBatch): void {
    const first = this.ids.length;
    for (const id of ids) this.ids.push(id);
    columns.forEach((column, at) => {
      const all = column.kind === 'part' ? this.#parts : this.own;
      const known = all.get(column.name) ?? new GrowingColumn();
      all.set(column.name, known);
      known.add(column, codes.subarray(at * ids.length, (at + 1) * ids.length), first);
    });
  }

  part(property: PartProperty): TableColumn {
    return this.#parts.get(property) ?? NOTHING;
  }

  /** What own fields that say anything are, as far as their values show it. */
  fields(): readonly TableField[] {
    return [...this.own].flatMap(([id, { values }]) => {
      const value = values.find((one) => one !== undefined);
      if (value === undefined) return [];
      const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'flag' : 'text';
      return [{ id, kind, many: typeof value === 'object' } as const];
    });
  }
}

/** The values of each column that codes of the next batch may mean. */
export class LiveValues {
  readonly #known = new Map<string, unknown[]>();

  /** Takes a batch; gives it with all values that its codes may mean, for one who has seen none before. */
  take(batch: CodedBatch): () => CodedBatch {
    const columns = batch.columns.map((column) => {
      const key = `${column.kind} ${column.name}`;
      const known = column.isNew ? [] : this.#known.get(key)!;
      for (const value of column.values) known.push(value);
      this.#known.set(key, known);
      return { ...column, isNew: true, values: known };
    });
    return () => ({ ...batch, columns });
  }
}
