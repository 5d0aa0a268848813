import type { RawColumn } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import { ESTIMATES, type EstimateProperty } from '../../series/measures';
import type {
  Estimate,
  Incident,
  IncidentId,
  Place,
  RegionDef,
  RegionId,
  Source,
  TypeDef,
} from '../../series/model';
import type { EventDate } from '../../time/event-date';
import { type Found, NO_PROBLEMS } from './cells/cell-problem';
import type { CellOf } from './cells/cell-reader';
import { cellOf } from './cells/cell-reader';
import { type KnownCells, knownCells, type SaidNothing } from './cells/known-cells';
import { rememberedTexts } from './cells/memo';
import { listReader } from './cells/split-cell';
import { ruleReader } from './cells/value-rule';
import { fallbackTitle } from './meta';
import { nameOf } from './names/actor-names';
import type { Names } from './names/names';
import { type Counted, estimateReader } from './parts/read-estimate';
import { linksReader } from './parts/read-links';
import { ownReader } from './parts/read-own';
import { placeReader } from './parts/read-place';
import { regionsReader } from './parts/read-regions';
import { typesReader } from './parts/read-types';
import { sourceList } from './parts/sources';
import { plainTitle, type TitleParts, titleTemplate } from './parts/title';

/** Makes an incident of a row's cells, and remembers what was named in all of them. */
export interface IncidentReader {
  readonly read: (cells: readonly string[], id: IncidentId, date: EventDate) => Found<Incident>;
  readonly types: () => TypeDef[];
  readonly regions: () => RegionDef[];
  readonly sources: () => Source[];
  /** The name of each actor that is linked, by id. */
  readonly actors: () => ReadonlyMap<string, string>;
  /** Texts that were taken to say that nothing is known, so far; with those that were met in rows read apart. */
  readonly saidNothing: (apart?: readonly SaidNothing[]) => readonly SaidNothing[];
}

type TitleOf = (cells: readonly string[], parts: TitleParts) => string;

/** The template of the mapping, else what is known of type, actors and place, else what an incident is called. */
function titleReader(columns: readonly RawColumn[], mapping: Mapping, known: KnownCells): TitleOf {
  const fallback = fallbackTitle(mapping);
  const fill = mapping.title === null ? () => '' : titleTemplate(columns, mapping.title, known.of);
  const plain = rememberedTexts(([type = '', actors = '', place = '']) =>
    plainTitle({ type, actors, place }, fallback),
  );
  return (cells, { type, actors, place }) => fill(cells) || plain([type, actors, place]);
}

/** Why an incident is outside the scope: the cell that says so, after its column's name. */
function scopeNoteReader(
  columns: readonly RawColumn[],
  rule: Mapping['inScope'],
): (cells: readonly string[]) => string | null {
  if ('fixed' in rule) return () => null;
  const inScope = ruleReader(columns, rule);
  const read = cellOf(columns, rule.column);
  return (cells) => (inScope(cells) ? null : `${rule.column}: ${read(cells) || '–'}`);
}

/** Those who did it and died: by a column of their own, else as the killed count them apart, `5 (+1)`. */
function attackersOf(own: Counted, killed: Counted): Estimate {
  const { attackers } = killed;
  const { low, best, high } = own.estimate;
  const isSaid = low !== null || best !== null || high !== null;
  return isSaid || attackers === null ? own.estimate : { low: attackers, best: attackers, high: attackers };
}

function gather(all: readonly Found<unknown>[]): Found<unknown>['problems'] {
  let problems = NO_PROBLEMS;
  for (const one of all) {
    if (one.problems.length > 0)
      problems = problems.length > 0 ? [...problems, ...one.problems] : one.problems;
  }
  return problems;
}

type Estimates = Record<EstimateProperty, Estimate>;

/** Reads the estimates of the model; in loops, for this is done for every row. */
export function estimatesReader(
  columns: readonly RawColumn[],
  mapping: Mapping,
): (cells: readonly string[]) => Found<Readonly<Estimates>> {
  const readers = ESTIMATES.map(
    ({ property }) => [property, estimateReader(columns, mapping[property], mapping)] as const,
  );
  return (cells) => {
    const counted = {} as Record<EstimateProperty, Counted>;
    const value = {} as Estimates;
    let problems = NO_PROBLEMS;
    for (const [property, read] of readers) {
      const found = read(cells);
      counted[property] = found.value;
      value[property] = found.value.estimate;
      if (found.problems.length > 0) problems = [...problems, ...found.problems];
    }
    // The cells of the killed may say how many of them were attackers.
    value.perpetratorsKilled = attackersOf(counted.perpetratorsKilled, counted.fatalities);
    return { value, problems };
  };
}

/** Compiles all of a mapping but its date and id. */
export function incidentReader(
  columns: readonly RawColumn[],
  mapping: Mapping,
  names: Names,
): IncidentReader {
  const [types, regions, actors] = [
    new Map<string, TypeDef>(),
    new Map<string, RegionDef>(),
    new Map<string, string>(),
  ];
  const known = knownCells(columns, mapping);
  const readTypes = typesReader(columns, mapping, names, types, known);
  const readRegions = regionsReader(columns, mapping, names, regions, known);
  const readPlace = placeReader(columns, mapping, known);
  const readLinks = linksReader(columns, mapping, names, actors);
  const readTargets = listReader(mapping.targets, known.of);
  const readEstimates = estimatesReader(columns, mapping);
  const natureDisputed = ruleReader(columns, mapping.natureDisputed);
  const inScope = ruleReader(columns, mapping.inScope);
  const scopeNote = scopeNoteReader(columns, mapping.inScope);
  const initiator = ruleReader(columns, mapping.initiator);
  const list = sourceList(columns, mapping.sources, known);
  const readNotes = notesReader(mapping.notes, known.of);
  const readTitle = titleReader(columns, mapping, known);
  const readOwn = ownReader(mapping.fields ?? [], mapping.decimals, known.of);
  const labelOf = (region: RegionDef['id'] | undefined) =>
    region === undefined ? undefined : regions.get(region)?.label;

  /** Whether a row says no more of its place than its country, which then is its region. */
  const isOfCountry = ({ name, lat, country }: Place, [region]: readonly RegionId[]) =>
    region !== undefined &&
    name === null &&
    lat === null &&
    country !== null &&
    region === names.country?.(nameOf(country));

  const read: IncidentReader['read'] = (cells, id, date) => {
    const kind = readTypes(cells);
    const region = readRegions(cells);
    const where = readPlace(cells);
    const who = readLinks(cells);
    const estimates = readEstimates(cells);
    const own = readOwn(cells);
    const place = where.value.name ?? labelOf(region.value[0]) ?? where.value.country ?? '';
    const value: Incident = {
      id,
      date,
      title: readTitle(cells, { type: kind.value.label, actors: who.value.words, place }),
      type: kind.value.type,
      subtypes: kind.value.subtypes,
      regions: region.value,
      place: isOfCountry(where.value, region.value) ? { ...where.value, precision: 'country' } : where.value,
      links: who.value.links,
      targets: readTargets(cells),
      ...estimates.value,
      natureDisputed: natureDisputed(cells),
      inScope: inScope(cells),
      scopeNote: scopeNote(cells),
      initiator: initiator(cells),
      sources: list.read(cells),
      notes: readNotes(cells),
      own: own.value,
    };
    return { value, problems: gather([kind, region, where, who, estimates, own]) };
  };
  return {
    read,
    types: () => [...types.values()],
    regions: () => [...regions.values()],
    sources: list.all,
    actors: () => actors,
    saidNothing: known.saidNothing,
  };
}

/** Reads notes: the text of one column as it is, those of several each after its column's name, a line apart. */
function notesReader(
  names: readonly string[],
  cellOf: (name: string) => CellOf,
): (cells: readonly string[]) => string | null {
  const reads = names.map((name) => [name, cellOf(name)] as const);
  const [only] = reads;
  if (only === undefined) return () => null;
  if (reads.length === 1) return (cells) => only[1](cells) || null;
  return (cells) => {
    let text = '';
    for (const [name, read] of reads) {
      const cell = read(cells);
      if (cell !== '') text += `${text === '' ? '' : '\n'}${name}: ${cell}`;
    }
    return text || null;
  };
}
