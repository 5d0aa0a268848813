import { isValueFacet } from '../../../series/facets';
import { facetsOf } from '../../../series/field-table';
import { type Columns, type FacetColumn, LINKS } from '../columns/columns';
import { type Codes, type Dictionary, passingCodes } from '../columns/dictionary';

/** The name under which dependencies stand in a file of columns. */
export const DEPENDENCIES = 'dependencies';

/** What determines a column. */
export interface Dependency<K extends string> {
  readonly on: K;
  /** The code of the column by that of the one it depends on; any for codes that no row has. */
  readonly codes: readonly number[];
}

/**
 * Functional dependencies: the columns of which each row's value follows from that of another, as the conflict and the country from
 * the dyad. Rows counted by that one are counted by all that follow. A column that others depend on is in it too, and depends on itself.
 */
export type Dependencies<K extends string> = Readonly<Partial<Record<K, Dependency<K>>>>;

/** A column by its name. */
export type NamedColumn<K extends string> = readonly [name: K, column: Dictionary<unknown>];

/** Beyond this it takes longer to add up the codes of a column in each frame than to count the rows at the ends of the window. */
const MOST_CODES = 1 << 10;
/** Rows of which all pairs of columns are compared before all rows are. */
const SAMPLE = 1 << 12;

interface Candidate<K extends string> {
  readonly name: K;
  readonly size: number;
  readonly column: Dictionary<unknown>;
  /** The codes of some rows, the same for all columns. */
  readonly sample: Uint32Array;
}

/** The code of one column by that of the other; null where it does not follow from it. */
function codesBy(on: Codes, size: number, codes: Codes): Int32Array | null {
  const found = new Int32Array(size).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const known = found[on[row]!]!;
    if (known === -1) found[on[row]!] = codes[row]!;
    else if (known !== codes[row]!) return null;
  }
  return found;
}

function candidateOf<K extends string>([name, column]: NamedColumn<K>): Candidate<K> {
  const codes = passingCodes(column);
  const step = Math.max(1, Math.floor(codes.length / SAMPLE));
  const sample = Uint32Array.from({ length: Math.floor(codes.length / step) }, (_, at) => codes[at * step]!);
  return { name, size: column.values.length, column, sample };
}

function firstOf<T, U>(list: readonly T[], make: (one: T) => U | null): U | null {
  for (const one of list) {
    const made = make(one);
    if (made !== null) return made;
  }
  return null;
}

function allCodes(size: number): readonly number[] {
  return Array.from({ length: size }, (_, code) => code);
}

function dependencyOf<K extends string>(column: Candidate<K>, on: Candidate<K>): Dependency<K> | null {
  if (codesBy(on.sample, on.size, column.sample) === null) return null;
  const codes = codesBy(passingCodes(on.column), on.size, passingCodes(column.column));
  return codes && { on: on.name, codes: Array.from(codes, (code) => Math.max(0, code)) };
}

/** The dependencies between columns. Of pairs of which some rows say that one may follow from the other all rows are looked at. */
export function dependenciesOf<K extends string>(columns: readonly NamedColumn<K>[]): Dependencies<K> {
  const found: Partial<Record<K, Dependency<K>>> = {};
  const roots: Candidate<K>[] = [];
  const few = columns.filter(([, { values }]) => values.length > 1 && values.length <= MOST_CODES);
  // What determines another has at least as many values.
  for (const column of few.map(candidateOf).sort((a, b) => b.size - a.size)) {
    const dependency = firstOf(roots, (root) => dependencyOf(column, root));
    if (dependency === null) {
      roots.push(column);
      continue;
    }
    found[column.name] = dependency;
    found[dependency.on] ??= { on: dependency.on, codes: allCodes(dependency.codes.length) };
  }
  return found;
}

/** The dependencies between what facets of a series go by, worked out once. */
export function dependenciesIn(columns: Columns): Dependencies<FacetColumn> {
  return columns.keptSmall(DEPENDENCIES, () => {
    const names: readonly FacetColumn[] = [LINKS, ...facetsOf(columns.series).filter(isValueFacet)];
    return dependenciesOf(names.map((name) => [name, columns.facetColumn(name)] as const));
  });
}
