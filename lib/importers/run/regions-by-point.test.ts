import { describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Incident, RegionDef, RegionId } from '../../series/model';
import type { Built } from '../build/sink';
import { regionsByPoint } from './regions-by-point';

const region = (id: string, parent: string | null = null) =>
  ({ id, label: id, country: null, ...(parent === null ? {} : { parent }) }) as object as RegionDef;

/** North of the equator lies Norland with its province East; the rest is sea. */
const outlines = {
  source: 'Made-up Maps, 2024',
  at({ lat }: { lat: number }, said: string | null) {
    if (said !== null && said !== 'Norland') return said === 'Sudland' ? [region('sudland')] : [];
    const east = lat > 0 ? [region('norland.east', 'norland')] : [];
    return lat > 0 || said !== null ? [...east, region('norland')] : [];
  },
};

async function placed(incidents: readonly Incident[]) {
  const taken: Incident[] = [];
  const { sink, finish } = regionsByPoint(
    { incidents: (batch) => void taken.push(...batch), problems: () => undefined },
    outlines,
  );
  await sink.incidents(incidents);
  const { incidents: _, ...rest } = tinySeries();
  const built = finish({ rest: { ...rest, regions: [region('west')] } } as object as Built);
  return { taken, rest: built.rest };
}

const [first] = tinySeries().incidents;
function at(
  lat: number | null,
  more: Partial<Incident> = {},
  precision: 'town' | 'country' = 'town',
): Incident {
  const place = { name: null, country: null, lat, lon: lat === null ? null : 5, precision, note: null };
  return { ...first!, regions: [], place, ...more };
}

describe('Regions by points', () => {
  it('are given where a row names none, and its point lies in one', async () => {
    const incidents = [
      at(10),
      at(-10),
      at(null),
      at(10, { regions: ['west' as RegionId] }),
      at(10, {}, 'country'),
    ];
    const { taken, rest } = await placed(incidents);
    expect(taken.map(({ regions }) => regions)).toEqual([['norland.east'], [], [], ['west'], []]);
    expect(rest.regions.map(({ id }) => id)).toEqual(['norland', 'norland.east', 'west']);
    expect(rest.meta.provenance.at(-1)).toBe(
      'The regions of 1 incidents are those in which their points lie, by the outlines of Made-up Maps, 2024; their rows name none.',
    );
  });

  it('are of the country that a row names, and of no other', async () => {
    const said = (lat: number, country: string) => at(lat, { place: { ...at(lat).place, country } });
    const { taken, rest } = await placed([
      said(10, 'Norland'),
      said(-10, 'Norland'),
      said(10, 'Sudland'),
      said(10, 'Atlantis'),
    ]);
    expect(taken.map(({ regions }) => regions)).toEqual([['norland.east'], ['norland'], ['sudland'], []]);
    expect(rest.meta.provenance.at(-1)).toMatch(/^The points of 3 incidents lie in no region of the country/);
  });

  it('leave a series as it is where none is given', async () => {
    const { rest } = await placed([at(-10)]);
    expect(rest.regions.map(({ id }) => id)).toEqual(['west']);
    expect(rest.meta.provenance).toEqual(tinySeries().meta.provenance);
  });
});
