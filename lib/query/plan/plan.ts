import { VALUE_LISTS } from '../../series/facets';
import { type BuiltInFacet, type Facet, facetsOf, ownMeasuresOf } from '../../series/field-table';
import { isOwnKey, type OwnKey } from '../../series/fields';
import { type BaseMeasure, baseOf } from '../../series/measures';
import type { IncidentId } from '../../series/model';
import { MAX_DAY, MIN_DAY } from '../../time/day';
import { resolveWindow } from '../../view/resolve';
import { isStacked, type View } from '../../view/view';
import { type CompareInfo, type ComparisonPlan, planComparison } from '../compare/plan-comparison';
import type { SearchGuide } from '../coverage/watched';
import { planDayParts } from '../exposure/rate';
import { drawnAs, drawsSteps } from '../figures/derived';
import { type Earlier, earlierSpans } from '../figures/earlier';
import { headlineMeasures } from '../info/offers';
import type { SeriesInfo } from '../info/series-info';
import type {
  BinsQuery,
  FacetQuery,
  Filter,
  GroupsQuery,
  MarksQuery,
  PositionQuery,
  RowsQuery,
  SpellsQuery,
  TotalQuery,
} from '../query';
import { drawnApart, drawnGroups, hasUndrawn } from './drawn-groups';
import { type FilterInfo, filterOf, filterWithout, rollup, selectedFilter } from './filter';
import { planOverview } from './overview';

/** Rows that come with the page; the table asks for more as it is scrolled. */
export const FIRST_ROWS = 20;
/** More incidents than this are drawn as cells of a bin, not as marks. */
export const MOST_MARKS = 1000;
/** Where answers are near, up to so many are asked for, and are drawn as fine marks where they have room. */
export const MOST_FINE_MARKS = 20_000;

/** The queries of a dashboard, one for each panel. A panel sees every clause but its own. */
export interface Plan {
  readonly total: TotalQuery;
  /** The activity chart: the groups that are drawn apart. */
  readonly activity: BinsQuery;
  /** The groups that are not drawn apart, taken together; null where the revision has none. */
  readonly activityRest: BinsQuery | null;
  /** The same bins without a split: the low and high of a stack, which do not add up over its groups. */
  readonly activityTotal: BinsQuery;
  /** The counts of days, in parts, of which stretches of steady rate are told; null where they are not drawn. */
  readonly days: readonly BinsQuery[] | null;
  /** The timeline's lanes, its marks, and what stands in for marks where there are too many. */
  readonly lanes: GroupsQuery;
  /** The groups that a map shows about the part of the world that the view filters by; null where none can be without a colour for it. */
  readonly around: GroupsQuery | null;
  readonly marks: MarksQuery;
  /** More of them, asked for where those are too many; null where answers come from afar. */
  readonly fineMarks: MarksQuery | null;
  readonly cells: BinsQuery;
  /** The strip beneath: the whole coverage, without the window. */
  readonly overview: BinsQuery;
  /** The table: of what is selected, where something is. */
  readonly rows: RowsQuery;
  /** What is put side by side; null where nothing is. */
  readonly comparison: ComparisonPlan | null;
  /** The figures of what is selected; null where nothing is. */
  readonly selected: TotalQuery | null;
  readonly spells: SpellsQuery;
  /** What the view leaves out: the same view outside the scope, and outside the window. */
  readonly otherScope: TotalQuery;
  readonly anyTime: TotalQuery;
  /** The same view right before its window, and a year before it; null where that cannot be compared with. */
  readonly before: TotalQuery | null;
  readonly yearAgo: TotalQuery | null;
  /** The types that the view holds at any time: which notes on the coverage concern it. */
  readonly typesAnyTime: FacetQuery;
  readonly facets: Readonly<Record<BuiltInFacet, FacetQuery>> & Readonly<Record<OwnKey, FacetQuery>>;
}

/** What a plan must know of it: how it was searched, and which groups are drawn apart, too. */
export interface PlanInfo extends Pick<SeriesInfo, 'ranking'> {
  /** Goes by which own measures the headline has; where it is not known all of them are summed. */
  readonly offers?: Pick<SeriesInfo['offers'], 'measures'>;
  readonly guide: CompareInfo['guide'] & SearchGuide;
}

function planFacets(view: View, info: FilterInfo): Plan['facets'] {
  const facet = (name: Facet): FacetQuery => {
    const filter = filterWithout(view, name, info);
    return { kind: 'facet', facet: name, filter: { ...filter, ...COUNTED_APART[name as BuiltInFacet] } };
  };
  return Object.fromEntries(facetsOf(info.guide).map((name) => [name, facet(name)])) as Plan['facets'];
}

/** Clearing these leaves a default that leaves something out; the facet counts that too. */
const COUNTED_APART: Readonly<Partial<Record<BuiltInFacet, Partial<Filter>>>> = {
  ...Object.fromEntries(
    VALUE_LISTS.flatMap(({ key, asked, apart }) => (apart === null ? [] : [[key, { [asked]: 'any' }]])),
  ),
  scope: { scope: 'any' },
};

/** Of types the model knows that a coder may watch some less well. */
function planTypes(view: View, info: FilterInfo): FacetQuery {
  const filter = filterWithout(view, 'type', info);
  return { kind: 'facet', facet: 'type', filter: { ...filter, from: MIN_DAY, to: MAX_DAY } };
}

function planEarlier(
  view: View,
  { guide }: PlanInfo,
  filter: Filter,
  kind: Earlier['kind'],
): TotalQuery | null {
  const span = earlierSpans(filter, view, guide).find((one) => one.kind === kind);
  return span === undefined
    ? null
    : { kind: 'total', filter: { ...filter, from: span.from, to: span.to }, bin: 'year' };
}

/** The groups that are drawn apart, and the others together, where there are any. */
function planActivity(all: BinsQuery, info: PlanInfo): Pick<Plan, 'activity' | 'activityRest'> {
  if (!hasUndrawn(info, all.split)) return { activity: all, activityRest: null };
  const drawn = drawnGroups(info, all.split);
  return { activity: drawnApart(all, drawn), activityRest: { ...all, beyond: drawn } };
}

/** The groups of a view anywhere in the world, where it filters by a part of that and has more of them than colours. */
function planAround(view: View, info: PlanInfo, lanes: GroupsQuery): GroupsQuery | null {
  const isPart = view.box !== null || view.places.length > 0;
  if (!isPart || !hasUndrawn(info, view.split)) return null;
  return { ...lanes, filter: { ...lanes.filter, box: null, places: [] } };
}

/** The own measures whose sums a page or a picture states: those of the headline, and the one that is drawn. */
function statedMeasures({ guide, offers }: PlanInfo, drawn: BaseMeasure): readonly OwnKey[] {
  if (offers === undefined) return ownMeasuresOf(guide);
  return [...new Set([...headlineMeasures(offers), ...(isOwnKey(drawn) ? [drawn] : [])])];
}

/** What a dashboard asks for one view of a revision; `near` where the page has the incidents at hand. Pure. */
export function planView(view: View, info: PlanInfo, near = false): Plan {
  const { coverage } = info.guide.meta;
  const filter = filterOf(view, info);
  const shown = selectedFilter(view, info);
  const { bin } = resolveWindow(view, coverage);
  const groups = { split: view.split, ...rollup(view, info) };
  const drawn = drawnAs(view, info.guide);
  const measure = baseOf(drawn.measure);
  const bins = { kind: 'bins', filter, bin, stacked: false, beyond: null } as const;
  const activity = { ...bins, measure, ...groups, stacked: isStacked(drawn.mode) };
  const lanes: GroupsQuery = { kind: 'groups', filter, measure: 'incidents', ...groups };
  return {
    total: { kind: 'total', filter, bin, own: statedMeasures(info, measure) },
    ...planActivity(activity, info),
    activityTotal: { ...bins, measure, split: 'none' },
    days: drawsSteps(view, drawn) ? planDayParts(view, info) : null,
    lanes,
    around: planAround(view, info, lanes),
    marks: { kind: 'marks', filter, ...groups, limit: MOST_MARKS },
    fineMarks: near ? { kind: 'marks', filter, ...groups, limit: MOST_FINE_MARKS } : null,
    cells: { ...bins, measure: 'incidents', ...groups },
    overview: planOverview(view, info),
    rows: { kind: 'rows', filter: shown, sort: view.sort, offset: 0, limit: FIRST_ROWS },
    comparison: planComparison(view, info),
    selected: view.select === null ? null : { kind: 'total', filter: shown, bin },
    spells: { kind: 'spells', filter },
    otherScope: { kind: 'total', filter: { ...filter, scope: view.scope === 'in' ? 'out' : 'in' }, bin },
    anyTime: { kind: 'total', filter: { ...filter, from: MIN_DAY, to: MAX_DAY }, bin },
    before: planEarlier(view, info, filter, 'before'),
    yearAgo: planEarlier(view, info, filter, 'year'),
    typesAnyTime: planTypes(view, info),
    facets: planFacets(view, info),
  };
}

/** The same for a document, which lists all groups and measures, those that no page draws apart as well. */
export function planDocument(view: View, info: PlanInfo): Plan {
  const plan = planView(view, info);
  const { only: _, ...activity } = plan.activity;
  const total = { ...plan.total, own: ownMeasuresOf(info.guide) };
  return { ...plan, total, activity, activityRest: null, around: null };
}

/** The query for the place of an incident among the rows of a view. */
export function planPosition(view: View, info: FilterInfo, incident: IncidentId): PositionQuery {
  return { kind: 'position', filter: selectedFilter(view, info), sort: view.sort, incident };
}
