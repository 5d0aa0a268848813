import type { Query } from '../../query/query';

/** How far two figures of one meaning may stand apart; only sums of shares need it. */
const TOLERANCE = 1e-9;
/** The fields that hold sums of shares. Everything else is exact, the order of lists included. */
const SHARED = new Set(['best', 'sum', 'weight', 'certain', 'probable', 'possible', 'none']);
/** The ends of sums and means, which round where they are no whole numbers; those of counts never are anything else. */
const ENDS = new Set(['low', 'high']);

function mayRound(a: number, b: number, field: string, isSum: boolean): boolean {
  if (SHARED.has(field)) return true;
  return isSum && ENDS.has(field) && !(Number.isInteger(a) && Number.isInteger(b));
}

function sameNumber(a: number, b: number, field: string, isSum: boolean): boolean {
  if (a === b) return true;
  if (!mayRound(a, b, field, isSum)) return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differencesInLists(a: readonly unknown[], b: readonly unknown[], path: string): string[] {
  const length = a.length === b.length ? [] : [`${path} has ${a.length} entries, not ${b.length}`];
  const shorter = Math.min(a.length, b.length);
  return [
    ...length,
    ...a.slice(0, shorter).flatMap((value, i) => differencesAt(value, b[i], `${path}[${i}]`, '', false)),
  ];
}

/** `isSum`: the field is of a figure that stands on a basis. */
function differencesAt(a: unknown, b: unknown, path: string, field: string, isSum: boolean): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    return sameNumber(a, b, field, isSum) ? [] : [`${path} is ${a}, not ${b}`];
  }
  if (Array.isArray(a) && Array.isArray(b)) return differencesInLists(a, b, path);
  if (isRecord(a) && isRecord(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const isSummed = isRecord(b.basis);
    return keys.flatMap((key) => differencesAt(a[key], b[key], `${path}.${key}`, key, isSummed));
  }
  return Object.is(a, b) ? [] : [`${path} is ${JSON.stringify(a)}, not ${JSON.stringify(b)}`];
}

/** Where an answer departs from the meaning, one line each; empty where they agree. */
export function differences(query: Query, found: unknown, meant: unknown): readonly string[] {
  return differencesAt(found, meant, query.kind, '', false);
}
