import { COLUMNS } from '../../../series/field-table';
import { type OwnValue, ownKey } from '../../../series/fields';
import type { Incident, IncidentId } from '../../../series/model';
import { PART_PROPERTIES, type PartProperty } from '../../../series/parts/part-keys';
import { type Columns, DATE_ORDER, ID_ORDER, NEWEST_FIRST } from '../columns/columns';
import type { Dates } from '../columns/dates';
import type { Dictionary } from '../columns/dictionary';
import type { LinkList } from '../columns/link-lists';
import {
  LOCATION_CODES,
  LOCATIONS,
  locationCodes,
  locationNumbers,
  locationsOf,
  OFF_CODES,
} from '../columns/locations';
import { heldNumbers, type NumberSpill, now, partsInTurn, type Texts } from '../columns/texts/text-parts';
import type { Values } from '../columns/values';
import { dateOrder, newestFirst, ranksIn, ranksName, sortings } from '../list/sort-orders';
import { foldedTexts, searchedColumns } from '../selection/words';
import { DEPENDENCIES, dependenciesIn } from '../sums/dependencies';
import { writePlaces } from './places';
import { bytesOf, type Directory, type SectionWriter } from './sections';
import { type Header, POSSIBLE, SPANS, type StoredAbout } from './stored-columns';
import { writeColumn, writeValues } from './values';

/** From how many values on something is kept in another way. Tests set them low, for their series are small. */
export interface StoredLimits {
  /** Up to so many distinct values of a column are read at once and held; of more some are read when they are asked for. */
  readonly few: number;
  /** Characters of texts that are searched as one. */
  readonly characters: number;
  /** Numbers that are put in order at once. */
  readonly numbers: number;
}

export const STORED_LIMITS: StoredLimits = { few: 1 << 14, characters: 1 << 24, numbers: 1 << 26 };

/** The columns of a series, each of which is asked for once, in the order in which they are written. */
export interface ColumnsInTurn {
  readonly dates: Dates;
  /** The ids of the own fields that say anything. */
  readonly own: readonly string[];
  ids(): Promise<Values<IncidentId>>;
  /** The rows by these. */
  idOrder(ids: Values<IncidentId>): Uint32Array;
  part<P extends PartProperty>(property: P): Promise<Dictionary<Incident[P]>>;
  ownColumn(id: string): Promise<Dictionary<OwnValue | undefined>>;
  /** After all of these: the names of places. */
  places(): Dictionary<string | null>;
  /** Of what was written before, which the directory knows. */
  linkLists(written: Directory): Dictionary<LinkList>;
  /** All of it, once these are written, for as long as something is worked out. */
  columns(written: Directory): Columns;
  /** Where numbers of which there may be many are put. */
  readonly spill: () => NumberSpill;
}

/** Columns that are in memory. */
export function heldColumns(columns: Columns): ColumnsInTurn {
  return {
    dates: columns.dates,
    own: [...columns.own.keys()],
    ids: async () => columns.incidentIds,
    idOrder: () => columns.idOrder(),
    part: async (property) => columns.parts[property],
    ownColumn: async (id) => columns.own.get(id)!,
    places: () => columns.places,
    linkLists: () => columns.linkLists,
    columns: () => columns,
    spill: heldNumbers,
  };
}

const encoder = new TextEncoder();

function writeDates(writer: SectionWriter, { column, spans, possible }: Dates, few: number): void {
  writeColumn(writer, 'date', column, few);
  for (const name of SPANS) writer.add(`span ${name}`, spans[name]);
  for (const name of POSSIBLE) writer.add(`possible ${name}`, possible[name]);
}

function hasText(texts: Texts): boolean {
  for (const text of texts) if (text !== '') return true;
  return false;
}

/** Writes the parts of the texts of a column, but where it has no texts. */
function writeParts(
  writer: SectionWriter,
  name: string,
  texts: Texts,
  { characters, numbers }: StoredLimits,
  spill: ColumnsInTurn['spill'],
): void {
  if (!hasText(texts)) return;
  const { lines, size, places } = now(partsInTurn(texts, characters, spill));
  const firsts: number[] = [];
  for (const { text, first, starts } of lines) {
    const at = firsts.push(first) - 1;
    writer.add(`line starts ${at} ${name}`, starts);
    writer.add(`lines ${at} ${name}`, encoder.encode(text));
  }
  writer.addJson(`parts ${name}`, { size, firsts, texts: places?.texts ?? null });
  if (places === null) return;
  writer.add(`part ends ${name}`, places.starts);
  const section = writer.begin(`part texts ${name}`, 'u32');
  for (const some of places.inTurn(numbers)) section.put(bytesOf(some));
  section.end();
}

/** Writes the ranks of columns of many values: few are ranked as quickly as they are read. */
async function writeRanks(
  writer: SectionWriter,
  opened: () => Columns,
  few: number,
  pause: () => Promise<void>,
): Promise<void> {
  const own = opened().series.fields.map(ownKey);
  for (const column of [...COLUMNS, ...own]) {
    if (column === 'id' || column === 'date') continue;
    const columns = opened();
    for (const sorting of sortings(columns, column)) {
      if (sorting.values.values.length <= few) continue;
      writer.add(ranksName(sorting.name), ranksIn(columns, sorting));
      await pause();
    }
  }
}

/** Writes where rows are; made anew in no time where no row has a point. */
function writeLocations(writer: SectionWriter, columns: Columns): void {
  const { size } = locationsOf(columns);
  if (size === OFF_CODES) return;
  writer.add(LOCATION_CODES, locationCodes(columns));
  writer.add(LOCATIONS, locationNumbers(columns));
}

function writeAnswers(writer: SectionWriter, answers: ReadonlyMap<string, unknown>): void {
  writer.addJson('answers', [...answers.keys()]);
  for (const [at, answer] of [...answers.values()].entries()) writer.addJson(`answer ${at}`, answer);
}

/** What is written of a revision: its columns, what the file says of itself, which may be known later, and answers that are kept with them. */
export interface Written {
  readonly columns: ColumnsInTurn;
  readonly about: StoredAbout | Promise<StoredAbout>;
  readonly answers: (columns: Columns) => Promise<ReadonlyMap<string, unknown>>;
}

/** Writes each column; gives the directory of what is there. */
async function writeEach(
  writer: SectionWriter,
  { columns, about }: Written,
  few: number,
  pause: () => Promise<void>,
): Promise<Directory> {
  const { dates, own } = columns;
  const ids = await columns.ids();
  writeValues(writer, 'id', ids, few);
  writer.add(ID_ORDER, columns.idOrder(ids));
  for (const property of PART_PROPERTIES) {
    if (property === 'date') continue;
    await pause();
    if (property === 'place') writePlaces(writer, await columns.part(property), few);
    else writeColumn<unknown>(writer, property, await columns.part(property), few);
  }
  for (const id of own) {
    await pause();
    writeColumn(writer, `.${id}`, await columns.ownColumn(id), few);
  }
  writeDates(writer, dates, few);
  const sections = dates.sections.map(({ from, to }) => to - from);
  const header: Header = { ...(await about), size: ids.length, sections, own };
  const written = writer.directory(header);
  writeColumn(writer, 'place name', columns.places(), few);
  await pause();
  writeColumn(writer, 'links of row', columns.linkLists(written), Number.POSITIVE_INFINITY);
  await pause();
  return written;
}

/** Writes columns, one after the other, and then all that takes long to work out of them. */
export async function writeColumns(
  writer: SectionWriter,
  written: Written,
  limits: StoredLimits = STORED_LIMITS,
  pause: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { columns, answers } = written;
  const directory = await writeEach(writer, written, limits.few, pause);
  const opened = () => columns.columns(directory);
  writer.addJson(DEPENDENCIES, dependenciesIn(opened()));
  await pause();
  writeLocations(writer, opened());
  writer.add(DATE_ORDER, dateOrder(opened()));
  writer.add(NEWEST_FIRST, newestFirst(opened()).get());
  await writeRanks(writer, opened, limits.few, pause);
  const searched = searchedColumns(opened()).length;
  for (let at = 0; at < searched; at++) {
    await pause();
    const column = searchedColumns(opened())[at]!;
    writeParts(writer, column.name, foldedTexts(column), limits, columns.spill);
  }
  writeAnswers(writer, await answers(opened()));
  writer.finish(directory.about);
}
