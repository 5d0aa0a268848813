import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../testing/pictures/activity-sample';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { viewHref } from '../../view/serialize';
import { MODES, type Mode } from '../../view/view';
import { lightPaint } from '../scene/paint';
import type { SceneNode } from '../scene/scene';
import { toSvg } from '../scene/svg';
import { activityScene } from './activity';
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
