import fc from 'fast-check';
import { FIELD_KINDS, type FieldKind } from '../../lib/series/field-kinds';
import { AGGREGATES, type OwnField, type OwnValue, type OwnValues } from '../../lib/series/fields';
import type { Series } from '../../lib/series/model';
import { formatDay, toDay } from '../../lib/time/day';
import { arbitrarySeries } from './arbitrary-series';

/** Ids that a format has for something else, and such as become them with a prefix. */
const TAKEN = ['id', 'date', 'title', 'type', 'own_id', 'own_own_id', 'own', 'notes', 'place', 'constructor'];

/** Texts that cells, addresses and spreadsheets could take for something else. */
const ODD = [
  ...['none', 'several', 'a, b', '\\', '\\-', 'a|b', '|', '1..2', '=1+1', '-', 'true', 'null', '0', '007'],
  ...['"x"', ' two\nlines', '2024-02-30', 'a\uFEFF', 'взрыв', '日本', '<b>', "'=1", 'only:x'],
];

const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((one) => one.normalize('NFC')),
);
const words = text.filter((one) => one.trim() !== '');
const id = fc.oneof(fc.constantFrom(...TAKEN), fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,9}$/));

const field: fc.Arbitrary<OwnField> = fc
  .record({
    id,
    label: words,
    kind: fc.constantFrom(...FIELD_KINDS),
    many: fc.boolean(),
    unit: fc.option(words),
    aggregate: fc.constantFrom(...AGGREGATES),
    column: fc.option(text),
    description: fc.option(text),
  })
  .map(({ many, unit, aggregate, ...rest }) => ({
    ...rest,
    many: many && ['category', 'text', 'address'].includes(rest.kind),
    unit: rest.kind === 'number' ? unit : null,
    aggregate: rest.kind === 'number' ? aggregate : 'none',
  }));

/** Any table of own fields. */
const arbitraryFields: fc.Arbitrary<readonly OwnField[]> = fc.uniqueArray(field, {
  selector: ({ id }) => id,
  maxLength: 7,
});

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const day = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => formatDay(toDay(year, month, date)));

/** Numbers that can be added up in any order and differ in their last digits alone. */
const summable = fc.integer({ min: -100_000, max: 10_000_000 }).map((cents) => cents / 100);

type Values = Readonly<Record<FieldKind, fc.Arbitrary<OwnValue>>>;

const ANY: Values = { category: text, text, address: text, number, day, flag: fc.boolean() };

function valuesOf({ kind, many }: OwnField, values: Values): fc.Arbitrary<OwnValue> {
  return many ? fc.uniqueArray(text, { minLength: 1, maxLength: 3 }) : values[kind];
}

/** What an incident may say in such fields; each is left out at times. */
function ownValues(fields: readonly OwnField[], values: Values): fc.Arbitrary<OwnValues> {
  const stated = fields.map((one) =>
    fc.option(valuesOf(one, values)).map((value) => [one.id, value] as const),
  );
  return fc
    .tuple(...stated)
    .map((all) =>
      Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))),
    );
}

function fielded(series: Series, values: Values): fc.Arbitrary<Series> {
  return arbitraryFields.chain((fields) =>
    fc.tuple(...series.incidents.map(() => ownValues(fields, values))).map((own) => ({
      ...series,
      fields,
      incidents: series.incidents.map((one, at) => ({ ...one, own: own[at] ?? {} })),
    })),
  );
}

/** A series with any table of own fields, and any values of them. */
export function arbitrarilyFielded(series: Series): fc.Arbitrary<Series> {
  return fielded(series, ANY);
}

/** Random series of up to `most` incidents with any table of own fields, whose numbers can be added up. */
export function arbitraryFieldedSeries(most: number): fc.Arbitrary<Series> {
  const words = fc.constantFrom('rifle', 'knife', 'none', 'several', '\\x', 'a, b');
  const few = { ...ANY, number: summable, category: fc.oneof(words, text) };
  return arbitrarySeries(most).chain((series) => fielded(series, few));
}
