import type { RawColumn } from '../../formats/raw-table';
import { mappedColumns } from '../mapped-columns';
import type { Mapping } from '../mapping';
import { shapeOf } from '../shape';
import { mappingCheck } from './mapping-checks';

/** A mapping that can be used for a file, or everything that is wrong with it, in sentences. */
export type CheckedMapping =
  | { readonly kind: 'ok'; readonly mapping: Mapping }
  | { readonly kind: 'bad'; readonly reasons: readonly string[] };

const MOST_REASONS = 20;

function unknownColumns(mapping: Mapping, columns: readonly Pick<RawColumn, 'name'>[]): readonly string[] {
  const known = new Set(columns.map(({ name }) => name));
  const all = { ...mappedColumns(mapping), 'date.check': mapping.date.check ? [mapping.date.check] : [] };
  return Object.entries(all).flatMap(([field, names]) => {
    const missing = [...new Set(names)].filter((name) => !known.has(name));
    return missing.map((name) => `${field} names the column “${name}”, which the file does not have`);
  });
}

function pivotFault({ date }: Mapping): readonly string[] {
  const { pivot } = date.rule;
  return pivot === null || (pivot >= 0 && pivot <= 9999) ? [] : ['date.rule.pivot must be a year, 0 to 9999'];
}

/**
 * Checks a mapping that comes from a file, a form or a request. Keys that are left out are as in an empty mapping; a key
 * or a column that there is not, and a value that is none, are reasons to refuse it. At most twenty are named.
 */
export function checkMapping(json: unknown, columns: readonly Pick<RawColumn, 'name'>[]): CheckedMapping {
  const reasons: string[] = [];
  const mapping = mappingCheck(shapeOf(columns))(json, '', reasons);
  if (reasons.length === 0) reasons.push(...unknownColumns(mapping, columns), ...pivotFault(mapping));
  if (reasons.length === 0) return { kind: 'ok', mapping };
  const more = reasons.length - MOST_REASONS;
  return {
    kind: 'bad',
    reasons: more > 0 ? [...reasons.slice(0, MOST_REASONS), `and ${more} more`] : reasons,
  };
}
