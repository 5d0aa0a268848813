import * as z from 'zod';
import type { ProblemDetail } from '../../export/documents/problem-document';
import type { Filter, Query } from '../../query/query';
import { byAsked } from '../../series/facets';
import { FACETS } from '../../series/field-table';
import { BASE_MEASURES } from '../../series/measures';
import { countBins } from '../../time/bin';
import { type Day, MAX_DAY, MIN_DAY } from '../../time/day';
import { GRAMMAR } from '../../view/grammar';
import { OWN_KEY } from '../../view/grammar/own-clause';
import { MAX_LIST, MAX_VALUE } from '../../view/grammar/reading';
import { MOST_BINS } from '../../view/resolve';

/** The largest body, the most queries in it, and the most rows, marks and places that one may ask for. */
export const MOST_BYTES = 262_144;
const MOST_QUERIES = 64;
const MOST_ROWS = 1000;
const MOST_MARKS = 2000;
const MOST_PLACES = 10_000;
const MOST_GROUPS = 100;

const day = z.int().min(MIN_DAY).max(MAX_DAY);
const text = z.string().min(1).max(MAX_VALUE);
const list = z.array(text).max(MAX_LIST);
/** Folding may write one character as eighteen, so the words of a search can be longer than what was typed. */
const words = z
  .array(
    z
      .string()
      .min(1)
      .max(20 * MAX_VALUE),
  )
  .max(2 * MAX_LIST);

/** More clauses on own fields, or measures over them, than this are no view. */
const MOST_OWN = 400;
const ownKey = z.string().regex(OWN_KEY);
/** A name of the model's, or a field of the series' own. */
function orOwn<const T extends readonly [string, ...string[]]>(names: T) {
  return z.union([z.enum(names), ownKey]);
}
const split = orOwn(GRAMMAR.split.choices);
const roll = z.union([z.literal('roots'), list]).optional();
const end = z.string().max(MAX_VALUE).nullable();
const ownFilter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('values'), key: ownKey, values: list }),
  z.strictObject({
    kind: z.literal('numbers'),
    key: ownKey,
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('days'), key: ownKey, from: end, to: end }),
]);

const degrees = (most: number) => z.number().min(-most).max(most);
const box = z
  .strictObject({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
  .nullable();
const grid = z.union([
  z.strictObject({ across: z.number().min(1).max(5000), parallel: z.number().min(0).max(80) }),
  z.strictObject({ atLeast: z.number().min(0).max(5000) }),
]);

/** What was added later may be left out, and then means what a query meant before. */
const filter = z
  .strictObject({
    from: day,
    to: day,
    ...byAsked(({ apart }) => (apart === null ? list : z.union([z.literal('any'), list]))),
    suspicions: z.boolean().optional(),
    disputed: z.enum(GRAMMAR.disputed.choices).nullable(),
    scope: z.enum([...GRAMMAR.scope.choices, 'any']),
    own: z.array(ownFilter).max(MOST_OWN).default([]),
    series: z
      .strictObject({ split, roll, each: list, beyond: list.default([]), only: list, not: list })
      .nullable(),
    box: box.default(null),
    places: list.default([]),
    words,
    nothing: z.boolean(),
  } satisfies Readonly<Record<keyof Filter, z.ZodType>>)
  .transform((one) => ({ ...one, suspicions: one.suspicions ?? one.relations.includes('suspected') }));

const bin = z.enum(GRAMMAR.bin.choices);
const measure = orOwn(BASE_MEASURES);
const columns = GRAMMAR.columns.choices;
const sort = z.array(z.strictObject({ column: orOwn(columns), descending: z.boolean() })).max(columns.length);

const bins = z
  .strictObject({
    kind: z.literal('bins'),
    filter,
    bin,
    measure,
    split,
    roll,
    stacked: z.boolean(),
    beyond: list.nullable().default(null),
    only: list.optional(),
  })
  .refine(
    // A window of years is never refused: there is no coarser bin.
    (query) =>
      query.bin === 'year' ||
      countBins(query.filter.from as Day, query.filter.to as Day, query.bin) <= MOST_BINS,
    { message: `more than ${MOST_BINS} bins`, path: ['bin'] },
  );

const query = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total'), filter, bin, own: z.array(ownKey).max(MOST_OWN).optional() }),
  bins,
  z.strictObject({
    ...{ kind: z.literal('groups'), filter, measure, split, roll },
    stacked: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('facet'), filter, facet: orOwn(FACETS) }),
  z.strictObject({
    kind: z.literal('rows'),
    filter,
    sort,
    offset: z.int().min(0).max(1_000_000_000),
    limit: z.int().min(1).max(MOST_ROWS),
  }),
  z.strictObject({ kind: z.literal('position'), filter, sort, incident: text }),
  z.strictObject({ kind: z.literal('marks'), filter, split, roll, limit: z.int().min(0).max(MOST_MARKS) }),
  z.strictObject({
    ...{ kind: z.literal('places'), filter, measure, split, roll, stacked: z.boolean() },
    ...{
      box,
      grid,
      most: z.int().min(0).max(MOST_PLACES),
      mostGroups: z.int().min(1).max(MOST_GROUPS).optional(),
    },
  }),
  z.strictObject({ kind: z.literal('spells'), filter }),
  z.strictObject({ kind: z.literal('incident'), incident: text }),
]);

const body = z.strictObject({
  revision: z.string().regex(/^[0-9a-f]{12,64}$/, '12 to 64 hexadecimal digits'),
  queries: z.array(query).min(1).max(MOST_QUERIES),
  bins: z.literal('columns').optional(),
});

/** What a client asks: queries about one revision. */
export interface QueryBody {
  readonly revision: string;
  readonly queries: readonly Query[];
  /** How many bins are sent; as they are where nothing is said. */
  readonly bins?: 'columns';
}

export type BodyReading =
  | { readonly kind: 'body'; readonly body: QueryBody }
  | { readonly kind: 'bad'; readonly errors: readonly ProblemDetail[] };

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** Checks a body to the last field: engines are only asked what they can answer, and no more than they can carry. */
export function readQueryBody(content: string): BodyReading {
  const result = body.safeParse(parseJson(content));
  // The schema describes a Query field by field; only the brands of its numbers and ids are not in it.
  if (result.success) return { kind: 'body', body: result.data as unknown as QueryBody };
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    key: issue.path.join('.'),
    value: '',
    code: 'bad-body',
    message: issue.message,
  }));
  return { kind: 'bad', errors };
}
