import * as z from 'zod';
import { FIELD_KINDS } from '../../series/field-kinds';
import { AGGREGATES, FIELD_ID } from '../../series/fields';

const text = z.string();
const textOrNull = text.nullable();
const texts = z.array(text);
const day = z.int();
const span = z.strictObject({ from: day, to: day });

const eventDate = z.strictObject({
  edtf: text,
  earliest: day.nullable(),
  latest: day.nullable(),
  days: z.array(span),
  possible: z.array(span).min(1),
  until: day.nullable(),
  openEnd: z.boolean(),
  precision: z.enum(['day', 'month', 'season', 'year', 'decade', 'century', 'unknown']),
  uncertain: z.boolean(),
  approximate: z.boolean(),
});

const meta = z.strictObject({
  id: text,
  title: text,
  description: text,
  publisher: text,
  licence: z.strictObject({ name: text, url: textOrNull, closed: text.optional() }),
  noun: z.strictObject({ one: text, many: text }),
  coverage: z.strictObject({ from: day, to: day, places: text, note: textOrNull }),
  sourcesUntil: text.optional(),
  provenance: texts,
  codebook: z.array(z.strictObject({ field: text, meaning: text })),
});

const ownField = z.strictObject({
  ...{
    id: text.regex(FIELD_ID),
    label: text,
    kind: z.enum(FIELD_KINDS),
    many: z.boolean(),
    unit: textOrNull,
  },
  ...{ aggregate: z.enum(AGGREGATES), column: textOrNull, description: textOrNull },
});

const coverageNote = z.strictObject({
  id: text,
  from: day,
  to: day,
  kind: z.enum(['gap', 'thin', 'sample']),
  actors: texts,
  types: texts,
  regions: texts.optional(),
  text,
});

const referenceCount = z.strictObject({
  ...{ id: text, who: text, basis: text, value: text, scope: text },
  ...{ from: day, to: day, openEnd: z.boolean(), sources: texts, note: text },
});

const denominator = z.strictObject({
  ...{ region: textOrNull, date: text, from: day, to: day, people: z.number().positive(), sources: texts },
});

const ring = z.array(z.tuple([z.number(), z.number()]));
const area = z.strictObject({
  ...{ region: text, date: textOrNull, from: day.nullable(), to: day.nullable() },
  ...{ polygons: z.array(z.array(ring)), sources: texts },
});

/** The version of the files of a revision; another is refused. */
export const FORMAT = 'annals-revision/1';

const columnReport = z.object({
  ...{ column: text, outcome: text, fields: texts, meaning: text, why: text, certainty: textOrNull },
});

/**
 * `manifest.json`: the guide without its actors, and how many incidents the revision holds. `columns` says what became of
 * those of the file it was made from; it is no part of the content, and older manifests do not have it.
 */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  incidents: z.int().nonnegative(),
  meta,
  /** Left out by revisions from before series had fields of their own, and by those that have none. */
  fields: z.array(ownField).default([]),
  types: z.array(z.strictObject({ id: text, label: text, description: textOrNull })),
  regions: z.array(z.strictObject({ id: text, label: text, country: textOrNull, parent: text.optional() })),
  coverageNotes: z.array(coverageNote),
  annotations: z.array(z.strictObject({ id: text, date: eventDate, label: text, text, sources: texts })),
  referenceCounts: z.array(referenceCount),
  namedViews: z.array(z.strictObject({ id: text, label: text, description: text, query: text })),
  denominators: z.array(denominator).optional(),
  areas: z.array(area).optional(),
  columns: z.array(columnReport).nullable().default(null),
});

const actor = z.strictObject({
  ...{ id: text, name: text, shortName: text, aliases: texts, kind: textOrNull, ideology: textOrNull },
  ...{
    activeFrom: textOrNull,
    activeTo: textOrNull,
    homeBase: textOrNull,
    notes: textOrNull,
    sources: texts,
  },
});

const actorRelation = z.strictObject({
  ...{ child: text, parent: text, kind: z.enum(['part', 'tie']) },
  ...{ from: eventDate.nullable(), to: eventDate.nullable(), note: textOrNull },
});

/** `actors.json`. */
export const actorsSchema = z.strictObject({
  actors: z.array(actor),
  actorRelations: z.array(actorRelation),
});

/** `sources.json`. */
export const sourcesSchema = z.array(
  z.strictObject({
    ...{ id: text, publisher: text, title: text, date: textOrNull, url: textOrNull },
    ...{ urlSeen: z.boolean(), origin: textOrNull, read: textOrNull },
  }),
);
