import { type Column, fieldsFor } from '../../series/field-table';
import { isOwnKey, type OwnKey, ownField } from '../../series/fields';
import type { View } from '../../view/view';
import type { SeriesInfo } from './series-info';

/** So many of the series' own fields are shown without asking, those that group or measure before others. */
const MOST_OWN = 4;
/** So many columns stand side by side without asking; own fields give way. */
const MOST_USUAL = 9;

type Offering = Pick<SeriesInfo, 'guide' | 'offers'>;

function usualOwn({ guide, offers }: Offering, most: number): readonly Column[] {
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
  return first.slice(0, most);
}

/** The columns that a series shows by itself: those with values, but for the relation where the cell of the actor says it. */
export function usualColumns(info: Offering): readonly Column[] {
  const { columns } = info.offers;
  const roles = fieldsFor(info.guide, 'usual').map(({ key }) => key);
  const told = columns.includes('actor') ? roles.filter((key) => key !== 'relation') : roles;
  const usual = columns.filter((id) => told.includes(id));
  const own = usualOwn(info, Math.min(MOST_OWN, MOST_USUAL - usual.length));
  return columns.filter((id) => usual.includes(id) || own.includes(id));
}

/**
 * What the cell of an actor says of its tie: the relation and how certain it is (`whole`), the certainty alone where one relation
 * holds all over the series, or nothing where the relation has a column of its own (`apart`).
 */
export type TieShown = 'whole' | 'certainty' | 'apart';

/** How much the cell of an actor says of its tie, in a table of these columns. */
export function tieShown({ offers }: Pick<SeriesInfo, 'offers'>, shown: readonly Column[]): TieShown {
  if (shown.includes('relation')) return 'apart';
  return offers.columns.includes('relation') ? 'whole' : 'certainty';
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
