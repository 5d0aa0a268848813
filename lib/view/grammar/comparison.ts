import type { ListFacet } from '../../series/facets';
import { LIST_ROLES } from '../../series/facets';
import { isOwnKey } from '../../series/fields';
import type { Comparison } from '../view';
import { joined, OWN_KEY, parted } from './own-clause';
import { cut, type Form, unread } from './reading';
import { parseSpan } from './selection';

/** As many sides stand side by side, the view's own among them. */
export const MOST_SIDES = 8;
/** The longest text of a comparison; a side may be a whole view. */
const MOST_TEXT = 2000;

/** The words for a stretch of time that follows from the window. */
export const PERIODS = ['before', 'year'] as const;

function isPeriod(item: string): boolean {
  if (PERIODS.some((word) => word === item)) return true;
  const span = parseSpan(item);
  return span?.from != null && span.to != null;
}

function byOf(text: string): Comparison['by'] | null {
  if (text === 'period' || text === 'view') return text;
  if (OWN_KEY.test(text) && isOwnKey(text)) return text;
  return (LIST_ROLES.find(({ key }) => key === text)?.key as ListFacet | undefined) ?? null;
}

/** The sides that a comparison by this may name: the view itself is one more where it stands against others. */
export function mostItems(by: Comparison['by']): number {
  return by === 'period' || by === 'view' ? MOST_SIDES - 1 : MOST_SIDES;
}

function problemOf(by: Comparison['by'] | null, items: readonly string[]): string | null {
  if (by === null) return 'before the colon stands a field, “period” or “view”';
  if (items.length === 0) return 'nothing stands after the colon';
  if (items.length > mostItems(by)) return `at most ${MOST_SIDES} sides can be compared`;
  const bad = by === 'period' ? items.find((item) => !isPeriod(item)) : undefined;
  if (bad === undefined) return null;
  return `“${cut(bad)}” is no period: write ${PERIODS.join(', ')}, or a span (2016..2018, 2017-03)`;
}

/** What is put side by side: `actor:iscp,iskp`, `.weapon:rifle,knife`, `period:before,2016..2018`, `view:claimed`. */
export const COMPARISON: Form<Comparison | null> = {
  read: (texts, key) => {
    const text = texts.find((one) => one !== '') ?? '';
    if (text === '') return null;
    const at = text.indexOf(':');
    const by = byOf(at < 0 ? text : text.slice(0, at));
    const items = at < 0 ? [] : [...new Set(parted(text.slice(at + 1)))];
    const problem =
      texts.length > 1
        ? 'it stands several times'
        : text.length > MOST_TEXT
          ? `it has more than ${MOST_TEXT} characters`
          : problemOf(by, items);
    if (problem === null && by !== null) return { value: { by, items } };
    return unread(texts, 'bad-value', `“${key}=${cut(text)}” cannot be read: ${problem}.`);
  },
  write: (comparison) => (comparison === null ? '' : `${comparison.by}:${joined(comparison.items)}`),
};
