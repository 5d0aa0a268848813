// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SceneSvg } from '@/components/ui/scene-svg';
import { activityScene } from '@/lib/render/activity/activity';
import { activityData } from '@/lib/render/activity/data';
import { activityLayout } from '@/lib/render/activity/layout';
import type { Mode } from '@/lib/view/view';
import { binsOf, sampleInput } from '@/testing/pictures/activity-sample';
import { ActivityRecharts } from './activity-recharts';

const BINS = binsOf(
  '2024-01 iskp 1 1 1',
  '2024-03 is 1 1.5 4',
  '2024-03 iskp 2 2 2',
  '2024-05 is 0 0 1',
  '2024-06 is 1 1 1',
);
const TOTALS = binsOf('2024-01 - 1 1 1', '2024-03 - 3 3.5 6', '2024-05 - 0 0 1', '2024-06 - 1 1 1');

/** The marks of a drawing: what each says, where it leads and where it stands, to a tenth of a pixel. */
function marksIn(container: HTMLElement): readonly string[] {
  const place = (mark: Element, name: string) => {
    const value = mark.lastElementChild?.getAttribute(name);
    return value === null || value === undefined ? '' : `${name} ${Number(value).toFixed(1)}`;
  };
  return [...container.querySelectorAll('a')]
    .map((mark) =>
      [
        mark.getAttribute('aria-label'),
        mark.getAttribute('href'),
        ...['x', 'y', 'width', 'height', 'cx', 'cy'].map((name) => place(mark, name)),
      ].join('; '),
    )
    .sort();
}

afterEach(cleanup);

describe('the chart by Recharts', () => {
  it.each(['stack', 'lines', 'panels', 'cumulative'] as const)(
    'puts every mark where the picture from the server has it: %s',
    (mode: Mode) => {
      const data = activityData(sampleInput({ mode }, BINS, TOTALS));
      const href = (_: unknown, index: number) => `#${index}`;
      const scene = activityScene(data, { width: 900, href, tabStops: false });
      const picture = marksIn(render(<SceneSvg scene={scene} />).container);
      cleanup();
      const layout = activityLayout(data, 900);
      const chart = render(<ActivityRecharts data={data} layout={layout} href={href} />).container;
      expect(marksIn(chart)).toEqual(picture);
      expect(picture).toHaveLength(mode === 'lines' ? 5 : mode === 'cumulative' ? 5 : 4);
      expect(chart.querySelector<HTMLElement>('[data-recharts]')?.style.height).toBe(`${layout.height}px`);
    },
  );
});
