import { expect, it } from 'vitest';
import { toDay } from '../../time/day';
import { sparkScene } from './spark';

it('draws a bar for each year, as wide as its days in the coverage and as high as its count', () => {
  const scene = sparkScene({
    ...{ width: 400, height: 41, bin: 'year', label: 'Incidents per year' },
    ...{ from: toDay(2021, 1, 1), to: toDay(2022, 12, 31) },
    bins: [
      { start: toDay(2021, 1, 1), best: 5 },
      { start: toDay(2022, 1, 1), best: 10 },
    ],
  });
  expect(scene.children?.[0]?.attrs.d).toBe('M0 40v-20h199v20h1v-40h199v40');
  expect(scene.attrs['aria-label']).toBe('Incidents per year');
});
