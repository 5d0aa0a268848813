import * as z from 'zod';
import type { Problem } from '../../problems/problem';
import { FIELD_KINDS } from '../../series/field-kinds';
import { AGGREGATES, FIELD_ID } from '../../series/fields';
import { webAddress } from '../../text/web-address';
import { parseBound } from '../../time/bounds';
import { parseDay } from '../../time/day';
import { problemAt } from '../import-codes';
import { isPattern } from './tables/cell-pattern';

/** The file that describes a package, at its root. */
export const DESCRIPTOR_FILE = 'datapackage.json';

const day = z.string().refine((text) => parseDay(text) !== null, 'not a day that exists, written YYYY-MM-DD');
const words = z.string().min(1);
const bound = z
  .string()
  .refine(
    (text) => parseBound(text) !== null,
    'not a year, month or day, written YYYY, YYYY-MM or YYYY-MM-DD',
  );

/** Constraints that are checked. Others are refused, since a constraint nobody checks is a promise nobody keeps. */
const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.string()).min(1).optional(),
  pattern: z.string().refine(isPattern, 'not a regular expression as RE2 reads them').optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

/** What makes a column of the incidents a field of the series' own; a column of the type `list` has many values. */
const ownField = z.strictObject({
  id: z.string().regex(FIELD_ID, 'not small letters, digits, - and _'),
  label: words,
  kind: z.enum(FIELD_KINDS),
  unit: words.nullable().default(null),
  aggregate: z.enum(AGGREGATES).default('none'),
  column: z.string().nullable().default(null),
  description: z.string().nullable().default(null),
});

const field = z.object({
  name: words,
  type: z
    .enum(['string', 'integer', 'number', 'boolean', 'date', 'list', 'geojson', 'any'])
    .default('string'),
  description: z.string().optional(),
  delimiter: z.literal('|', 'lists are joined by |').optional(),
  constraints: constraints.optional(),
  annals: ownField.optional(),
});

const names = z.union([words.transform((name) => [name]), z.array(words).min(1)]);

const schema = z.object({
  fields: z.array(field).min(1),
  primaryKey: names.optional(),
  foreignKeys: z
    .array(
      z.object({ fields: names, reference: z.object({ resource: z.string().default(''), fields: names }) }),
    )
    .default([]),
  missingValues: z.tuple([z.literal('')]).optional(),
});

const path = words.refine(
  (text) => !/^([/\\]|[A-Za-z][A-Za-z0-9+.-]*:)|(^|[/\\])\.\.([/\\]|$)/.test(text),
  'not a path inside the package',
);

const descriptor = z
  .object({
    title: z.string(),
    description: z.string().default(''),
    licenses: z
      .array(z.object({ name: words, path: z.string().optional() }))
      .min(1, 'the package names no licence'),
    resources: z.array(z.object({ name: words, path, schema })).min(1),
    annals: z.object({
      format: z.literal(1),
      /** Written by Annals from a revision: texts may be empty, and cells are read by `exact-cells.ts`. */
      exact: z.boolean().default(false),
      publisher: z.string(),
      noun: z.object({ one: words, many: words }).default({ one: 'incident', many: 'incidents' }),
      coverage: z
        .object({ from: day, to: day, places: z.string(), note: z.string().nullable().default(null) })
        .refine(({ from, to }) => (parseDay(from) ?? 0) <= (parseDay(to) ?? 0), 'ends before it begins'),
      /** Up to when sources were read; left out where nobody says. */
      sourcesUntil: bound.optional(),
      /** Why rows may not be passed on; left out where they may. */
      closed: words.optional(),
      provenance: z.array(words).default([]),
      /** Instead of the descriptions of the fields. */
      codebook: z.array(z.object({ field: words, meaning: z.string() })).optional(),
    }),
  })
  .superRefine(({ title, annals }, context) => {
    if (annals.exact) return;
    const mustBeFilled = [
      [['title'], title],
      [['annals', 'publisher'], annals.publisher],
      [['annals', 'coverage', 'places'], annals.coverage.places],
    ] as const;
    for (const [path, text] of mustBeFilled) {
      if (text === '') context.addIssue({ code: 'custom', path: [...path], message: 'must be filled' });
    }
  })
  .superRefine(({ licenses, annals }, context) => {
    // A path within the package may stand here too; it is kept as a text.
    const isOther = ({ path = '' }: { path?: string | undefined }) =>
      /^\s*[a-z][a-z\d+.-]*:/i.test(path) && webAddress(path) === null;
    const at = annals.exact ? -1 : licenses.findIndex(isOther);
    if (at < 0) return;
    const message = 'not an http or https address';
    context.addIssue({ code: 'custom', path: ['licenses', at, 'path'], message });
  })
  .superRefine(({ resources }, context) => {
    const seen = new Set<string>();
    resources.forEach(({ name }, at) => {
      if (seen.has(name))
        context.addIssue({ code: 'custom', path: ['resources', at], message: `${name} twice` });
      seen.add(name);
    });
  })
  .superRefine(({ resources }, context) => {
    const ids = resources.flatMap(({ schema: { fields } }) =>
      fields.flatMap(({ annals }) => annals?.id ?? []),
    );
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) < at))) {
      context.addIssue({ code: 'custom', path: ['resources'], message: `two own fields have the id ${id}` });
    }
  });

export type Descriptor = z.infer<typeof descriptor>;
export type Resource = Descriptor['resources'][number];
export type FieldSchema = Resource['schema']['fields'][number];

function problem(column: string | null, reason: string, value: string | null = null): Problem {
  return problemAt({ file: DESCRIPTOR_FILE, row: null, column, value }, 'bad-descriptor', reason);
}

function readJson(text: string): { readonly json: unknown } | { readonly reason: string } {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : 'not JSON' };
  }
}

/** Reads `datapackage.json`: the descriptor, or null and why not. `column` of a problem is the path inside the JSON. */
export function readDescriptor(text: string): { descriptor: Descriptor | null; problems: Problem[] } {
  const read = readJson(text);
  if ('reason' in read) return { descriptor: null, problems: [problem(null, `not JSON: ${read.reason}`)] };
  const result = descriptor.safeParse(read.json);
  if (result.success) return { descriptor: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => problem(issue.path.join('.'), issue.message));
  return { descriptor: null, problems };
}
