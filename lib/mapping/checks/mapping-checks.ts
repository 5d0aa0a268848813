import { type DateRule, ISO_DATES } from '../../dates/date-rule';
import { FORMATS, type WantedReading } from '../../formats/reading';
import { FIELD_KINDS } from '../../series/field-kinds';
import { AGGREGATES, FIELD_ID } from '../../series/fields';
import { byProperty } from '../../series/measures';
import { CERTAINTIES, GEO_PRECISIONS, type GeoPrecision, INITIATORS, RELATIONS } from '../../series/model';
import { emptyMapping } from '../empty-mapping';
import type {
  ActorDecisions,
  ActorGroup,
  ActorMapping,
  CodedPrecision,
  DateMapping,
  DecimalSign,
  EndParts,
  EstimateMapping,
  FieldMapping,
  ListMapping,
  Mapping,
  MetaMapping,
  ValueRule,
} from '../mapping';
import {
  type Check,
  either,
  flag,
  listOf,
  nullable,
  oneOf,
  plain,
  recordOf,
  shape,
  text,
  webText,
  whole,
} from './checks';

const isFieldId = (json: unknown): json is string => typeof json === 'string' && FIELD_ID.test(json);

type Ruled<T> = Extract<ValueRule<T>, { readonly column: string }>;
type OfKind<K extends DateMapping['kind']> = Extract<DateMapping, { readonly kind: K }>;

const PRECISIONS = [
  'as-written',
  'day',
  'week',
  'month',
  'year',
] as const satisfies readonly CodedPrecision[];

const rule = <T>(check: Check<T>): Check<ValueRule<T>> =>
  either<ValueRule<T>>(
    (json): Check<ValueRule<T>> =>
      Object.hasOwn(json, 'fixed')
        ? shape<{ readonly fixed: T }>({ fixed: check })
        : shape<Ruled<T>>({ column: text, values: recordOf(check), otherwise: check }),
  );

const dateRule = shape<DateRule>(
  {
    order: nullable(oneOf(['day-first', 'month-first', 'year-first'])),
    language: nullable(text),
    numbers: nullable(oneOf(['year', 'year-pairs', 'compact', 'epoch-s', 'epoch-ms', 'excel', 'excel-1904'])),
    pivot: nullable(whole),
  },
  ISO_DATES,
);

/** What any date may have beside it; left out where it is not there. */
const aside = { check: text, zone: text, blank: oneOf(['above']) } as const;
const ASIDE = ['check', 'zone', 'blank'] as const;
const endParts = shape<EndParts>(
  { year: text, month: nullable(text), day: nullable(text) },
  { month: null, day: null },
);

const oneDate = shape<OfKind<'one'>>(
  {
    kind: oneOf(['one']),
    column: text,
    rule: dateRule,
    precision: nullable(rule(oneOf(PRECISIONS))),
    ...aside,
  },
  { rule: ISO_DATES, precision: null },
  ASIDE,
);

const dateParts = shape<OfKind<'parts'>>(
  {
    kind: oneOf(['parts']),
    year: text,
    month: nullable(text),
    day: nullable(text),
    week: text,
    quarter: text,
    dayOfYear: text,
    end: endParts,
    text: nullable(text),
    rule: dateRule,
    ...aside,
  },
  { month: null, day: null, text: null, rule: ISO_DATES },
  [...ASIDE, 'week', 'quarter', 'dayOfYear', 'end'],
);

const dateSpan = shape<OfKind<'span'>>(
  {
    kind: oneOf(['span']),
    start: text,
    end: text,
    rule: dateRule,
    meaning: rule(oneOf(['lasting', 'doubt'])),
    ...aside,
  },
  { rule: ISO_DATES, meaning: { fixed: 'lasting' } },
  ASIDE,
);

const date = either<DateMapping>(({ kind }) =>
  kind === 'parts' ? dateParts : kind === 'span' ? dateSpan : oneDate,
);

const actor = shape<ActorMapping>(
  {
    column: text,
    separator: nullable(text),
    relation: rule(oneOf(RELATIONS)),
    certainty: rule(oneOf(CERTAINTIES)),
  },
  { separator: null, relation: { fixed: 'involved' }, certainty: { fixed: 'certain' } },
);

const wholeEstimate = shape<EstimateMapping>(
  { low: nullable(text), best: nullable(text), high: nullable(text), parts: listOf(text) },
  { low: null, best: null, high: null, parts: [] },
);

/** Parts that are none stay out, so that a mapping is the same before and after. */
const estimate: Check<EstimateMapping> = (json, path, reasons) => {
  const { parts = [], ...columns } = wholeEstimate(json, path, reasons) ?? {};
  return (parts.length > 0 ? { ...columns, parts } : columns) as EstimateMapping;
};

const list = shape<ListMapping>({ columns: listOf(text), separator: nullable(text) }, { separator: null });
const group = shape<ActorGroup>({ name: text, spellings: listOf(text) });

const field = shape<FieldMapping>(
  {
    column: text,
    id: plain('small letters, digits, hyphens and underscores, at most 60', isFieldId),
    label: text,
    kind: oneOf(FIELD_KINDS),
    separator: nullable(text),
    unit: nullable(text),
    aggregate: oneOf(AGGREGATES),
    labels: recordOf(text),
    description: text,
    unknown: listOf(text),
    decimals: oneOf<DecimalSign>(['point', 'comma']),
  },
  { separator: null, unit: null, aggregate: 'none', labels: {} },
  ['description', 'unknown', 'decimals'],
);

const decisions = shape<ActorDecisions>(
  { groups: listOf(group), placeholders: listOf(text) },
  { groups: [], placeholders: [] },
);

const meta = shape<MetaMapping>(
  {
    title: nullable(text),
    description: nullable(text),
    publisher: nullable(text),
    licence: nullable(
      shape<NonNullable<MetaMapping['licence']>>(
        { name: text, url: nullable(webText), closed: nullable(text) },
        { url: null, closed: null },
      ),
    ),
    noun: nullable(shape<NonNullable<MetaMapping['noun']>>({ one: text, many: text })),
    places: nullable(text),
    killed: nullable(text),
  },
  {
    title: null,
    description: null,
    publisher: null,
    licence: null,
    noun: null,
    places: null,
    killed: null,
  },
);

/** How a file is read. Keys left out stay out, for they are found again. */
const reading: Check<WantedReading> = (json, path, reasons) => {
  const whole_ = shape<Record<string, unknown>>(
    {
      format: oneOf(FORMATS),
      entry: nullable(text),
      sheet: nullable(text),
      path: nullable(text),
      encoding: nullable(text),
      delimiter: nullable(text),
      header: nullable(whole),
    },
    {
      format: undefined,
      entry: undefined,
      sheet: undefined,
      path: undefined,
      encoding: undefined,
      delimiter: undefined,
      header: undefined,
    },
  )(json, path, reasons);
  return Object.fromEntries(Object.entries(whole_ ?? {}).filter(([, value]) => value !== undefined));
};

/** Every key of a mapping. All but the date may be left out, and are then as in {@link emptyMapping}. */
export function mappingCheck(ownShape: string): Check<Mapping> {
  const { date: _, ...otherwise } = emptyMapping(
    { kind: 'one', column: '', rule: ISO_DATES, precision: null },
    ownShape,
  );
  return shape<Mapping>(
    {
      format: oneOf(['annals-mapping/1']),
      shape: text,
      layout: nullable(text),
      reading,
      row: oneOf(['incident', 'claim']),
      date,
      id: nullable(text),
      title: nullable(text),
      actors: listOf(actor),
      targets: nullable(list),
      type: nullable(text),
      subtypes: listOf(text),
      typeLabels: recordOf(text),
      regions: listOf(text),
      regionSeparator: nullable(text),
      districts: listOf(text),
      regionsByPoint: nullable(text),
      place: nullable(text),
      country: nullable(text),
      lat: nullable(text),
      lon: nullable(text),
      pairOrder: oneOf(['lat-lon', 'lon-lat']),
      geoPrecision: nullable(rule<GeoPrecision | null>(nullable(oneOf(GEO_PRECISIONS)))),
      ...byProperty(() => estimate),
      unknownNumbers: listOf(text),
      decimals: oneOf(['point', 'comma']),
      literals: recordOf(listOf(text)),
      sources: nullable(list),
      notes: listOf(text),
      initiator: rule(oneOf(INITIATORS)),
      natureDisputed: rule(flag),
      inScope: rule(flag),
      actorDecisions: decisions,
      fields: nullable(listOf(field)),
      meta,
    },
    otherwise,
  );
}
