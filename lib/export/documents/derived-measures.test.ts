import { group } from 'd3-array';
import { beforeAll, describe, expect, it } from 'vitest';
import { attacks, type CsvRow, firstDay } from '../../../e2e/independent';
import { readPackage } from '../../engine/conformance/conformance';
import { planDays } from '../../query/exposure/rate';
import { loadInfo } from '../../query/info/load-info';
import type { SeriesInfo } from '../../query/info/series-info';
import { meaningEngine } from '../../query/meaning/evaluate';
import { answerPlan } from '../../query/plan/answers';
import { onPage } from '../../query/plan/drawn-groups';
import { planDocument, planView } from '../../query/plan/plan';
import { activityCaption } from '../../render/activity/caption';
import { type ActivityData, activityData } from '../../render/activity/data';
import type { Series } from '../../series/model';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import { viewDocument } from './view-document';

let series: Series;
let info: SeriesInfo;

beforeAll(async () => {
  series = await readPackage('russia-militancy');
  const { incidents, sources: _, ...guide } = series;
  const about = { guide, revision: '', published: '2024-06-30', incidents: incidents.length };
  info = await loadInfo(meaningEngine(series), about);
});

async function answered(query: string, planned = planView) {
  const { view, issues } = parseView(series.meta.id, new URLSearchParams(query), { standard: info.standard });
  expect(issues).toEqual([]);
  const engine = meaningEngine(series);
  const days = await engine.run(planDays(view, info));
  return { view, answers: await answerPlan(engine, planned(view, info)), days };
}

async function chart(query: string): Promise<ActivityData> {
  const { view, answers } = await answered(query);
  const shown = onPage(info, view.split, answers.lanes);
  const window = resolveWindow(view, series.meta.coverage);
  return activityData({ info: shown, view, window, answers, late: null });
}

/** The bins of view.json by group and year. */
async function yearly(query: string) {
  const { bins } = viewDocument({
    info,
    ...(await answered(query, planDocument)),
    problems: [],
    warnings: [],
  });
  return new Map(bins.map((bin) => [`${bin.series} ${bin.start.slice(0, 4)}`, bin]));
}

const year = ({ date }: CsvRow) => Number(firstDay(date ?? '').slice(0, 4));
/** The incidents of the CSV by type and year, those that the coverage holds. */
const cells = () => [...group(attacks, (row) => `${row.type} ${year(row)}`)];

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

/** The killed of a row as docs/methods.md has them: one figure stands for all three. */
function killed(row: CsvRow) {
  const [low, best, high] = [row.killed_low, row.killed_best, row.killed_high].map(number);
  return { low: low ?? best ?? null, point: best ?? low ?? null, high: high ?? best ?? null };
}

const sum = (values: readonly (number | null)[]) => values.reduce((all: number, one) => all + (one ?? 0), 0);
const agreed = (row: CsvRow) => row.nature_disputed !== 'true';

describe('counted from the CSV by a reader of its own', () => {
  it('killed per incident is the killed divided by the incidents that report any, by type and year', async () => {
    const found = await yearly('measure=killed-per-incident&split=type&bin=year&mode=lines');
    const expected = cells().flatMap(([key, rows]) => {
      const reporting = rows.filter((row) => killed(row).high !== null || killed(row).low !== null);
      if (reporting.length === 0) return [];
      const firm = reporting.filter(agreed);
      const points = firm.map((row) => killed(row).point).filter((point) => point !== null);
      const high = sum(reporting.map((row) => killed(row).high)) / Math.max(1, firm.length);
      const low = sum(firm.map((row) => killed(row).low)) / reporting.length;
      return [[key, { low, best: points.length === 0 ? null : sum(points) / points.length, high }] as const];
    });
    expect(expected.length).toBeGreaterThan(25);
    for (const [key, { low, best, high }] of expected) {
      const bin = found.get(key);
      expect([key, bin?.low, bin?.high]).toEqual([key, expect.closeTo(low, 9), expect.closeTo(high, 9)]);
      expect([key, bin?.best]).toEqual([key, best === null ? null : expect.closeTo(best, 9)]);
    }
  });

  it('a share is the incidents of a group in per cent of all of the same bin', async () => {
    const found = await yearly('measure=share&split=type&bin=year');
    const all = group(attacks, year);
    for (const [key, rows] of cells()) {
      const share = (100 * rows.length) / (all.get(year(rows[0]!))?.length ?? 0);
      expect([key, found.get(key)?.best]).toEqual([key, expect.closeTo(share, 9)]);
    }
  });
});

describe('a derived measure', () => {
  it('stands in the order low, best, high, and a stack of shares is all of its bin', async () => {
    for (const query of ['split=actor', 'split=type&mode=lines', 'split=region&mode=cumulative']) {
      for (const measure of ['share', 'killed-per-incident', 'perpetrators']) {
        const { groups } = await chart(`${query}&measure=${measure}`);
        for (const value of groups.flatMap(({ values, total }) => [...values, total])) {
          if (value?.best == null) continue;
          expect(value.low ?? 0).toBeLessThanOrEqual(value.best + 1e-9);
          expect(value.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value.best - 1e-9);
        }
      }
    }
    const { groups, bins } = await chart('measure=share&split=actor&bin=year');
    for (const at of bins.keys()) {
      expect(sum(groups.map(({ values }) => values[at]?.best ?? null))).toBeCloseTo(100, 9);
    }
  });

  it('has no figure where there is no incident, and that is no zero', async () => {
    const { groups } = await chart('measure=killed-per-incident&split=type&bin=month&mode=lines');
    const values = groups.flatMap((one) => one.values);
    expect(values.some((value) => value?.basis?.matched === 0)).toBe(true);
    for (const value of values) if (value?.basis?.matched === 0) expect(value.best).toBeNull();
  });

  it.each([
    ['measure=killed-per-incident&split=type', 'killed-per-incident', 'lines', /do not add up/],
    ['measure=share&split=none', 'incidents', 'stack', /needs groups/],
    ['measure=share&split=type', 'share', 'stack', /Per cent of the attacks of this view/],
  ])('%s is drawn as %s in the mode %s, and says so', async (query, measure, mode, words) => {
    const data = await chart(query);
    expect(data).toMatchObject({ measure, mode });
    expect(activityCaption(data).join(' ')).toMatch(words);
  });
});
