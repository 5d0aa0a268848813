import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { sampleAnswers, sampleLayout } from '../../../testing/pictures/timeline-sample';
import { toDay } from '../../time/day';
import { overviewScene } from '../overview/overview';
import { lightPaint } from '../scene/paint';
import type { SceneNode } from '../scene/scene';
import { toSvg } from '../scene/svg';
import { legendOf } from './marks/mark-legend';
import { timelineSummary } from './summary';
import { timelineParts, timelineScene } from './timeline';

async function draw(query: string, width: number, cells = false): Promise<string> {
  return toSvg(timelineScene(await sampleLayout(query, width, { cells }), 't', lightPaint));
}

function links(scene: SceneNode): readonly SceneNode[] {
  const own = scene.tag === 'a' ? [scene] : [];
  return [...own, ...(scene.children ?? []).flatMap(links)];
}

describe('the picture of a timeline', () => {
  it('draws every kind of mark, bar, band and label', async () => {
    expectGolden('timeline', await draw('from=2023&to=2023', 800));
  });

  it('draws labels above their lanes where it is narrow', async () => {
    expectGolden('timeline-narrow', await draw('from=2023&to=2023', 360));
  });

  it('draws cells, and what lies beyond the coverage', async () => {
    expectGolden('timeline-cells', await draw('from=2023&to=2024&bin=quarter', 800, true));
  });

  it('draws the overview with an unfinished last bin', async () => {
    const { overview } = await sampleAnswers('');
    const span = { from: toDay(2022, 1, 1), to: toDay(2024, 9, 30) };
    const bins = [
      ...overview.bins,
      { start: toDay(2024, 6, 1), series: null, low: 1, best: 2, high: 3, basis: null },
    ];
    const coverage = { from: toDay(2022, 3, 1), to: toDay(2024, 6, 15) };
    expectGolden(
      'overview',
      toSvg(overviewScene({ bins, bin: 'month', span, coverage, width: 800 }, 'o', lightPaint)),
    );
  });

  it('says all that lies beneath marks once in the pictures of its lanes', async () => {
    const layout = await sampleLayout('from=2023&to=2023', 800);
    const parts = timelineParts(layout, 't', lightPaint);
    const nodes = (all: readonly SceneNode[]): readonly SceneNode[] =>
      all.flatMap((one) => [one, ...nodes(one.children ?? [])]);
    const texts = (all: readonly SceneNode[]) =>
      nodes(all)
        .filter(({ tag, text }) => tag === 'text' && text !== undefined && text !== '')
        .map(({ text }) => text)
        .sort();
    const slices = layout.lanes.map((_, lane) => parts.underLane(lane));
    expect(layout.lanes.length).toBeGreaterThan(3);
    expect(texts(slices.flat())).toEqual(texts(parts.under));
    const patterns = (all: readonly SceneNode[]) => nodes(all).filter(({ tag }) => tag === 'pattern').length;
    expect(slices.map(patterns)).toEqual([patterns(parts.under), ...slices.slice(1).map(() => 0)]);
    const named = (all: readonly SceneNode[]) => nodes(all).filter(({ tag }) => tag === 'title').length;
    // Bands stand in the pictures of their lanes, so that their titles may come again; names of lanes do not.
    expect(named(slices.flat())).toBeLessThan(2 * named(parts.under));
  });

  it('makes each mark a link with a sentence', async () => {
    const layout = await sampleLayout('from=2023&to=2023&actor=iskp', 800);
    const found = links(timelineScene(layout, 't', lightPaint)).map(({ attrs }) => [
      attrs.href,
      attrs['aria-label'],
    ]);
    expect(found).toEqual([
      [
        '/example/incidents/claim?from=2023&to=2023&actor=iskp',
        '10 Jan 2023: Attack claim. ISKP, claimed. 0 killed.',
      ],
      [
        '/example/incidents/large?from=2023&to=2023&actor=iskp',
        '22 Mar 2023: Attack large. ISKP, claimed. 140 killed.',
      ],
      [
        '/example/incidents/beside?from=2023&to=2023&actor=iskp',
        '23 Mar 2023: Attack beside. ISKP, attributed, probable. 3 killed. Not counted in the low figure.',
      ],
    ]);
  });

  it('leads from a cell to its bin and lane', async () => {
    const layout = await sampleLayout('from=2023&to=2023&bin=quarter&actor=iskp', 800, { cells: true });
    const [cell] = links(timelineScene(layout, 't', lightPaint));
    expect(cell?.attrs.href).toBe('/example?from=2023&to=2023-03&actor=iskp&bin=quarter&series=iskp');
    expect(cell?.attrs['aria-label']).toBe('Q1 2023, ISKP: 3 (2–3) attacks.');
  });

  it('says that a bin is not over where the coverage ends within it', async () => {
    const layout = await sampleLayout('from=2024&to=2024&bin=year', 800, { cells: true });
    const [cell] = links(timelineScene(layout, 't', lightPaint));
    expect(cell?.attrs['aria-label']).toBe(
      '2024, Not established: 0 (0–1) attacks. The year is not over: the coverage ends on 30 Jun 2024.',
    );
  });

  it('explains what occurs and nothing else', async () => {
    const keys = async (query: string) => {
      const layout = await sampleLayout(query, 800);
      return legendOf(layout, timelineParts(layout, 't', lightPaint).bands, 't', lightPaint).map(
        ({ key }) => key,
      );
    };
    expect(await keys('from=2023-01&to=2023-02&actor=iskp')).toEqual(['disc', 'size-least']);
    expect(await keys('from=2023&to=2023&actor=iscp')).toEqual([
      ...['disc', 'ring', 'size-least', 'unreported', 'doubt', 'band-thin'],
    ]);
  });

  it('says of a single incident that it is a mark', async () => {
    expect(timelineSummary(1, await sampleLayout('from=2023-01&to=2023-02&actor=iskp', 800))).toBe(
      '1 attack, a mark at its date; area grows with the number killed.',
    );
  });

  it('says nothing of killed and of actors in a series that has none', async () => {
    const layout = await sampleLayout('from=2023&to=2023', 800);
    const { info } = layout.input;
    const bare = {
      ...info,
      guide: { ...info.guide, actors: [] },
      offers: { ...info.offers, measures: ['incidents' as const] },
    };
    const plain = { ...layout, input: { ...layout.input, info: bare } };
    expect(timelineSummary(10, plain)).toMatch(/^9 attacks, each a mark at its date\. /);
    const said = legendOf(plain, [], 't', lightPaint).map(({ key }) => key);
    expect(said).not.toContain('unreported');
    expect(said.filter((key) => /disc|ring|dashed|square|diamond/.test(key))).toEqual([]);
  });

  it('says in words how many there are, and which are not drawn', async () => {
    expect(timelineSummary(10, await sampleLayout('from=2023&to=2023', 800))).toBe(
      '9 attacks, each a mark at its date; area grows with the number killed. One that ties to several lanes stands in ' +
        'each of them. 1 more is in the table only, since its date has no place on the axis.',
    );
    expect(timelineSummary(5412, await sampleLayout('bin=month', 800, { cells: true }))).toMatch(
      /^5,412 attacks: too many for single marks. Each cell counts one month/,
    );
    expect(timelineSummary(0, await sampleLayout('from=2018&to=2018', 800))).toBe('No attacks in this view.');
  });
});
