/** The key that carries the version of the grammar, where an address must carry one. */
export const VERSION_KEY = 'v';

/** The version that is written today. An address without `v` is of version 1, so version 1 is never written. */
export const GRAMMAR_VERSION = 1;

/** How addresses were once written, and how the same is written today. */
export interface Migration {
  /**
   * The version from which addresses need it no more. `Infinity` where the old way of writing can be told by itself, as a
   * key that nothing else uses since: then no address needs a version. A number where the same text means something else
   * today; then addresses of that version and later carry it.
   */
  readonly below: number;
  /** The pairs of an address in today's writing. Pure, and the same when it is applied twice. */
  readonly migrate: (pairs: readonly AddressPair[]) => readonly AddressPair[];
}

/** A key and a value of an address, decoded. */
export type AddressPair = readonly [key: string, value: string];

/**
 * Every change of the grammar that took a way of writing away, oldest first; it only ever grows. There has been none:
 * keys and values that were added later (rolling ends, `series`) left the older ones what they were.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** An address in today's writing, or the version that this Annals does not know. */
export type Migrated =
  | { readonly kind: 'ok'; readonly params: URLSearchParams }
  | {
      readonly kind: 'unknown-version';
      readonly params: URLSearchParams;
      readonly versions: readonly string[];
    };

function versionOf(values: readonly string[], newest: number): number | null {
  const [value = '1'] = values;
  return values.length > 1 || !/^[1-9]\d{0,3}$/.test(value) || Number(value) > newest ? null : Number(value);
}

/** Writes an address of any version in today's way. The `params` that come out hold no version. */
export function migrateAddress(
  params: URLSearchParams,
  migrations: readonly Migration[] = MIGRATIONS,
  newest = GRAMMAR_VERSION,
): Migrated {
  const versions = params
    .getAll(VERSION_KEY)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const pairs: readonly AddressPair[] = [...params].filter(([key]) => key !== VERSION_KEY);
  const version = versionOf(versions, newest);
  if (version === null) return { kind: 'unknown-version', params: paramsOf(pairs), versions };
  const today = migrations
    .filter(({ below }) => version < below)
    .reduce((written, { migrate }) => migrate(written), pairs);
  return { kind: 'ok', params: paramsOf(today) };
}

function paramsOf(pairs: readonly AddressPair[]): URLSearchParams {
  return new URLSearchParams(pairs.map(([key, value]) => [key, value]));
}
