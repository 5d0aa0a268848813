import { effectOf } from '../../lib/importers/import-codes';
import type { ExaminedTable } from '../../lib/importers/run/import-file';
import type { DateMapping, Mapping } from '../../lib/mapping/mapping';
import type { ProblemEffect } from '../../lib/problems/code-table';
import type { Estimate, Incident, Series } from '../../lib/series/model';
import { formatDay } from '../../lib/time/day';
import type { CollectedSeries } from './collect-series';

/** Names with counts, most first, then by name. */
type Ranking = readonly (readonly [name: string, incidents: number])[];

/** For tests: what an import has made of a file, to be held to counts of others. */
export interface FileSummary {
  readonly rows: number;
  readonly incidents: number;
  readonly lost: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  /** The first rows that are lost or skipped: the line on which each begins, and why. */
  readonly unused: readonly (readonly [line: number | null, code: string])[];
  readonly warnings: Readonly<Record<string, number>>;
  readonly first: string | null;
  readonly last: string | null;
  /** Incidents that went on for more than a day, that have no end, and whose day is in doubt. */
  readonly lasted: number;
  readonly openEnds: number;
  readonly inDoubt: number;
  /** The sum of the best figures; null where there is no column of them. */
  readonly dead: number | null;
  readonly deadReported: number;
  /** Incidents with a point. */
  readonly located: number;
  readonly actors: number;
  readonly topActors: Ranking;
  readonly types: number;
  readonly topTypes: Ranking;
}

const MOST = 6;
const MOST_UNUSED = 10;

function ranked(counts: ReadonlyMap<string, number>): Ranking {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
}

function tallied(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Names of actors by how many incidents each has, however often it is linked to one. */
function actorRanking({ series }: CollectedSeries): Ranking {
  const names = new Map(series.actors.map(({ id, name }) => [id as string, name]));
  const linked = series.incidents.flatMap(({ links }) => [...new Set(links.map(({ actor }) => actor))]);
  return ranked(tallied(linked.map((id) => names.get(id) ?? id)));
}

function typeRanking({ series }: CollectedSeries): Ranking {
  const labels = new Map(series.types.map(({ id, label }) => [id as string, label]));
  const types = series.incidents.flatMap(({ type }) => (type === null ? [] : [labels.get(type) ?? type]));
  return ranked(tallied(types));
}

const count = (incidents: readonly Incident[], fits: (incident: Incident) => boolean) =>
  incidents.filter(fits).length;

/** Counts anew what the incidents and the problems say; nothing of the import's own counts is taken. */
export function summaryOf(collected: CollectedSeries, mapping: Mapping): FileSummary {
  const { series, problems } = collected;
  const { incidents } = series;
  const coded = (effect: ProblemEffect) =>
    Object.fromEntries(
      tallied(problems.filter(({ code }) => effectOf(code) === effect).map(({ code }) => code)),
    );
  const days = incidents.map(({ date }) => date);
  const best = incidents.map(({ fatalities }: { fatalities: Estimate }) => fatalities.best);
  const figures = best.filter((figure) => figure !== null);
  const [lost, skipped] = [coded('row'), coded('skip')];
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  return {
    rows: incidents.length + sum(lost) + sum(skipped),
    incidents: incidents.length,
    lost,
    skipped,
    unused: problems
      .filter(({ code }) => ['row', 'skip'].includes(effectOf(code)))
      .slice(0, MOST_UNUSED)
      .map(({ row, code }) => [row, code] as const),
    warnings: { ...coded('cell'), ...coded('warning') },
    first: edge(
      days.map(({ earliest }) => earliest, Math.min),
      Math.min,
    ),
    last: edge(
      days.map(({ latest }) => latest),
      Math.max,
    ),
    lasted: count(incidents, ({ date }) => date.until !== null),
    openEnds: count(incidents, ({ date }) => date.openEnd),
    inDoubt: count(incidents, ({ date }) => date.earliest !== date.latest),
    dead: mapping.fatalities.best === null ? null : figures.reduce((a, b) => a + b, 0),
    deadReported: figures.length,
    located: count(incidents, ({ place }) => place.lat !== null && place.lon !== null),
    actors: series.actors.length,
    topActors: actorRanking(collected),
    types: series.types.length,
    topTypes: typeRanking(collected),
  };
}

type KnownDay = Parameters<typeof formatDay>[0];

function edge(days: readonly (KnownDay | null)[], pick: (a: number, b: number) => number): string | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : formatDay(known.reduce((a, b) => pick(a, b) as KnownDay));
}

function dateInWords(date: DateMapping): string {
  if (date.kind === 'one') return date.column;
  if (date.kind === 'span') return `${date.start} to ${date.end}`;
  return [date.year, date.month, date.day, date.text].filter((column) => column !== null).join(' / ');
}

const LISTED = [
  'id',
  'title',
  'type',
  'subtypes',
  'regions',
  'districts',
  'place',
  'country',
  'lat',
  'lon',
] as const;
const FIGURES = ['fatalities', 'injured', 'perpetratorsKilled'] as const;

/** For tests: a mapping in short, with what it leaves alone left out. */
export function mappingInShort(mapping: Mapping): Record<string, unknown> {
  const { rule } = mapping.date;
  const all = {
    layout: mapping.layout,
    date: dateInWords(mapping.date),
    dateRule: Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null)),
    ...Object.fromEntries(LISTED.map((field) => [field, mapping[field]])),
    actors: mapping.actors.map(({ column, separator }) => (separator ? `${column} (${separator})` : column)),
    placeholders: mapping.actorDecisions.placeholders,
    targets: mapping.targets?.columns ?? null,
    ...Object.fromEntries(FIGURES.map((field) => [field, Object.values(mapping[field]).filter(Boolean)])),
    sources: mapping.sources?.columns ?? null,
    notes: mapping.notes,
  };
  const says = (value: unknown) => value !== null && Object.values(Object(value)).length > 0;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => says(value)));
}

/** For tests: how many regions lie in how many others, from the outermost. */
export function regionLevels({ regions }: Pick<Series, 'regions'>): readonly number[] {
  const parents = new Map<string, string | undefined>(regions.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string | undefined): number => (id === undefined ? -1 : 1 + depthOf(parents.get(id)));
  const levels: number[] = [];
  for (const { id } of regions) levels[depthOf(id)] = (levels[depthOf(id)] ?? 0) + 1;
  return levels;
}

/** For tests: how the bytes were read, in the notes of the file itself. */
export function readingInShort({ opened }: ExaminedTable): Record<string, unknown> {
  const { format, encoding, delimiter, path } = opened.reading;
  return { format, encoding, delimiter, path, notes: opened.notes };
}
