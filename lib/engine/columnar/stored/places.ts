import type { Kept } from '../../../caches/budget';
import type { Place } from '../../../series/model';
import type { Codes, Dictionary } from '../columns/dictionary';
import {
  PackedPlaces,
  PLACE_TEXTS,
  type PlaceColumns,
  type PlaceText,
  PlaceValues,
  placeIn,
} from '../columns/packed-places';
import type { Values } from '../columns/values';
import { Recent } from '../selection/recent';
import type { SectionReader, SectionWriter } from './sections';
import { type OpenColumns, readValues, StoredColumn, writeValues } from './values';

/** Places that are read together, and how many such groups are kept. */
const [GROUP, KEPT] = [512, 16] as const;

const LAT = 'latitudes';
const LON = 'longitudes';
const COUNT = 'count places';

const codesName = (name: PlaceText) => `codes of places ${name}`;
const valuesName = (name: PlaceText) => `of places ${name}`;

/** Writes places as columns of their own. */
function writeMany(writer: SectionWriter, values: Values<Place>, few: number): void {
  const { length, lat, lon, texts } = PackedPlaces.from(values).columns;
  writer.addJson(COUNT, length);
  writer.add(LAT, lat.subarray(0, length));
  writer.add(LON, lon.subarray(0, length));
  for (const name of PLACE_TEXTS) {
    writer.add(codesName(name), texts[name].codes);
    writeValues(writer, valuesName(name), texts[name].values, few);
  }
}

/** Writes the places of rows: up to `few` as JSON, more so that some can be read alone. */
export function writePlaces(writer: SectionWriter, { codes, values }: Dictionary<Place>, few: number): void {
  if (values.length <= few) writeValues(writer, 'place', values, few);
  else writeMany(writer, values, few);
  if (codes.some((code) => code !== 0)) writer.add('codes place', codes);
}

/** Many places, read in groups when they are asked for. */
class StoredPlaces extends PlaceValues {
  readonly length: number;
  readonly #reader: SectionReader;
  readonly #values: Readonly<Record<PlaceText, Values<string | null>>>;
  readonly #kept = new Recent<PlaceColumns>(KEPT);

  constructor(open: OpenColumns) {
    super();
    const { reader } = open;
    this.#reader = reader;
    this.length = reader.json(COUNT) as number;
    const values = PLACE_TEXTS.map((name) => [name, readValues<string | null>(open, valuesName(name))]);
    this.#values = Object.fromEntries(values);
  }

  #group(group: number): PlaceColumns {
    const reader = this.#reader;
    const [from, to] = [group * GROUP, Math.min((group + 1) * GROUP, this.length)];
    const texts = PLACE_TEXTS.map((name) => {
      const codes = reader.someNumbers(codesName(name), from, to);
      return [name, { codes, values: this.#values[name] }];
    });
    return {
      length: to - from,
      lat: reader.someNumbers(LAT, from, to) as Float64Array,
      lon: reader.someNumbers(LON, from, to) as Float64Array,
      texts: Object.fromEntries(texts),
    };
  }

  protected columnsOf(code: number): readonly [PlaceColumns, number] {
    const group = Math.floor(code / GROUP);
    const columns = this.#kept.get(String(group), () => this.#group(group));
    return [columns, code - group * GROUP];
  }

  at(code: number): Place | undefined {
    return code < this.length ? placeIn(...this.columnsOf(code)) : undefined;
  }
}

/** The places of a file as {@link writePlaces} writes them; `same` are the codes where all rows have one. */
export function readPlaces(open: OpenColumns, same: Kept<Codes>): Dictionary<Place> {
  const read = () => (open.reader.has(COUNT) ? new StoredPlaces(open) : readValues<Place>(open, 'place'));
  return new StoredColumn<Place>(open, 'place', same, read);
}
