import type { BuiltInFacet } from '../../series/field-table';
import type { OwnKey } from '../../series/fields';
import { answerComparison, type ComparisonAnswers } from '../compare/plan-comparison';
import type { Engine } from '../engine';
import { joinedDays } from '../exposure/rate';
import type { Query } from '../query';
import type { BinsResult, FacetResult, GroupsResult, MarksResult, ResultOf, TotalResult } from '../result';
import { drawnApart, drawnOnPage, isDrawn } from './drawn-groups';
import type { Plan } from './plan';

/** The result of every facet of a plan, those of own fields by their keys. */
export type FacetAnswers = Readonly<Record<BuiltInFacet, FacetResult>> &
  Readonly<Record<OwnKey, FacetResult | undefined>>;

/** Panels that a view may have no query for. */
type Optional = 'selected' | 'before' | 'yearAgo';

/** Panels that are asked for in a way of their own. */
type Apart = 'facets' | 'activityRest' | 'comparison' | 'days' | 'fineMarks' | 'around';

/** The result of every panel of a plan. */
export type Answers = {
  readonly [P in Exclude<keyof Plan, Apart | Optional>]: ResultOf<Plan[P]>;
} & {
  /** Null where the marks are all there are, where they would be too many even so, and where answers come from afar. */
  readonly fineMarks: MarksResult | null;
  readonly activityRest: RestAnswer | null;
  /** Null where the map shows no group that the view does not count. */
  readonly around: GroupsResult | null;
  /** Null where stretches of steady rate are not drawn. */
  readonly days: BinsResult | null;
  readonly comparison: ComparisonAnswers | null;
} & {
  readonly [P in Optional]: TotalResult | null;
} & { readonly facets: FacetAnswers };

/** Groups that are not drawn apart: the bins of all together, and which they are. */
export interface RestAnswer extends BinsResult {
  readonly members: readonly string[];
}

/**
 * Asks for the activity chart: the groups that are drawn apart, and the rest. Which those are is known with the groups of the
 * page; until then it is taken to be as in the whole revision, and asked again where that was wrong.
 */
export async function answerActivity(
  engine: Engine,
  { activity, activityRest, lanes }: Pick<Plan, 'activity' | 'activityRest' | 'lanes'>,
  groups: Promise<GroupsResult>,
  signal?: AbortSignal,
  around: Promise<GroupsResult | null> = Promise.resolve(null),
): Promise<Pick<Answers, 'activity' | 'activityRest'>> {
  if (activityRest === null) return { activity: await engine.run(activity, signal), activityRest: null };
  const ask = async (drawn: readonly string[]) => {
    const [apart, rest] = await Promise.all([
      engine.run(drawnApart(activity, drawn), signal),
      engine.run({ ...activityRest, beyond: drawn }, signal),
    ]);
    return { apart, rest, drawn };
  };
  const formed = activityRest.stacked ? engine.run({ ...lanes, stacked: true }, signal) : groups;
  const kept = activityRest.beyond ?? [];
  const [guess, held, beyond, { groups: all }] = await Promise.all([ask(kept), groups, around, formed]);
  const drawn = drawnOnPage(kept, held, beyond);
  const { apart, rest } = drawn.every((id, place) => id === kept[place]) ? guess : await ask(drawn);
  const members = all.flatMap(({ series }) => (isDrawn(series, drawn) ? [] : (series ?? [])));
  return { activity: apart, activityRest: { ...rest, members } };
}

/** Asks for the groups that a map shows about the part of the world that a view filters by; null where none are asked for. */
export async function answerAround(
  engine: Engine,
  { around }: Pick<Plan, 'around'>,
  signal?: AbortSignal,
): Promise<GroupsResult | null> {
  return around && engine.run(around, signal);
}

/** Asks for the counts of days, all parts at once; null where there is none to ask for. */
export async function answerDays(
  engine: Engine,
  parts: Plan['days'],
  signal?: AbortSignal,
): Promise<BinsResult | null> {
  if (parts === null || parts.length === 0) return null;
  return joinedDays(await Promise.all(parts.map((query) => engine.run(query, signal))));
}

/** Asks for fine marks where there are more than the marks that were asked for, and not too many. */
export async function answerFineMarks(
  engine: Engine,
  { marks, fineMarks }: Pick<Plan, 'marks' | 'fineMarks'>,
  { matched }: Pick<MarksResult, 'matched'>,
  signal?: AbortSignal,
): Promise<MarksResult | null> {
  if (fineMarks === null || matched <= marks.limit || matched > fineMarks.limit) return null;
  return engine.run(fineMarks, signal);
}

/** A plan, and the answers to it. */
export interface AnsweredPlan {
  readonly plan: Plan;
  readonly answers: Answers;
}

/** Panels that one query each answers. */
type Single = Exclude<keyof Plan, Apart | 'activity'>;

/** Asks an engine for every panel at once; what is the very same object in a plan that was answered `before` is not asked again (see `planInSight`). */
export async function answerPlan(
  engine: Engine,
  plan: Plan,
  signal?: AbortSignal,
  before: AnsweredPlan | null = null,
): Promise<Answers> {
  const known = (...parts: readonly (keyof Plan)[]) =>
    before !== null && parts.every((part) => before.plan[part] === plan[part]) ? before.answers : null;
  const ask = async <P extends Single>(part: P): Promise<Answers[P]> => {
    const kept = known(part);
    if (kept !== null) return kept[part];
    const query: Query | null = plan[part];
    return (query && (await engine.run(query, signal))) as Answers[P];
  };
  const groups = ask('lanes');
  const about = async () => known('around')?.around ?? (await answerAround(engine, plan, signal));
  const around = about();
  const facets = Promise.all(
    Object.entries(plan.facets).map(async ([name, query]) => {
      const key = name as keyof FacetAnswers;
      const kept = before?.plan.facets[key] === query ? before.answers.facets[key] : undefined;
      return [name, kept ?? (await engine.run(query, signal))] as const;
    }),
  );
  const marked = async () => {
    const marks = await ask('marks');
    const fine = known('fineMarks');
    return { marks, fineMarks: fine ? fine.fineMarks : await answerFineMarks(engine, plan, marks, signal) };
  };
  const compared = async () =>
    known('comparison')?.comparison ?? (await answerComparison(engine, plan.comparison, signal));
  const daily = async () => known('days')?.days ?? (await answerDays(engine, plan.days, signal));
  const [
    total,
    { activity, activityRest },
    activityTotal,
    days,
    lanes,
    beyond,
    { marks, fineMarks },
    cells,
    overview,
    rows,
    comparison,
    selected,
    spells,
    otherScope,
    anyTime,
    typesAnyTime,
    earlier,
    yearAgo,
    values,
  ] = await Promise.all([
    ask('total'),
    known('activity', 'activityRest') ?? answerActivity(engine, plan, groups, signal, around),
    ask('activityTotal'),
    daily(),
    groups,
    around,
    marked(),
    ask('cells'),
    ask('overview'),
    ask('rows'),
    compared(),
    ask('selected'),
    ask('spells'),
    ask('otherScope'),
    ask('anyTime'),
    ask('typesAnyTime'),
    ask('before'),
    ask('yearAgo'),
    facets,
  ]);
  return {
    ...{
      total,
      activity,
      activityRest,
      activityTotal,
      days,
      lanes,
      around: beyond,
      marks,
      fineMarks,
      cells,
      overview,
      rows,
      comparison,
      selected,
      spells,
      otherScope,
      anyTime,
      typesAnyTime,
      before: earlier,
      yearAgo,
    },
    facets: Object.fromEntries(values) as FacetAnswers,
  };
}
