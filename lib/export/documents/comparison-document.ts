import { countedAgain } from '../../query/compare/plan-comparison';
import { searchedIn } from '../../query/coverage/searched';
import type { Side } from '../../query/exposure/rate-comparisons';
import { ratedSides, sideRates } from '../../query/exposure/side-rates';
import { drawnAs } from '../../query/figures/derived';
import { METHODS } from '../../query/info/methods-version';
import { eachClause } from '../../render/activity/group-links';
import {
  type ComparedSide,
  comparedInfo,
  comparedOf,
  type EndIncident,
} from '../../render/comparison/compared';
import { comparedGroups } from '../../render/comparison/comparison';
import type { PictureInput } from '../../render/picture/picture-input';
import type { Estimate, SeriesGuide } from '../../series/model';
import { LEVEL } from '../../stats/intervals';
import { formatDay } from '../../time/day';
import { changeView } from '../../view/change';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { viewInWords } from '../../words/view';
import { frozenQuery } from './frozen-query';
import { rateComparisonsDocument, sideRateDocument } from './rate-document';

function estimate(value: Estimate | null): Estimate | null {
  return value && { low: value.low, best: value.best, high: value.high };
}

function endOf(end: EndIncident | null) {
  return end && { incident: end.id, date: end.date.edtf, doubtful: end.doubtful };
}

function side(one: ComparedSide, rated: Side | undefined, guide: SeriesGuide) {
  const { side: of, window, incidents, share, killed, perIncident } = one;
  const { reach, missed } = searchedIn(window, of.view, guide);
  return {
    side: of.item,
    label: one.short,
    view: serializeView(of.view),
    words: viewInWords(of.view, guide, window),
    window: { from: formatDay(window.from), to: formatDay(window.to) },
    incidents,
    share: estimate(share),
    killed: estimate(killed),
    killedPerIncident: estimate(perIncident),
    first: endOf(one.first),
    last: endOf(one.last),
    searched: reach,
    notSearched: missed.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })),
    rate: rated === undefined ? null : sideRateDocument(rated),
    bins: one.bins.flatMap(({ start, partial }, at) => {
      const value = one.values[at] ?? null;
      return value === null
        ? []
        : [{ start: formatDay(start), ...estimate(value), ...(partial ? { partial: true } : {}) }];
    }),
  };
}

/** The view of what a group of the split counts; null where an address cannot say it. */
function groupQuery(view: View, id: string): string | null {
  const clause = view.split === 'none' || id === '' ? {} : eachClause(view, view.split, [id]);
  return clause && serializeView(changeView(view, clause));
}

/** Everything that the panel and the picture of a comparison show: the sides of `compare`, and the groups of the split in the measure of the view. */
export function comparisonDocument(input: PictureInput) {
  const { view, window, answers } = input;
  const info = comparedInfo(input.info, input.whole, view);
  const { guide, revision, published } = info;
  const compared = comparedOf({ info, view, comparison: answers.comparison });
  const rated = ratedSides(view, guide, answers.comparison);
  const plain = changeView(view, { compare: null, select: null, incident: null });
  return {
    dataset: guide.meta.id,
    revision,
    methods: METHODS,
    published,
    view: serializeView(view),
    frozen: frozenQuery(view, info),
    words: viewInWords(view, guide, window),
    compare: compared && {
      by: compared.by,
      bin: compared.bin,
      measure: compared.measure,
      sides: compared.sides.map((one, at) => side(one, rated[at], guide)),
      whole: compared.whole && {
        view: serializeView(compared.whole.view),
        incidents: compared.whole.total.incidents,
      },
      together: compared.union && {
        view: serializeView(compared.union.view),
        incidents: compared.union.total.incidents,
      },
      countedAgain: answers.comparison && countedAgain(answers.comparison),
      rates: rateComparisonsDocument(
        sideRates(view, guide, answers.comparison),
        compared.sides.map(({ short }) => short),
      ),
    },
    measure: drawnAs(view, guide).measure,
    split: view.split,
    groups: comparedGroups(input).map(({ id, label, value }) => ({
      ...{ id, label, view: groupQuery(plain, id) },
      ...estimate(value),
    })),
  };
}

const ENDS = ['low', 'best', 'high'] as const;
const ends = (name: string) => ENDS.map((end) => `${name}_${end}`);
const cells = (value: Estimate | null) => ENDS.map((end) => String(value?.[end] ?? ''));

const SIDE_COLUMNS = [
  ...['side', 'label', 'from', 'to', ...ends('incidents'), ...ends('share'), ...ends('killed')],
  ...[...ends('killed_per_incident'), 'first', 'last', 'searched', 'view'],
  ...[
    'count_on_covered_days',
    'uncovered',
    'covered_days',
    'person_years',
    'rate_per_30_days',
    'rate_lower',
    'rate_upper',
    'rate_model',
  ],
  ...['rate_per_100000_people_and_year', 'people_rate_lower', 'people_rate_upper'],
  ...['shared', 'searched_alike', 'compared_by', 'ratio', 'ratio_lower', 'ratio_upper', 'ratio_model'],
  ...['p', 'adjusted', 'tests', 'dispersion', 'verdict', 'refused', 'level', 'methods', 'revision', 'frozen'],
];
const GROUP_COLUMNS = ['group', 'label', 'measure', ...ENDS, 'view'];

type Rates = ReturnType<typeof rateComparisonsDocument>;

const cell = (value: string | number | boolean | null | undefined) => String(value ?? '');

/** How often a side happens, and what came of comparing the first one with it; the first stands against none. */
function rateCells(rate: ReturnType<typeof side>['rate'], compared: Rates[number] | undefined) {
  const made = compared !== undefined && 'ratio' in compared ? compared : undefined;
  const refused = compared !== undefined && 'refused' in compared ? compared.refused : null;
  return [
    ...[
      rate?.count,
      rate?.uncovered,
      rate?.coveredDays,
      rate?.personYears,
      rate?.rate,
      rate?.interval?.lower,
      rate?.interval?.upper,
    ],
    ...[rate?.model, rate?.byPeople?.rate, rate?.byPeople?.interval.lower, rate?.byPeople?.interval.upper],
    ...[compared?.shared, compared?.searchedAlike, compared?.by],
    ...[made?.ratio, made?.interval.lower, made?.interval.upper, made?.model],
    ...[made?.p, made?.adjusted, made?.tests, made?.dispersion, made?.verdict, refused, LEVEL],
  ].map(cell);
}

/** The same as a table: a row a side; without a comparison a row a group. Nothing stands where there is no figure. */
export function comparisonTable(input: PictureInput): readonly (readonly string[])[] {
  const { compare, groups, measure, methods, revision, frozen } = comparisonDocument(input);
  if (compare === null) {
    const rows = groups.map(({ id, label, view, ...value }) => {
      const figures = { low: value.low ?? null, best: value.best ?? null, high: value.high ?? null };
      return [id, label, measure, ...cells(figures), view ?? ''];
    });
    return [GROUP_COLUMNS, ...rows];
  }
  const rows = compare.sides.map((one, at) => [
    ...[one.side ?? '', one.label, one.window.from, one.window.to],
    ...[...cells(one.incidents), ...cells(one.share), ...cells(one.killed), ...cells(one.killedPerIncident)],
    ...[one.first?.date ?? '', one.last?.date ?? '', one.searched, one.view],
    ...rateCells(one.rate, compare.rates[at - 1]),
    ...[String(methods), revision, frozen],
  ]);
  return [SIDE_COLUMNS, ...rows];
}
