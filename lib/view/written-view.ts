import { isFilterKey } from './keys';
import { serializeView } from './serialize';
import type { View } from './view';

/** What stands for a view without any filter. */
const EVERYTHING = '*';

/**
 * The filters of a view as one value of an address: `actor:iscp~relation:claimed`, and `*` where there are none. A backslash takes
 * the next character as it is.
 */
export function writtenView(view: View): string {
  // Groups mean nothing without the split that they are of.
  const beside = view.groups.length > 0 ? ['split', 'roll'] : [];
  const pairs = [...new URLSearchParams(serializeView(view))].filter(
    ([key]) => isFilterKey(key) || beside.includes(key),
  );
  const text = pairs.map(([key, value]) => `${key}:${value.replace(/[\\~]/g, '\\$&')}`).join('~');
  return text === '' ? EVERYTHING : text;
}

/** Whether a value is a view that is written out, and not the id of one. */
export function isWrittenView(text: string): boolean {
  return text === EVERYTHING || text.includes(':');
}

/** The query of a view that is written out; the inverse of {@link writtenView}. */
export function queryOfWritten(text: string): URLSearchParams {
  if (text === EVERYTHING) return new URLSearchParams();
  const pairs: string[] = [''];
  for (const [, escaped, plain] of text.matchAll(/\\(.)|(.)/gsu)) {
    if (plain === '~') pairs.push('');
    else pairs[pairs.length - 1] += escaped ?? plain ?? '';
  }
  return new URLSearchParams(
    pairs.map((pair) => {
      const at = pair.indexOf(':');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
