import { baseMap } from '../../lib/boundaries/base-map';
import { distancesIn } from '../../lib/boundaries/near-country';
import { regionOutlines } from '../../lib/boundaries/region-outlines';
import type { Engine } from '../../lib/query/engine';
import { evaluate } from '../../lib/query/meaning/evaluate';
import type { MapOutlines } from '../../lib/render/map/ask-map';
import type { Incident, RegionDef, RegionId, Series } from '../../lib/series/model';
import { figure, incident, seriesOfHand } from '../series/hand-made';
import { SAMPLE_BOUNDARIES } from './map-sample';

export const REGIONS = ['AAA', 'BBB'].map(
  (label): RegionDef => ({ id: label.toLowerCase() as RegionId, label, country: null }),
);

/** An incident of one actor at a point of a country, with so many killed. */
export function at(
  id: string,
  date: string,
  [actor, killed]: readonly [string, string],
  lon: number,
): Incident {
  const region = lon < 30 ? REGIONS[0] : REGIONS[1];
  const one = incident(id, date, [actor], {
    fatalities: figure(killed),
    regions: region === undefined ? [] : [region.id],
  });
  return { ...one, place: { ...one.place, name: id, lat: 50, lon, precision: 'town' } };
}

/** Four incidents in two countries. */
export const SERIES: Series = {
  ...seriesOfHand([
    at('winter-red', '2020-01-10', ['red', '3'], 9),
    at('winter-blue', '2020-01-20', ['blue', '5'], 10),
    at('summer-red', '2020-07-01', ['red', '7'], 11),
    at('far-blue', '2020-07-02', ['blue', '11'], 60),
  ]),
  regions: REGIONS,
};
const { incidents: _, sources: __, ...guide } = SERIES;
export const GUIDE = guide;
export const INFO = { guide: GUIDE, ranking: { actor: ['red', 'blue'], type: [], region: ['aaa', 'bbb'] } };
export const ENGINE: Pick<Engine, 'run'> = { run: async (query) => evaluate(SERIES, query) };
export const OUTLINES: MapOutlines = {
  base: (frame) => baseMap(SAMPLE_BOUNDARIES, frame, []),
  distances: () => distancesIn(SAMPLE_BOUNDARIES),
  regions: (regions) => regionOutlines(SAMPLE_BOUNDARIES, regions, []),
};
