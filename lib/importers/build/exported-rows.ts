import type { RawColumn } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import { layoutColumns } from '../../mapping/presets/layout';
import { ANNALS, ANNALS_LAYOUT, LIST } from '../../mapping/presets/layouts/annals';
import { type DateOutcome, dateOutcome, dateProblem } from '../../mapping/row-dates/date-outcome';
import { byEstimateEntry } from '../../series/measures';
import {
  type ActorId,
  CERTAINTIES,
  type Estimate,
  GEO_PRECISIONS,
  INITIATORS,
  type Incident,
  type Link,
  RELATIONS,
  type RegionDef,
  type RegionId,
  type Source,
  type SourceId,
  type TypeDef,
  type TypeId,
} from '../../series/model';
import { parseEventDate } from '../../time/edtf';
import type { EventDate } from '../../time/event-date';
import { NO_PROBLEMS } from './cells/cell-problem';
import { type CellOf, cellOf } from './cells/cell-reader';
import type { IncidentReader } from './incident-reader';
import { nameOf } from './names/actor-names';
import { idOfName } from './names/name-ids';
import { ownReader } from './parts/read-own';

/** The columns of an export by what they hold, whatever the format calls them. */
function columnsOf(columns: readonly RawColumn[]) {
  const none = { filled: 0, values: [], distinct: 0, numbers: 0, least: null, greatest: null };
  return layoutColumns(
    columns.map((column, at) => ({
      ...{ ...column, at, ...none, rises: false, falls: false },
      ...{ dates: null, longest: 0, samples: [] },
    })),
  );
}

/** Whether rows are an export of our own, read as it is: a mapping that somebody changed is read as any other. */
export function isExport(columns: readonly RawColumn[], mapping: Mapping): boolean {
  if (mapping.layout !== ANNALS_LAYOUT) return false;
  const { date: _, ...proposed } = ANNALS.map(columnsOf(columns));
  return Object.entries(proposed).every(
    ([key, value]) => JSON.stringify(mapping[key as keyof Mapping]) === JSON.stringify(value),
  );
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: unknown): T | null =>
    values.find((value) => value === text) ?? null;

const numberIn = (text: string): number | null =>
  text === '' || !Number.isFinite(Number(text)) ? null : Number(text);

function members(text: string): readonly string[] {
  return text === '' ? [] : text.split(LIST);
}

/** What an id is written with, as in the tables of a package; two words of addresses are none. */
const LEGAL = /^(?!(?:none|several)$)[A-Za-z0-9][A-Za-z0-9._~-]*$/;

/** The ids of rows as they are; of a text that somebody wrote in the place of one, an id that an address can hold, with the text as its name. */
class Ids {
  readonly #names = new Map<string, string>();

  of<T extends string>(text: string, prefix: string): T {
    if (LEGAL.test(text)) return text as T;
    const name = nameOf(text);
    const id = idOfName(name, prefix);
    this.#names.set(id, name);
    return id as T;
  }

  in<T extends string>(text: string, prefix: string): readonly T[] {
    return members(text).map((one) => this.of<T>(one, prefix));
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function dateOf(text: unknown): EventDate | null {
  const read = typeof text === 'string' ? parseEventDate(text) : null;
  return read?.kind === 'date' ? read.date : null;
}

function linkOf(said: Readonly<Record<string, unknown>>, ids: Ids): Link | null {
  const { outlet, date, sources } = said;
  const [who, by] = [textOf(said.actor), textOf(said.claimant)];
  const relation = oneOf(RELATIONS)(said.relation);
  const certainty = oneOf(CERTAINTIES)(said.certainty);
  if (who === null || relation === null || certainty === null) return null;
  return {
    ...{ actor: ids.of<ActorId>(who, 'a'), relation, certainty, disputedBy: textsOf(said.disputedBy) },
    claimant: by === null ? null : ids.of<ActorId>(by, 'a'),
    ...{ outlet: textOf(outlet), date: dateOf(date) },
    sources: textsOf(sources).map((one) => ids.of<SourceId>(one, 's')),
  };
}

/** The links of a cell; null where it is no list of them. */
function linksIn(text: string, ids: Ids): readonly Link[] | null {
  if (text === '') return [];
  try {
    const list: unknown = JSON.parse(text);
    const links = Array.isArray(list) ? list.map((one) => linkOf(Object(one), ids)) : [null];
    return links.every((link) => link !== null) ? links : null;
  } catch {
    return null;
  }
}

/** What rows have named so far, each by its id: an export has no other name of it. */
class Met<T extends { readonly id: string }> {
  readonly #known = new Map<string, T>();

  constructor(private readonly make: (id: string) => T) {}

  enter(met: readonly string[]): void {
    for (const id of met) if (!this.#known.has(id)) this.#known.set(id, this.make(id));
  }

  all(): T[] {
    return [...this.#known.values()];
  }
}

function sourceOf(id: string, name: string): Source {
  const unsaid = { date: null, url: null, urlSeen: false, origin: null, read: null };
  return { id: id as SourceId, publisher: name, title: name, ...unsaid };
}

/** An apostrophe that stands in a CSV so that no spreadsheet takes what follows for a formula. */
const GUARD = /^'(?=[\t\r]|[\s\p{Cc}\p{Cf}"'`“”‘’«»]*[=+\-@＝＋－＠−])/u;

/** Reads the columns of an export by what they hold. */
function cellsIn(columns: readonly RawColumn[], { reading }: Pick<Mapping, 'reading'>) {
  const isGuarded = reading.format === 'delimited';
  const unguarded = (read: CellOf): CellOf => (isGuarded ? (cells) => read(cells).replace(GUARD, '') : read);
  const known = columnsOf(columns);
  return {
    named: (name: string) => unguarded(cellOf(columns, name)),
    cell: (...names: readonly string[]) => unguarded(cellOf(columns, known.name(...names))),
  };
}

/** Reads the dates of an export: the EDTF text is all that there is of them. */
export function exportedDate(
  columns: readonly RawColumn[],
  mapping: Mapping,
): (cells: readonly string[]) => DateOutcome {
  const read = cellsIn(columns, mapping).cell('date');
  return (cells) => {
    const text = read(cells);
    const date = dateOf(text);
    if (date !== null) return dateOutcome(date);
    return dateProblem('date-not-understood', 'date', text, 'it is not understood as a date');
  };
}

/** Reads the rows of an export: each as it was given out, with the ids that it had. */
export function exportedReader(columns: readonly RawColumn[], mapping: Mapping): IncidentReader {
  const { cell, named } = cellsIn(columns, mapping);
  const ids = new Ids();
  const [types, actors] = [
    new Met((id): TypeDef => ({ id: id as TypeId, label: ids.nameOf(id), description: null })),
    new Map<string, string>(),
  ];
  const countries = new Map<string, string | null>();
  const sources = new Met((id) => sourceOf(id, ids.nameOf(id)));
  const read = {
    ...{ title: cell('title'), type: cell('type'), subtypes: cell('subtypes') },
    ...{
      regions: cell('regions'),
      name: cell('place', 'place.name'),
      country: cell('country', 'place.country'),
    },
    ...{ lat: cell('lat', 'place.lat'), lon: cell('lon', 'place.lon') },
    ...{ precision: cell('geo_precision', 'place.precision'), note: cell('territory_note', 'place.note') },
    ...{ initiator: cell('initiator'), links: cell('links'), targets: cell('targets') },
    ...{ disputed: cell('nature_disputed'), inScope: cell('in_scope'), scopeNote: cell('scope_note') },
    ...{ sources: cell('sources'), notes: cell('notes') },
  };
  const estimates = byEstimateEntry(({ flat }) => {
    const [low, best, high] = ['low', 'best', 'high'].map((end) => cell(`${flat}_${end}`));
    return (cells: readonly string[]): Estimate => ({
      ...{ low: numberIn(low!(cells)), best: numberIn(best!(cells)), high: numberIn(high!(cells)) },
    });
  });
  const own = ownReader(mapping.fields ?? [], mapping.decimals, named);
  const enterLinks = (links: readonly Link[]) => {
    for (const { actor, claimant, sources: said } of links) {
      for (const id of [actor, claimant]) if (id !== null) actors.set(id, ids.nameOf(id));
      sources.enter(said);
    }
  };
  return {
    read(cells, id, date) {
      const said = own(cells);
      const links = linksIn(read.links(cells), ids);
      enterLinks(links ?? []);
      const [[type = null], subtypes] = [
        ids.in<TypeId>(read.type(cells), 't').slice(0, 1),
        ids.in<TypeId>(read.subtypes(cells), 't'),
      ];
      types.enter(type === null ? subtypes : [type, ...subtypes]);
      const [regions, country] = [ids.in<RegionId>(read.regions(cells), 'r'), textOf(read.country(cells))];
      for (const region of regions) {
        // Of a region in several countries none is said.
        const before = countries.get(region);
        countries.set(region, before === undefined || before === country ? country : null);
      }
      const cited = ids.in<SourceId>(read.sources(cells), 's');
      sources.enter(cited);
      const value: Incident = {
        ...{ id, date, title: read.title(cells), type, subtypes, regions },
        place: {
          ...{ name: textOf(read.name(cells)), country },
          ...{ lat: numberIn(read.lat(cells)), lon: numberIn(read.lon(cells)) },
          ...{ precision: oneOf(GEO_PRECISIONS)(read.precision(cells)), note: textOf(read.note(cells)) },
        },
        ...{ links: links ?? [], targets: members(read.targets(cells)) },
        ...byEstimateEntry(({ property }) => estimates[property](cells)),
        natureDisputed: read.disputed(cells) === 'true',
        inScope: read.inScope(cells) !== 'false',
        scopeNote: textOf(read.scopeNote(cells)),
        initiator: oneOf(INITIATORS)(read.initiator(cells)) ?? 'unclear',
        ...{ sources: cited, notes: textOf(read.notes(cells)), own: said.value },
      };
      const unread =
        links === null
          ? [
              {
                code: 'bad-list',
                column: 'links',
                value: read.links(cells),
                reason: 'this is no list of links',
              } as const,
            ]
          : NO_PROBLEMS;
      return { value, problems: unread.length === 0 ? said.problems : [...said.problems, ...unread] };
    },
    types: () => types.all(),
    regions: () =>
      [...countries].map(
        ([id, country]): RegionDef => ({ id: id as RegionId, label: ids.nameOf(id), country }),
      ),
    sources: () => sources.all(),
    actors: () => actors,
    saidNothing: () => [],
  };
}
