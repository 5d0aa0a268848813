import { shortHash } from '../../../text/held/murmur3';
import { slugOf } from '../../../text/titles/slug';

/** Words of the address grammar; no actor, type or region may be called so. */
const RESERVED = new Set(['none', 'several']);

/** How many digits of the name's hash follow the slug; more are taken only where ids would be the same. */
const DIGITS = [0, 8, 16, 32] as const;

function idAt(name: string, prefix: string, digits: number): string {
  const { text } = slugOf(name);
  if (digits === 0) return text;
  return `${text === '' ? prefix : text}-${shortHash(name, digits)}`;
}

function firstLevel(name: string): number {
  const { text, whole } = slugOf(name);
  return text !== '' && whole && !RESERVED.has(text) ? 0 : 1;
}

/**
 * An id for each name: its slug, with a hash of the name where the slug does not hold it all or where several names
 * share it. All that share one get the hash, so the ids do not depend on the order of names.
 */
export function idsOfNames(names: Iterable<string>, prefix: string): ReadonlyMap<string, string> {
  const levels = new Map<string, number>();
  for (const name of names) levels.set(name, firstLevel(name));
  for (;;) {
    const ids = new Map<string, string>();
    const byId = new Map<string, string[]>();
    for (const [name, level] of levels) {
      const id = idAt(name, prefix, DIGITS[level] ?? 32);
      ids.set(name, id);
      const sharing = byId.get(id);
      if (sharing) sharing.push(name);
      else byId.set(id, [name]);
    }
    const shared = [...byId.values()].filter((sharing) => sharing.length > 1).flat();
    const open = shared.filter((name) => (levels.get(name) ?? 0) < DIGITS.length - 1);
    if (open.length === 0) return ids;
    for (const name of open) levels.set(name, (levels.get(name) ?? 0) + 1);
  }
}

/** The id of a name that nobody has compared with the others: always with a hash. */
export function idOfName(name: string, prefix: string): string {
  return idAt(name, prefix, 16);
}
