import { byProperty, ESTIMATES } from '../series/measures';
import type { DateMapping, EstimateMapping, ListMapping, Mapping, MappingField, ValueRule } from './mapping';

const present = (names: readonly (string | null)[]) => names.filter((name) => name !== null);

/** The columns in braces of a title: `{event_type} in {location}`. */
export function titleColumns(title: string | null): readonly string[] {
  return title === null ? [] : [...title.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** The columns that a date is read from, those that say how precise it is among them. */
export function dateColumns(date: DateMapping): readonly string[] {
  return [...ownDateColumns(date), ...present([date.check ?? null, date.zone ?? null])];
}

/** Of these, those that say when it was, without what a date is only checked or moved by. */
export function ownDateColumns(date: DateMapping): readonly string[] {
  if (date.kind === 'one') return [date.column, ...ofRule(date.precision)];
  if (date.kind === 'span') return [date.start, date.end, ...ofRule(date.meaning)];
  const { year, month, day, week = null, quarter = null, dayOfYear = null, text, end } = date;
  const ends = end ? [end.year, end.month, end.day] : [];
  return present([year, month, day, week, quarter, dayOfYear, text, ...ends]);
}

const ofRule = (rule: ValueRule<unknown> | null): readonly string[] =>
  rule !== null && 'column' in rule ? [rule.column] : [];
const ofEstimate = ({ low, best, high, parts = [] }: EstimateMapping) => present([low, best, high, ...parts]);
const ofList = (list: ListMapping | null) => list?.columns ?? [];

/**
 * The columns that each field of a mapping reads; fields that read none have an empty list. A column that a date is only
 * checked by is none of them: it is free to be shown as what it is.
 */
export function mappedColumns(mapping: Mapping): Readonly<Record<MappingField, readonly string[]>> {
  return {
    row: mapping.row === 'claim' ? present([mapping.id]) : [],
    date: [...ownDateColumns(mapping.date), ...present([mapping.date.zone ?? null])],
    id: present([mapping.id]),
    title: titleColumns(mapping.title),
    actors: mapping.actors.flatMap((actor) => [
      actor.column,
      ...ofRule(actor.relation),
      ...ofRule(actor.certainty),
    ]),
    targets: ofList(mapping.targets),
    type: present([mapping.type]),
    subtypes: mapping.subtypes,
    typeLabels: [],
    regions: mapping.regions,
    regionSeparator: [],
    districts: mapping.districts,
    regionsByPoint: [],
    place: present([mapping.place]),
    country: present([mapping.country]),
    lat: present([mapping.lat]),
    lon: present([mapping.lon]),
    pairOrder: [],
    geoPrecision: ofRule(mapping.geoPrecision),
    ...byProperty((property) => ofEstimate(mapping[property])),
    unknownNumbers: [],
    decimals:
      mapping.decimals === 'comma' ? ESTIMATES.flatMap(({ property }) => ofEstimate(mapping[property])) : [],
    literals: Object.keys(mapping.literals),
    sources: ofList(mapping.sources),
    notes: mapping.notes,
    initiator: ofRule(mapping.initiator),
    natureDisputed: ofRule(mapping.natureDisputed),
    inScope: ofRule(mapping.inScope),
    actorDecisions: [],
    fields: (mapping.fields ?? []).map(({ column }) => column),
    meta: [],
  };
}
