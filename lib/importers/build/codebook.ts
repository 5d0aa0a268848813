import { titleColumns } from '../../mapping/mapped-columns';
import type { DateMapping, EstimateMapping, Mapping } from '../../mapping/mapping';
import { ESTIMATES } from '../../series/measures';
import type { SeriesMeta } from '../../series/model';

type Entry = readonly [column: string | null, meaning: string];

function dateEntries(date: DateMapping): Entry[] {
  switch (date.kind) {
    case 'one': {
      const precise = date.precision !== null && 'column' in date.precision ? date.precision.column : null;
      return [
        [date.column, 'The date of the incident.'],
        [precise, 'How precise the date is.'],
      ];
    }
    case 'parts':
      return [
        [date.year, 'The year of the incident.'],
        [date.month, 'The month of the incident.'],
        [date.day, 'The day of the month of the incident.'],
        [date.quarter ?? null, 'The quarter of the year of the incident.'],
        [date.dayOfYear ?? null, 'The day of the year of the incident.'],
        [date.week ?? null, 'The week of ISO 8601 of the incident.'],
        [date.end?.year ?? null, 'The year in which the incident ended.'],
        [date.end?.month ?? null, 'The month in which the incident ended.'],
        [date.end?.day ?? null, 'The day of the month on which the incident ended.'],
        [date.text, 'The date in words, where year, month and day do not say it.'],
      ];
    case 'span': {
      const meaning = 'column' in date.meaning ? date.meaning.column : null;
      return [
        [date.start, 'The first day of the incident, or the first on which it may have been.'],
        [date.end, 'The last day of the incident, or the last on which it may have been.'],
        [meaning, 'Whether two days mean that the incident lasted, or doubt about its day.'],
      ];
    }
  }
}

/** `whom` says whom the figure includes; null where the publisher does not say. */
function estimateEntries(
  what: string,
  { low, best, high, parts = [] }: EstimateMapping,
  whom: string | null = null,
): Entry[] {
  const one = low === null && high === null;
  const more = whom === null ? '' : ` ${whom}`;
  return [
    [low, `${what}: the low figure.`],
    [best, `${one ? `${what}.` : `${what}: the best figure.`}${more}`],
    [high, `${what}: the high figure.`],
    ...parts.map((column): Entry => [column, `${what}: a part, added to the others.`]),
  ];
}

function ruleColumn(rule: object): string | null {
  return 'column' in rule ? String(rule.column) : null;
}

function actorEntries({ actors, actorDecisions }: Mapping): Entry[] {
  const unknown = actorDecisions.placeholders.map((text) => `“${text}”`).sort();
  const without = unknown.length === 0 ? '' : ` No actor is meant by ${unknown.join(', ')}.`;
  return actors.flatMap(({ column, relation, certainty }): Entry[] => {
    const how = 'fixed' in relation ? ` (${relation.fixed})` : '';
    return [
      [column, `An actor of the incident${how}.${without}`],
      [ruleColumn(relation), 'How actors are tied to the incident.'],
      [ruleColumn(certainty), 'How certain it is that actors are tied to the incident.'],
    ];
  });
}

function typeEntries({ type, subtypes, typeLabels }: Mapping): Entry[] {
  const codes = Object.entries(typeLabels)
    .map(([code, label]) => `${code} is ${label}`)
    .sort();
  const meaning = ['The type of the incident', ...(codes.length === 0 ? [] : [codes.join('; ')])].join(': ');
  return [[type, `${meaning}.`], ...subtypes.map((column): Entry => [column, 'A subtype of the incident.'])];
}

function placeEntries({ regions, districts, place, country, lat, lon, geoPrecision }: Mapping): Entry[] {
  return [
    ...regions.map((column): Entry => [column, 'A region in which the incident was.']),
    ...districts.map((column): Entry => [column, 'A district of the region in which the incident was.']),
    [place, 'The place of the incident.'],
    [country, 'The country of the incident.'],
    [lat, 'Latitude in degrees.'],
    [lon, 'Longitude in degrees.'],
    [geoPrecision === null ? null : ruleColumn(geoPrecision), 'How precise the place is.'],
  ];
}

function entriesOf(mapping: Mapping): Entry[] {
  const { targets, sources, notes } = mapping;
  return [
    [mapping.id, 'The id of the incident.'],
    ...dateEntries(mapping.date),
    [mapping.date.zone ?? null, 'The zone of which the day is taken.'],
    ...titleColumns(mapping.title).map((column): Entry => [column, 'Part of the title.']),
    ...typeEntries(mapping),
    ...actorEntries(mapping),
    ...(targets?.columns ?? []).map((column): Entry => [column, 'Who or what was struck.']),
    ...placeEntries(mapping),
    ...ESTIMATES.flatMap(({ counts, property }) =>
      estimateEntries(counts, mapping[property], property === 'fatalities' ? mapping.meta.killed : null),
    ),
    ...(sources?.columns ?? []).map((column): Entry => [column, 'A source of the incident.']),
    ...notes.map((column): Entry => [column, 'What is said of the incident.']),
    [ruleColumn(mapping.initiator), 'Who began the incident.'],
    [ruleColumn(mapping.natureDisputed), 'Whether it is disputed that it was an attack.'],
    [ruleColumn(mapping.inScope), 'Whether the incident is within the scope of the series.'],
  ];
}

/**
 * One entry for each column that is used, with all that it is used for. How texts became dates is left out: the same
 * days come as text from one format and as real dates from another.
 */
export function codebookOf(mapping: Mapping): SeriesMeta['codebook'] {
  const meanings = new Map<string, string[]>();
  for (const [column, meaning] of entriesOf(mapping)) {
    if (column === null) continue;
    const known = meanings.get(column);
    if (!known) meanings.set(column, [meaning]);
    else if (!known.includes(meaning)) known.push(meaning);
  }
  return [...meanings].map(([field, said]) => ({ field, meaning: said.join(' ') }));
}
