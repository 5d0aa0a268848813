import { KINDS } from '../../../series/field-kinds';
import type { OwnField } from '../../../series/fields';
import { ESTIMATES } from '../../../series/measures';
import type { Incident, Link, Place } from '../../../series/model';
import type { PartProperty } from '../../../series/parts/part-keys';
import type { DaySpan } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';
import { sortedLinks } from '../../revision/row-order';

/** What stands in a column: texts, whole numbers of 32 bits, numbers, flags, or several of these, under names or in a list. Each may be null. */
export type Shape =
  | { readonly kind: 'text' | 'whole' | 'number' | 'flag' }
  | { readonly kind: 'struct'; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly of: Shape };

/** A named part of a value, and how it is read from it. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly of: (value: never) => unknown;
}

const TEXT: Shape = { kind: 'text' };
const WHOLE: Shape = { kind: 'whole' };
const NUMBER: Shape = { kind: 'number' };
const FLAG: Shape = { kind: 'flag' };

function list(of: Shape): Shape {
  return { kind: 'list', of };
}

/** The members of a struct in their order: the shape, and under which key the value has it where that is another. */
function struct<T>(members: Readonly<Record<string, Shape | readonly [Shape, keyof T]>>): Shape {
  const all = Object.entries(members).map(([name, given]): Member => {
    const [shape, key] = 'kind' in given ? [given, name as keyof T] : given;
    return { name, shape, of: (value: T) => value[key] };
  });
  return { kind: 'struct', members: all };
}

const SPANS = list(struct<DaySpan>({ from: WHOLE, to: WHOLE }));

const DATE = struct<EventDate>({
  edtf: TEXT,
  earliest: WHOLE,
  latest: WHOLE,
  days: SPANS,
  possible: SPANS,
  until: WHOLE,
  open_end: [FLAG, 'openEnd'],
  precision: TEXT,
  uncertain: FLAG,
  approximate: FLAG,
});

const PLACE = struct<Place>({
  name: TEXT,
  country: TEXT,
  lat: NUMBER,
  lon: NUMBER,
  precision: TEXT,
  note: TEXT,
});

const LINK = struct<Link>({
  actor: TEXT,
  relation: TEXT,
  certainty: TEXT,
  claimant: TEXT,
  disputed_by: [list(TEXT), 'disputedBy'],
  outlet: TEXT,
  date: DATE,
  sources: list(TEXT),
});

const ESTIMATE = struct({ low: NUMBER, best: NUMBER, high: NUMBER });

/** A column of the file of incidents. */
export interface ShapedColumn<P = PartProperty> {
  /** The property of incidents that it holds. */
  readonly property: P;
  readonly name: string;
  readonly shape: Shape;
  /** What of a value of the property stands in the file; the value itself where this is left out. */
  readonly of?: (value: never) => unknown;
}

const part = (property: PartProperty, shape: Shape, name: string = property): ShapedColumn => {
  return { property, name, shape };
};

const LINKS: ShapedColumn = {
  ...part('links', list(LINK)),
  of: (links: Incident['links']) => sortedLinks(links),
};

const PLAIN: readonly ShapedColumn[] = [
  part('date', DATE),
  part('title', TEXT),
  part('type', TEXT),
  part('subtypes', list(TEXT)),
  part('regions', list(TEXT)),
  part('place', PLACE),
  LINKS,
  part('targets', list(TEXT)),
  ...ESTIMATES.map(({ property, flat }) => part(property, ESTIMATE, flat)),
  part('natureDisputed', FLAG, 'nature_disputed'),
  part('inScope', FLAG, 'in_scope'),
  part('scopeNote', TEXT, 'scope_note'),
  part('initiator', TEXT),
  part('sources', list(TEXT)),
  part('notes', TEXT),
];

/** The columns of `incidents.parquet` but for ids and own fields, in their order: plain names, so that other tools can read them. */
export const PART_COLUMNS = PLAIN;

/** The column of ids. */
export const ID_COLUMN = 'id';
export const TEXT_SHAPE = TEXT;

/** The columns of every file of incidents. Files written before December 2026 have one more, `search`, which is not read. */
export const RECORD_COLUMNS: readonly string[] = [ID_COLUMN, ...PLAIN.map(({ name }) => name)];

const HELD = { text: TEXT, number: NUMBER, flag: FLAG } as const;

/** What the column of an own field holds. */
export function ownShape({ kind, many }: Pick<OwnField, 'kind' | 'many'>): Shape {
  const one = HELD[KINDS[kind].held];
  return many ? list(one) : one;
}
