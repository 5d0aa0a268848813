import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../testing/pictures/activity-sample';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { viewHref } from '../../view/serialize';
import { MODES, type Mode } from '../../view/view';
import { lightPaint } from '../scene/paint';
import type { SceneNode } from '../scene/scene';
import { toSvg } from '../scene/svg';
import { activityParts, activityScene } from './activity';
import { activityData } from './data';
import { binView } from './links';

const SERIES = binsOf(
  '2024-01 iskp 1 1 1',
  '2024-03 several 1 1 1',
  '2024-03 none 2 2 2',
  '2024-03 is 1 1.5 4',
  '2024-05 is 0 0 1',
  '2024-06 is 1 1 1',
);
const TOTALS = binsOf('2024-01 - 1 1 1', '2024-03 - 4 4.5 6', '2024-05 - 0 0 1', '2024-06 - 1 1 1');

function draw(mode: Mode, width = 900): SceneNode {
  const input = sampleInput({ mode }, SERIES, TOTALS);
  const data = activityData(input);
  const href = (_: unknown, index: number) => {
    const bin = data.bins[index];
    return bin ? viewHref(binView(input.view, bin)) : null;
  };
  return activityScene(data, { width, paint: lightPaint, href });
}

function all(scene: SceneNode, tag: string): readonly SceneNode[] {
  return [
    ...(scene.tag === tag ? [scene] : []),
    ...(scene.children ?? []).flatMap((child) => all(child, tag)),
  ];
}

describe('the picture of an activity chart', () => {
  it.each(MODES)('looks as its golden does: %s', (mode) => {
    expectGolden(`activity-${mode}`, toSvg(draw(mode)));
  });

  it('names panels above their plots where there is little room', () => {
    expectGolden('activity-panels-narrow', toSvg(draw('panels', 360)));
  });

  it('links every bar to what it counts, in words', () => {
    const links = all(draw('stack'), 'a').map(({ attrs }) => [attrs['aria-label'], attrs.href]);
    expect(links).toEqual([
      ['ISKP alone, Jan 2024: 1 attack, begun before the coverage', '/sample?from=2024-01&to=2024-01'],
      ['IS alone, Mar 2024: 1.5 (1–4) attacks', '/sample?from=2024-03&to=2024-03'],
      ['Several actors, Mar 2024: 1 attack', '/sample?from=2024-03&to=2024-03'],
      ['Not established, or only suspected, Mar 2024: 2 attacks', '/sample?from=2024-03&to=2024-03'],
      ['IS alone, Jun 2024: 1 attack, not over', '/sample?from=2024-06&to=2024-06'],
    ]);
  });

  it('makes no links of more marks than it may', () => {
    const data = activityData(sampleInput({ mode: 'stack' }, SERIES, TOTALS));
    const links = (mostMarks: number) =>
      all(activityScene(data, { width: 900, href: () => '/x', mostMarks }), 'a').length;
    // A range without a best figure counts, too, and is no link.
    expect([links(6), links(5)]).toEqual([5, 0]);
  });

  it('places a bar exactly over its days', () => {
    // 15 Dec 2023 to 31 Jul 2024 are 230 days on 900 − 168 − 16 = 716 px; 1 March is day 77, 1 April day 108.
    const [, march] = all(draw('stack'), 'a');
    const box = march?.children?.[0]?.attrs;
    const perDay = 716 / 230;
    expect(box?.x).toBeCloseTo(168 + 77 * perDay + 0.5, 6);
    expect(box?.width).toBeCloseTo(31 * perDay - 1, 6);
  });

  it('hatches what is not covered and draws nothing there', () => {
    const hatched = all(draw('stack'), 'rect').filter(({ attrs }) => attrs['data-hatch'] !== undefined);
    const reasons = hatched.map(({ children = [] }) => children[0]?.text);
    expect(reasons).toEqual([
      'Not covered. Outside the coverage of the series',
      'Not collected. Nobody read the papers in February.',
      'Not covered. Outside the coverage of the series',
    ]);
  });

  it('says so and keeps its height where nothing matches', () => {
    const empty = activityScene(activityData(sampleInput({}, binsOf(), binsOf())), { width: 900 });
    expect(toSvg(empty)).toContain('No attacks in this view');
    expect(empty.attrs.height).toBe(draw('stack').attrs.height);
  });
});

describe('a chart of panels in parts', () => {
  it('has each panel whole in a part of its own, with its name and its marks, and the axis beneath', () => {
    const data = activityData(sampleInput({ mode: 'panels' }, SERIES, TOTALS));
    const options = { width: 900, paint: lightPaint, href: () => '#' };
    const parted = activityParts(data, options)!;
    const whole = activityScene(data, options);
    const links = (scene: SceneNode) => all(scene, 'a').map(({ attrs }) => attrs['aria-label']);
    const held = parted.parts.map(({ nodes }) => ({ tag: 'g', attrs: {}, children: nodes }) as SceneNode);
    expect(parted.parts).toHaveLength(data.groups.length);
    expect(held.flatMap(links)).toEqual(links(whole));
    let end = 0;
    for (const [at, { y, height }] of parted.parts.entries()) {
      expect(y).toBe(end);
      end = y + height;
      expect(toSvg(held[at]!)).toContain(data.groups[at]!.label);
      // Half of a figure reaches beneath its line, and none of the next panel does.
      const tops = all(held[at]!, 'rect').map((rect) => Number(rect.attrs.y));
      for (const top of tops.filter((one) => one > 0)) {
        expect(top).toBeGreaterThanOrEqual(y);
        expect(top).toBeLessThan(end);
      }
    }
    expect(parted.axis.y + parted.axis.height).toBe(Number(whole.attrs.height));
    expect(parted.axis.y).toBeLessThanOrEqual(end);
    expect(toSvg({ tag: 'g', attrs: {}, children: parted.axis.nodes })).toContain('2024');
  });

  it('stays whole where it has one plot', () => {
    const data = activityData(sampleInput({ mode: 'stack' }, SERIES, TOTALS));
    expect(activityParts(data, { width: 900 })).toBeNull();
  });
});
