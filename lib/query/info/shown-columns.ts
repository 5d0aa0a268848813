import { type Column, fieldsFor } from '../../series/field-table';
import { isOwnKey, type OwnKey, ownField } from '../../series/fields';
import type { View } from '../../view/view';
import type { SeriesInfo } from './series-info';

/** So many of the series' own fields are shown without asking, those that group or measure before others. */
const MOST_OWN = 4;

type Offering = Pick<SeriesInfo, 'guide' | 'offers'>;

function usualOwn({ guide, offers }: Offering): readonly Column[] {
  const own = offers.columns.filter(isOwnKey);
  const rank = (key: OwnKey) => {
    const field = ownField(guide, key);
    return field === undefined || field.kind === 'text' || field.kind === 'address'
      ? 2
      : field.kind === 'day'
        ? 1
        : 0;
  };
  const first = [...own].sort((a, b) => rank(a) - rank(b)).filter((key) => rank(key) < 2);
  return first.slice(0, MOST_OWN);
}

/** The columns that a series shows by itself: those with values. */
export function usualColumns(info: Offering): readonly Column[] {
  const own = usualOwn(info);
  const usual = fieldsFor(info.guide, 'usual').map(({ key }) => key);
  return info.offers.columns.filter((id) => (isOwnKey(id) ? own.includes(id) : usual.includes(id)));
}

/** The columns that are shown, in their order: those chosen, else the usual ones, and what the table is sorted by. */
export function shownColumns(info: Offering, view: Pick<View, 'columns' | 'sort'>): readonly Column[] {
  const chosen = view.columns.length === 0 ? usualColumns(info) : view.columns;
  const sorted = view.sort.map(({ column }) => column);
  const wanted = new Set<Column>([...chosen, ...sorted, 'title']);
  return [...info.offers.columns, ...chosen, ...sorted].filter(
    (id, at, all) => wanted.has(id) && all.indexOf(id) === at,
  );
}
