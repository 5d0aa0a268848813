import type { OwnValue } from '../fields';
import type { Incident } from '../model';
import { ownKeys, PART_PROPERTIES, PARTS, type PartProperty } from './part-keys';

/** A column of a batch: what is said of incidents under a property of theirs, or in an own field. */
export interface CodedColumn {
  readonly kind: 'part' | 'own';
  /** The property, or the id of the own field. */
  readonly name: string;
  /** Whether codes begin at 0 with this batch, and those that were known mean nothing any more. */
  readonly isNew: boolean;
  /** The values of codes that come up in this batch first, in the order of their codes. */
  readonly values: readonly unknown[];
}

/**
 * Incidents as they are sent from thread to thread: of each column the codes of their values, and every value once, as long as it
 * is remembered. So what is made of a value need be made once for all incidents of which it is said.
 */
export interface CodedBatch {
  readonly ids: readonly string[];
  /** Columns once known come in every batch, in the same order. */
  readonly columns: readonly CodedColumn[];
  /** The code of each incident, column after column. That of an own field that says nothing is 0, and stands for undefined. */
  readonly codes: Uint32Array<ArrayBuffer>;
}

/** So many values of a column are remembered; then it begins anew. */
const MOST = 1 << 14;
/** Of dates many more: spans of days may come again much later, and are held to the end in any case. */
const MOST_DATES = 1 << 18;
/** Where more than so many of the values asked for are new, it is not worth while to remember any. */
const MOST_NEW = 0.5;

/** Gives the values of one column their codes. */
class ColumnCoder {
  readonly #keys: () => (value: unknown) => unknown;
  readonly #first: readonly unknown[];
  #keyOf: (value: unknown) => unknown;
  #known = new Map<unknown, number>();
  /** Objects that many incidents share, so that their keys need not be made. */
  #met = new Map<object, number>();
  #size = 0;
  #asked = 0;
  #isPlain = false;
  #isNew = true;
  #values: unknown[] = [];
  #last: unknown;
  #lastCode = -1;

  /** `keys` gives what tells values apart; `first` are those that have codes before any comes. */
  constructor(
    keys: () => (value: never) => unknown,
    private readonly most: number,
    first: readonly unknown[] = [],
  ) {
    this.#keys = keys as () => (value: unknown) => unknown;
    this.#first = first;
    this.#keyOf = this.#keys();
    this.#forget();
  }

  /** Begins a batch. */
  begin(): void {
    if (!this.#isPlain && this.#size < this.most) return;
    this.#isPlain ||= this.#size > this.#asked * MOST_NEW;
    this.#forget();
  }

  #forget(): void {
    this.#keyOf = this.#keys();
    this.#known = new Map();
    this.#met = new Map();
    this.#asked = 0;
    this.#lastCode = -1;
    this.#isNew = true;
    this.#values = [...this.#first];
    this.#size = this.#first.length;
  }

  codeOf(value: unknown): number {
    if (this.#lastCode >= 0 && value === this.#last) return this.#lastCode;
    this.#last = value;
    this.#lastCode = this.#isPlain ? this.#push(value) : this.#find(value);
    return this.#lastCode;
  }

  #find(value: unknown): number {
    this.#asked++;
    const isObject = typeof value === 'object' && value !== null;
    const met = isObject ? this.#met.get(value) : undefined;
    if (met !== undefined) return met;
    const key = this.#keyOf(value);
    const known = this.#known.get(key);
    const code = known ?? this.#push(value);
    if (known === undefined) this.#known.set(key, code);
    if (isObject) {
      if (this.#met.size >= this.most) this.#met = new Map();
      this.#met.set(value, code);
    }
    return code;
  }

  #push(value: unknown): number {
    this.#values.push(value);
    return this.#size++;
  }

  /** What the batch says of the column. */
  end(): Pick<CodedColumn, 'isNew' | 'values'> {
    const said = { isNew: this.#isNew, values: this.#values };
    [this.#isNew, this.#values] = [false, []];
    return said;
  }
}

/** Makes batches of incidents, each of which builds on those before it. */
export class IncidentCoder {
  readonly #parts: readonly (readonly [PartProperty, ColumnCoder])[];
  readonly #own = new Map<string, ColumnCoder>();

  /** Remembers about so many values of a column. */
  constructor(
    private readonly most = MOST,
    mostDates = MOST_DATES,
  ) {
    this.#parts = PART_PROPERTIES.map((name) => [
      name,
      new ColumnCoder(() => PARTS[name], name === 'date' ? mostDates : most),
    ]);
  }

  code(incidents: readonly Incident[]): CodedBatch {
    this.#begin(incidents);
    const rows = incidents.length;
    const codes = new Uint32Array((this.#parts.length + this.#own.size) * rows);
    // Column by column, so that what is known of one stays at hand.
    let at = 0;
    for (const [property, coder] of this.#parts) {
      for (const incident of incidents) codes[at++] = coder.codeOf(incident[property]);
    }
    for (const [id, coder] of this.#own) {
      const isInherited = id in Object.prototype;
      for (const { own } of incidents) {
        const value = isInherited && !Object.hasOwn(own, id) ? undefined : own[id];
        if (value !== undefined) codes[at] = coder.codeOf(value);
        at++;
      }
    }
    return { ids: incidents.map(({ id }) => id), columns: this.#ended(), codes };
  }

  #begin(incidents: readonly Incident[]): void {
    for (const [, coder] of this.#parts) coder.begin();
    for (const coder of this.#own.values()) coder.begin();
    for (const { own } of incidents) {
      for (const id in own) {
        if (this.#own.has(id)) continue;
        const coder = new ColumnCoder(ownKeys as () => (value: OwnValue | undefined) => unknown, this.most, [
          undefined,
        ]);
        this.#own.set(id, coder);
      }
    }
  }

  #ended(): readonly CodedColumn[] {
    return [
      ...this.#parts.map(([name, coder]) => ({ kind: 'part' as const, name, ...coder.end() })),
      ...[...this.#own].map(([name, coder]) => ({ kind: 'own' as const, name, ...coder.end() })),
    ];
  }
}
