import { describe, expect, it } from 'vitest';
import { incident, infoOf, seriesOf } from '../../../testing/pages/test-dashboard';
import { meaningEngine } from '../../query/meaning/evaluate';
import { addDays, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { lateBinInWords, lateInWords } from '../../words/chance/late';
import type { Catalogue, OpenRevision } from '../catalogue/catalogue';
import type { Publication } from '../catalogue/series-store';
import { lateOf } from './late-of';

const MONDAY = toDay(2022, 1, 3);
const WEEKS = 104;

/** Of ten incidents a week (eight, twelve) half are known on the Monday after, all a week later. */
function knownOn(week: number) {
  const weeks = Array.from({ length: week }, (_, at) => at);
  return weeks.flatMap((at) => {
    const all = at % 2 === 0 ? 8 : 12;
    return Array.from({ length: at === week - 1 ? all / 2 : all }, (_, i) =>
      incident(`${at}-${i}`, formatDay(addDays(MONDAY, 7 * at + (i % 7)))),
    );
  });
}

/** A catalogue of one series, published on each of the last Mondays. */
function catalogueOf(publications: number): { catalogue: Catalogue; last: OpenRevision } {
  const weeks = Array.from({ length: publications }, (_, at) => WEEKS - publications + 1 + at);
  const opened = weeks.map((week): OpenRevision => {
    const series = seriesOf(knownOn(week));
    const engine = meaningEngine(series);
    const info = { ...infoOf(series), revision: `r${week}` };
    return { info, engine, lease: async () => ({ one: engine, release: () => undefined }) } as never;
  });
  const history = weeks.map((week): Publication => {
    const published = formatDay(addDays(MONDAY, 7 * week));
    return { revision: `r${week}`, published, time: `${published}T06:00:00.000Z`, incidents: 1 };
  });
  const catalogue = {
    history: async () => history,
    open: async (_id: string, { revision }: Publication) =>
      opened.find(({ info }) => info.revision === revision)!,
  } as unknown as Catalogue;
  return { catalogue, last: opened.at(-1)! };
}

const { view } = parseView('test' as never, new URLSearchParams());
const noun = { one: 'attack', many: 'attacks' };

describe('reports that are still to come', () => {
  it('are estimated from what later revisions added', async () => {
    const { catalogue, last } = catalogueOf(12);
    const { publications, late } = await lateOf(catalogue, view, last, 'week');
    expect(publications).toBe(12);
    expect(late!.bins).toHaveLength(1);
    expect(lateInWords(publications, late)[0]).toBe(
      'What 12 revisions added to earlier weeks tells how late reports come: 50 % are there in the week after.',
    );
    expect(lateBinInWords(late!.bins[0]!, late!, noun)).toMatch(
      /^week of 25 Dec 2023: 6 attacks so far, about 1[0-2] once all is reported; anything from \d+ to \d+ fits$/,
    );
  });

  it('are not where a series has had fewer than five revisions', async () => {
    const { catalogue, last } = catalogueOf(3);
    const found = await lateOf(catalogue, view, last, 'week');
    expect(found).toEqual({ publications: 3, late: null });
    expect(lateInWords(3, null)).toEqual([
      'How many reports are still to come is not known: it takes 5 revisions of different days, and the series has had 3.',
    ]);
  });
});
