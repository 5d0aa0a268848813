import { type Bound, parseBound } from '../../time/bounds';
import type { BoundSpan, Selection } from '../view';
import { joined, parted } from './own-clause';
import { cut, type Form, inOrder, MAX_LIST, MAX_VALUE, unread } from './reading';

/** The span of a selection that is of the whole window. */
const ANY_TIME = '*';

/** Reads `2017-03`, `2016..2018`, `..2017-03`, `2017-03..`; null for anything else, and where it ends before it begins. */
export function parseSpan(text: string): BoundSpan | null {
  const whole = parseBound(text);
  if (whole) return { from: whole, to: whole };
  const [first, last, ...more] = text.split('..');
  if (first === undefined || last === undefined || more.length > 0 || first + last === '') return null;
  const [from, to] = [first, last].map((end) => (end === '' ? null : parseBound(end))) as [
    Bound | null,
    Bound | null,
  ];
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null;
  return from && to && from.from > to.to ? null : { from, to };
}

/** Writes a span; the inverse of {@link parseSpan}. */
export function serializeSpan({ from, to }: BoundSpan): string {
  if (from && to && from.text === to.text) return from.text;
  return `${from?.text ?? ''}..${to?.text ?? ''}`;
}

function readSelection([first = '', ...groups]: readonly string[]): Selection | null | 'nothing' {
  const span = first === ANY_TIME ? null : parseSpan(first);
  if (span === null && first !== ANY_TIME) return null;
  return span === null && groups.length === 0 ? 'nothing' : { span, groups: inOrder(groups) };
}

/** What of a chart is selected: its days, and the groups that are counted there as `series` names them. */
export const SELECTION: Form<Selection | null> = {
  read: (texts, key) => {
    const text = texts.filter((one) => one !== '').join(',');
    if (text === '') return null;
    const items = parted(text);
    const fits = items.length <= MAX_LIST && items.every((item) => item.length <= MAX_VALUE);
    const value = fits && texts.length === 1 ? readSelection(items) : null;
    if (value !== null) return value === 'nothing' ? null : { value };
    const message = `“${key}=${cut(text)}” cannot be read: write days first (2017-03, 2016..2018, or * for all of the window), then groups as in “series”.`;
    return unread(texts, 'bad-value', message);
  },
  write: (selection) =>
    selection === null
      ? ''
      : [
          selection.span === null ? ANY_TIME : serializeSpan(selection.span),
          ...(selection.groups.length === 0 ? [] : [joined(selection.groups)]),
        ].join(','),
};
