import type { Kept, KeptByName } from '../../../caches/budget';
import type { Place } from '../../../series/model';
import { type Codes, codesFor, type Dictionary, inOrderOfRows } from '../columns/dictionary';
import {
  PackedPlaces,
  PLACE_TEXTS,
  type PlaceColumns,
  type PlaceText,
  PlaceValues,
  placeIn,
} from '../columns/packed-places';
import type { Values } from '../columns/values';
import type { SectionReader, SectionWriter } from './sections';
import { type OpenColumns, readValues, StoredColumn, writeColumn, writeValues } from './values';

/** Places that are read together. */
const GROUP = 128;
const DEGREES = Float64Array.BYTES_PER_ELEMENT;

const GROUPS = 'groups of places';
const COUNT = 'count places';

const valuesName = (name: PlaceText) => `of places ${name}`;

/** How many places there are, and how many bytes the code of each of their texts takes; none where all have the same. */
interface Count {
  readonly length: number;
  readonly widths: readonly number[];
}

const CODES = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

/** What a group is written into and read from: the degrees of its places, and the codes of their texts, one column after the other. */
function groupIn(widths: Count['widths'], bytes: Uint8Array) {
  const { buffer, byteOffset } = bytes;
  const lat = new Float64Array(buffer as ArrayBuffer, byteOffset, GROUP);
  const lon = new Float64Array(buffer as ArrayBuffer, byteOffset + GROUP * DEGREES, GROUP);
  let at = byteOffset + 2 * GROUP * DEGREES;
  const codes = widths.map((width): Codes => {
    if (width === 0) return new Uint8Array(GROUP);
    const some = new CODES[width as keyof typeof CODES](buffer as ArrayBuffer, at, GROUP);
    at += width * GROUP;
    return some;
  });
  return { lat, lon, codes };
}

function bytesOfGroup(widths: Count['widths']): number {
  return GROUP * widths.reduce((sum, width) => sum + width, 2 * DEGREES);
}

function take(into: Codes | Float64Array, all: Codes | Float64Array, codes: Uint32Array): void {
  for (let at = 0; at < codes.length; at++) into[at] = all[codes[at]!]!;
}

/** Writes places as columns of their own, a group after the other. */
function writeMany(writer: SectionWriter, columns: PlaceColumns, order: Uint32Array, few: number): void {
  const { lat, lon, texts } = columns;
  const all = PLACE_TEXTS.map((name) => texts[name]);
  const widths = all.map(({ codes, values }) => (values.length > 1 ? codes.BYTES_PER_ELEMENT : 0));
  writer.addJson(COUNT, { length: order.length, widths } satisfies Count);
  const section = writer.begin(GROUPS, 'u8');
  const bytes = new Uint8Array(bytesOfGroup(widths));
  const group = groupIn(widths, bytes);
  for (let from = 0; from < order.length; from += GROUP) {
    const some = order.subarray(from, from + GROUP);
    bytes.fill(0);
    take(group.lat, lat, some);
    take(group.lon, lon, some);
    for (const [at, codes] of group.codes.entries()) take(codes, all[at]!.codes, some);
    section.put(bytes);
  }
  section.end();
  for (const name of PLACE_TEXTS) writeValues(writer, valuesName(name), texts[name].values, few);
}

/** Writes the places of rows: up to `few` as JSON, more so that some can be read alone, those of rows beside each other together. */
export function writePlaces(writer: SectionWriter, places: Dictionary<Place>, few: number): void {
  const { codes, values } = places;
  if (values.length <= few) {
    writeColumn(writer, 'place', places, few);
    return;
  }
  const ofRows = codesFor(codes.length, values.length);
  const order = inOrderOfRows(codes, values.length, ofRows);
  writeMany(writer, PackedPlaces.from(values).columns, order, few);
  writer.add('codes place', ofRows);
}

/** Many places, read in groups when they are asked for. */
class StoredPlaces extends PlaceValues {
  readonly length: number;
  readonly #reader: SectionReader;
  readonly #widths: Count['widths'];
  readonly #values: readonly Values<string | null>[];
  readonly #kept: KeptByName<PlaceColumns>;

  constructor(open: OpenColumns) {
    super();
    const { reader } = open;
    this.#reader = reader;
    this.#kept = open.columns.named<PlaceColumns>(({ lat }) => lat.buffer.byteLength);
    const { length, widths } = reader.json(COUNT) as Count;
    this.length = length;
    this.#widths = widths;
    this.#values = PLACE_TEXTS.map((name) => readValues<string | null>(open, valuesName(name)));
  }

  #group(group: number): PlaceColumns {
    const size = bytesOfGroup(this.#widths);
    const bytes = this.#reader.someNumbers(GROUPS, group * size, (group + 1) * size) as Uint8Array;
    const { lat, lon, codes } = groupIn(this.#widths, bytes);
    const texts = PLACE_TEXTS.map((name, at) => [name, { codes: codes[at]!, values: this.#values[at]! }]);
    const length = Math.min(GROUP, this.length - group * GROUP);
    return { length, lat, lon, texts: Object.fromEntries(texts) };
  }

  protected *groups(): Generator<PlaceColumns> {
    for (let group = 0; group * GROUP < this.length; group++) yield this.#group(group);
  }

  at(code: number): Place | undefined {
    if (code >= this.length) return undefined;
    const group = Math.floor(code / GROUP);
    const columns = this.#kept.get(String(group), () => this.#group(group));
    return placeIn(columns, code - group * GROUP);
  }
}

/** The places of a file as {@link writePlaces} writes them; `same` are the codes where all rows have one. */
export function readPlaces(open: OpenColumns, same: Kept<Codes>): Dictionary<Place> {
  const read = () => (open.reader.has(COUNT) ? new StoredPlaces(open) : readValues<Place>(open, 'place'));
  return new StoredColumn<Place>(open, 'place', same, read);
}
