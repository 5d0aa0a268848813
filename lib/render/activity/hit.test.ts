import { expect, it } from 'vitest';
import { binsOf, sampleInput } from '@/testing/pictures/activity-sample';
import { activityData } from './data';
import { groupAt } from './hit';
import { activityLayout, yOf } from './layout';

const BINS = binsOf('2024-03 is 1 1 1', '2024-03 iskp 3 3 3');
const TOTALS = binsOf('2024-03 - 4 4 4');

it.each(['stack', 'lines'] as const)('finds the group under a pointer by the figures alone: %s', (mode) => {
  const data = activityData(sampleInput({ mode }, BINS, TOTALS));
  const layout = activityLayout(data, 900);
  const [plot] = layout.plots;
  if (plot === undefined) throw new Error('no plot');
  const march = data.totals.findIndex((value) => value !== null && (value.best ?? 0) > 0);
  const at = (value: number, bin = march) => {
    const group = groupAt(data, layout, bin, yOf(plot, value));
    return group === null ? null : data.groups[group]?.members[0];
  };
  // In a stack IS takes 0 to 1 and ISKP 1 to 4, as lines their points stand at 1 and 3.
  const [low, high] = mode === 'stack' ? [0.5, 3.8] : [1, 3];
  expect([at(low), at(high), at(high, march + 1)]).toEqual(['is', 'iskp', null]);
});
