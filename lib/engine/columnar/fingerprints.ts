import { bytesOfArray, type Kept } from '../../caches/budget';
import { giveWay } from '../../caches/pause';
import { SharedWork } from '../../caches/shared-work';
import { type Fingerprints, NUMBERS } from '../../query/changes/fingerprints';
import type { Filter } from '../../query/query';
import { PART_PROPERTIES } from '../../series/parts/part-keys';
import { hashOf } from '../../text/held/murmur3';
import type { Columns } from './columns/columns';
import { type Dictionary, passingCodes } from './columns/dictionary';
import type { Selection } from './selection/selection';
import { countMatches, eachMatch } from './selection/window';

/** Values, and rows, that are gone through before it is seen whether others wait. */
const [VALUES_AT_ONCE, ROWS_AT_ONCE] = [1 << 10, 1 << 17] as const;

/** The numbers of each row, see `Fingerprints`: made when they are asked for first, and again where they were let go meanwhile. */
export class RowFingerprints {
  readonly #columns: Columns;
  readonly #kept: Kept<Uint32Array>;
  #made: Uint32Array | null = null;
  /** Makes them once for all who ask at once. */
  readonly #making = new SharedWork<Uint32Array>(0);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#kept = columns.budget.kept(() => this.#made!, bytesOfArray);
  }

  /** Those of the rows of a selection in the window of a filter. */
  async of(selection: Selection, { from, to }: Filter, signal?: AbortSignal): Promise<Fingerprints> {
    const columns = this.#columns;
    const all = await this.#all(signal);
    const rows = new Uint32Array(countMatches(columns, selection, from, to));
    const numbers = new Uint32Array(rows.length * NUMBERS);
    let at = 0;
    eachMatch(columns, selection, [from, to], (row) => {
      for (let part = 0; part < NUMBERS; part++) numbers[at * NUMBERS + part] = all[row * NUMBERS + part]!;
      rows[at++] = row;
    });
    return { numbers, id: (one) => columns.incidentIds.at(rows[one]!)! };
  }

  async #all(signal?: AbortSignal): Promise<Uint32Array> {
    const held = this.#kept.held();
    if (held !== null) return this.#kept.get();
    const work = { run: (stop: AbortSignal) => this.#make(stop), bytes: () => null };
    this.#made = await this.#making.ask('', work, signal);
    const numbers = this.#kept.get();
    this.#made = null;
    return numbers;
  }

  async #make(stop: AbortSignal): Promise<Uint32Array> {
    const { size, incidentIds, parts, own } = this.#columns;
    const numbers = new Uint32Array(size * NUMBERS);
    const hash = new Uint32Array(4);
    let row = 0;
    for (const id of incidentIds) {
      numbers.set(hashOf(id, hash), row * NUMBERS);
      if (++row % VALUES_AT_ONCE === 0) await giveWay(stop);
    }
    for (const property of PART_PROPERTIES) {
      await addColumn(numbers, property, parts[property] as Dictionary<unknown>, stop);
    }
    for (const [field, column] of own) await addColumn(numbers, `.${field}`, column, stop);
    return numbers;
  }
}

/** Adds what a column says to what rows say; nothing where a row states nothing, so that a column without values is as none. */
async function addColumn(
  numbers: Uint32Array,
  name: string,
  column: Dictionary<unknown>,
  stop: AbortSignal,
): Promise<void> {
  const { values } = column;
  const ofValues = new Uint32Array(values.length * 2);
  const hash = new Uint32Array(4);
  let code = 0;
  for (const value of values) {
    if (value !== undefined) {
      hashOf(`${name} ${JSON.stringify(value)}`, hash);
      ofValues[code * 2] = hash[0]!;
      ofValues[code * 2 + 1] = hash[1]!;
    }
    if (++code % VALUES_AT_ONCE === 0) await giveWay(stop);
  }
  const codes = passingCodes(column);
  for (let from = 0; from < codes.length; from += ROWS_AT_ONCE) {
    addRows(numbers, codes.subarray(from, from + ROWS_AT_ONCE), ofValues, from);
    await giveWay(stop);
  }
}

function addRows(
  numbers: Uint32Array,
  codes: Uint8Array | Uint16Array | Uint32Array,
  ofValues: Uint32Array,
  first: number,
): void {
  for (let at = 0, place = first * NUMBERS + 2; at < codes.length; at++, place += NUMBERS) {
    const value = codes[at]! * 2;
    numbers[place]! += ofValues[value]!;
    numbers[place + 1]! += ofValues[value + 1]!;
  }
}
