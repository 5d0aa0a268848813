import { webAddress } from '../../text/web-address';

/** Reads an untrusted value; what is wrong with it goes into `reasons`, and then what is returned is not to be used. */
export type Check<T> = (json: unknown, path: string, reasons: string[]) => T;

const MOST_SHOWN = 60;

function shown(json: unknown): string {
  const text = JSON.stringify(json) ?? String(json);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function refuse<T>(reasons: string[], path: string, wanted: string, json: unknown): T {
  reasons.push(`${path} must be ${wanted}, not ${shown(json)}`);
  return undefined as T;
}

/** A value and what is to be said where it is none. */
export const plain =
  <T>(wanted: string, is: (json: unknown) => json is T): Check<T> =>
  (json, path, reasons) =>
    is(json) ? json : refuse(reasons, path, wanted, json);

export const text = plain('a text', (json) => typeof json === 'string');
export const webText = plain(
  'an http or https address',
  (json): json is string => typeof json === 'string' && webAddress(json) !== null,
);
export const flag = plain('true or false', (json) => typeof json === 'boolean');
export const whole = plain('a whole number', (json): json is number => Number.isInteger(json));

/** One of some words. */
export const oneOf = <T extends string>(words: readonly T[]): Check<T> =>
  plain(`one of ${words.join(', ')}`, (json): json is T => words.includes(json as T));

export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (json, path, reasons) =>
    json === null ? null : check(json, path, reasons);

export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (json, path, reasons) =>
    Array.isArray(json)
      ? json.map((one, at) => check(one, `${path}[${at}]`, reasons))
      : refuse(reasons, path, 'a list', json);

const isObject = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Values by any text. `Object.fromEntries` makes own keys even of `__proto__`. */
export const recordOf =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (json, path, reasons) => {
    if (!isObject(json)) return refuse(reasons, path, 'an object', json);
    const entries = Object.entries(json).map(
      ([key, value]) => [key, check(value, `${path}.${key}`, reasons)] as const,
    );
    return Object.fromEntries(entries);
  };

/**
 * An object with known keys only. A key left out takes its value from `otherwise`, where that has it; the keys of `maybe`
 * stay out.
 */
export const shape =
  <T extends object>(
    checks: { readonly [K in keyof T]-?: Check<T[K]> },
    otherwise: Partial<T> = {},
    maybe: readonly (keyof T)[] = [],
  ): Check<T> =>
  (json, path, reasons) => {
    if (!isObject(json)) return refuse(reasons, path || 'The mapping', 'an object', json);
    const under = path === '' ? '' : `${path}.`;
    for (const key of Object.keys(json)) {
      if (!Object.hasOwn(checks, key)) reasons.push(`${under}${key} is no key of a mapping`);
    }
    const keys = Object.keys(checks) as (keyof T & string)[];
    const expected = keys.filter((key) => Object.hasOwn(json, key) || !maybe.includes(key));
    const made = expected.map((key) => {
      if (Object.hasOwn(json, key)) {
        return [key, checks[key]((json as Record<string, unknown>)[key], under + key, reasons)] as const;
      }
      if (!Object.hasOwn(otherwise, key)) reasons.push(`${under}${key} is missing`);
      return [key, otherwise[key]] as const;
    });
    return Object.fromEntries(made) as T;
  };

/** One of several shapes, told apart by what the value has. */
export const either =
  <T>(choose: (json: Readonly<Record<string, unknown>>) => Check<T>): Check<T> =>
  (json, path, reasons) =>
    isObject(json)
      ? choose(json as Record<string, unknown>)(json, path, reasons)
      : refuse(reasons, path, 'an object', json);
