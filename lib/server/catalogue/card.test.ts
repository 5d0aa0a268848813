import { expect, it } from 'vitest';
import { incident, infoOf, seriesOf } from '../../../testing/pages/test-dashboard';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { RegionId } from '../../series/model';
import { cardFigures } from './card';

it('names the largest regions, and says how many there are', async () => {
  const names = ['North', 'South', 'East', 'West', 'Coast'];
  const regions = names.map((label) => ({ id: label.toLowerCase() as RegionId, label, country: null }));
  // Five incidents in the north, four in the south, and so on.
  const incidents = names.flatMap((name, at) =>
    Array.from({ length: names.length - at }, (_, n) =>
      incident(`${name}-${n}`, '2021-05-01', { regions: [name.toLowerCase() as RegionId] }),
    ),
  );
  const series = seriesOf(incidents, { regions });
  const engine: Engine = {
    name: 'test',
    run: async (query) => evaluate(series, query),
    close: async () => {},
  };
  const { holds } = await cardFigures(infoOf(series), engine);
  expect(holds).toEqual([{ label: 'Regions', names: ['North', 'South', 'East', 'West'], count: 5 }]);
});

it('names wholes by what they hold with their parts', async () => {
  const series = seriesOf([incident('a', '2021-05-01')]);
  const engine: Engine = {
    name: 'test',
    run: async (query) => evaluate(series, query),
    close: async () => {},
  };
  const info = infoOf(series);
  const ranking = { ...info.ranking, region: ['town', 'land'] };
  const { holds } = await cardFigures({ ...info, ranking, rolled: { region: ['land', 'town'] } }, engine);
  expect(holds).toEqual([{ label: 'Regions', names: ['land', 'town'], count: 2 }]);
});
