import { earlierSpans, stretchOf } from '../../query/figures/earlier';
import type { SeriesInfo } from '../../query/info/series-info';
import { bySize } from '../../query/plan/drawn-groups';
import { NONE, SEVERAL } from '../../query/query';
import type { GroupsResult } from '../../query/result';
import { LIST_ROLES } from '../../series/facets';
import { isOwnKey } from '../../series/fields';
import { hasRoom, isCompared } from '../../view/compared';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import { sameFilters } from '../../view/same';
import type { Comparison, Selection, View } from '../../view/view';
import { writtenView } from '../../view/written-view';
import { valueWords } from '../../words/comparison';
import { earlierWords } from '../../words/headline/headline';

/** Something a view can be compared with. */
export interface Offer {
  readonly label: string;
  readonly compare: Comparison;
}

/** So many groups and so many named views are offered; facets and the views' own list have the others. */
const MOST = 4;
/** A view whose filters are longer than this is not kept in an address. */
const LONGEST = 400;

interface OffersInput {
  readonly info: Pick<SeriesInfo, 'guide'>;
  readonly view: View;
  /** The groups of the page. */
  readonly lanes: GroupsResult;
}

/** The comparison with an item more. */
function withItem({ compare }: View, by: Comparison['by'], item: string): Comparison {
  return { by, items: [...(compare?.by === by ? compare.items : []), item] };
}

function periods({ info, view }: OffersInput): readonly Offer[] {
  const { guide } = info;
  const window = resolveWindow(view, guide.meta.coverage);
  if (window.from > window.to || window.from <= guide.meta.coverage.from) return [];
  const whole = earlierSpans(window, view, guide).map(({ kind }) => kind);
  return (['before', 'year'] as const)
    .filter((kind) => kind === 'before' || whole.includes('year'))
    .map((kind) => ({
      label: `with ${earlierWords(stretchOf(kind, window))}`,
      compare: withItem(view, 'period', kind),
    }));
}

/** The field whose values the groups of a split are; null where they are of none. */
export function comparedField(split: View['split']): Exclude<Comparison['by'], 'period' | 'view'> | null {
  if (isOwnKey(split)) return split;
  return LIST_ROLES.find(({ key }) => key === split)?.key ?? null;
}

function groups({ info, view, lanes }: OffersInput): readonly Offer[] {
  const by = comparedField(view.split);
  if (by === null) return [];
  const ids = [...lanes.groups]
    .sort(bySize)
    .flatMap(({ series }) => (series === null || series === NONE ? [] : [series]))
    .filter((id) => !isCompared(view, by, id));
  const name = (id: string) => valueWords(info.guide, by, id).short;
  if (view.compare?.by === by) {
    return ids.slice(0, MOST).map((id) => ({ label: name(id), compare: withItem(view, by, id) }));
  }
  const [first, second] = ids;
  if (first === undefined || second === undefined) return [];
  return [{ label: `${name(first)} and ${name(second)}`, compare: { by, items: [first, second] } }];
}

type NamedViews = SeriesInfo['guide']['namedViews'];
const READ = new WeakMap<NamedViews, readonly View[]>();

/** The named views of a series as views; read once, for a page asks at every step. */
function readViews({ info, view }: OffersInput): readonly View[] {
  const { meta, namedViews } = info.guide;
  const read = ({ query }: NamedViews[number]) =>
    parseView(meta.id, new URLSearchParams(query), { standard: view.standard }).view;
  const known = READ.get(namedViews) ?? namedViews.map(read);
  READ.set(namedViews, known);
  return known;
}

function views(input: OffersInput): readonly Offer[] {
  const { info, view } = input;
  const { meta, namedViews } = info.guide;
  const read = readViews(input);
  const isThis = (at: number) => read[at] !== undefined && sameFilters(read[at], view, meta.coverage);
  return namedViews
    .filter(({ id }, at) => !isCompared(view, 'view', id) && !isThis(at))
    .slice(0, MOST)
    .map(({ id, label }) => ({ label: `with “${label}”`, compare: withItem(view, 'view', id) }));
}

/** The view as it is now, kept as a side while the reader goes on to another. */
function kept({ view }: OffersInput): readonly Offer[] {
  const item = writtenView(view);
  if (item.length > LONGEST || isCompared(view, 'view', item)) return [];
  return [{ label: 'this view, kept, with what you filter next', compare: withItem(view, 'view', item) }];
}

/** What a view without a comparison can be compared with; what one can take in addition, where there is one. */
export function offersOf(input: OffersInput): readonly Offer[] {
  const { compare } = input.view;
  if (compare === null) return [...groups(input), ...periods(input), ...views(input), ...kept(input)];
  if (!hasRoom(input.view, compare.by)) return [];
  if (compare.by === 'period')
    return periods(input).filter(({ compare: { items } }) => new Set(items).size === items.length);
  if (compare.by === 'view') return [...views(input), ...kept(input)];
  return comparedField(input.view.split) === compare.by ? groups(input) : [];
}

/** The comparison that takes in the groups of a selection; null where it is of none that can be compared. */
export function comparisonOf(view: View, { groups }: Selection): Comparison | null {
  const by = comparedField(view.split);
  const ids = groups
    .filter((one) => !/^(not|beyond):/.test(one))
    .map((one) => one.replace(/^only:/, ''))
    .filter((id) => id !== SEVERAL && by !== null && !isCompared(view, by, id));
  const [id, ...more] = ids;
  return by === null || id === undefined || more.length > 0 || !hasRoom(view, by)
    ? null
    : withItem(view, by, id);
}
