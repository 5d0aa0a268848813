import type { WatchNotice } from '../../query/watch/watch';
import { node, type SceneNode } from '../scene/scene';

const HEIGHT = 40;
const STEP = 4;

/** The bars of some bins as one shape. */
function bars(chart: WatchNotice['chart'], most: number, isOn: (place: number) => boolean): string {
  return chart.counts
    .map((count, place) => {
      if (count === 0 || !isOn(place)) return '';
      const height = Math.max(1, (count / most) * HEIGHT);
      return `M${place * STEP} ${HEIGHT}v${-height.toFixed(1)}h${STEP - 1}v${height.toFixed(1)}z`;
    })
    .join('');
}

/** The counts around a notice, bin by bin, those of its window apart; the look is the page's, by class. `label` says it in words. */
export function noticeChart(chart: WatchNotice['chart'], label: string): SceneNode {
  const most = Math.max(1, ...chart.counts);
  const width = chart.counts.length * STEP;
  const inWindow = (place: number) => place >= chart.first && place <= chart.last;
  const start = Math.max(0, chart.first) * STEP;
  return node(
    'svg',
    {
      ...{ viewBox: `0 0 ${width} ${HEIGHT + 1}`, width, height: HEIGHT + 1 },
      ...{ role: 'img', 'aria-label': label, class: 'notice-chart' },
    },
    [
      node('rect', {
        ...{ class: 'window', x: start, y: 0, height: HEIGHT },
        width: (chart.last + 1) * STEP - start,
      }),
      node('path', { class: 'bar', d: bars(chart, most, (place) => !inWindow(place)) }),
      node('path', { class: 'bar-on', d: bars(chart, most, inWindow) }),
      node('line', { class: 'base', x1: 0, x2: width, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
    ],
  );
}
