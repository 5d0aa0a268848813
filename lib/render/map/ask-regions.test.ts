import { describe, expect, it } from 'vitest';
import { at, ENGINE, GUIDE, INFO, OUTLINES, REGIONS } from '../../../testing/pictures/asked-map';
import { SAMPLE_BOUNDARIES } from '../../../testing/pictures/map-sample';
import { seriesOfHand } from '../../../testing/series/hand-made';
import { featureLayer } from '../../boundaries/boundary-set';
import { regionOutlines } from '../../boundaries/region-outlines';
import { citedIn } from '../../query/info/series-info';
import { evaluate } from '../../query/meaning/evaluate';
import type { RegionDef, RegionId, Series, SourceId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { marginSentences } from '../../words/marks/margin';
import { askForMap, type MapOutlines } from './ask-map';

const SOURCE = {
  ...{ publisher: 'Office', date: null, url: null, urlSeen: false, origin: null, read: null },
} as const;
const CCC = { id: 'ccc', label: 'CCC', country: null, parent: null, isCountry: false };

describe('a map of regions', () => {
  it('shows where nobody looked from the first, though nothing is known to have happened there', async () => {
    const frameWith = async (notes: Series['coverageNotes']) => {
      const guide = { ...GUIDE, coverageNotes: notes };
      const { view } = parseView(guide.meta.id, new URLSearchParams('map=regions'));
      // Nothing is in the second region.
      const info = { guide, ranking: { ...INFO.ranking, region: ['aaa'] } };
      return (await askForMap(ENGINE, view, info, OUTLINES))!.base.frame;
    };
    const gap = (kind: 'gap' | 'thin') => ({
      ...{ id: 'far', kind, from: toDay(2020, 1, 1), to: toDay(2020, 2, 1), text: 'Nobody could go there.' },
      ...{ actors: [], types: [], regions: [REGIONS[1]!.id] },
    });
    const without = await frameWith([]);
    expect(await frameWith([gap('thin')])).toEqual(without);
    const shown = await frameWith([gap('gap')]);
    expect(shown.lon).toBeGreaterThan(without.lon + 10);
  });

  it('has one shape of several regions of one outline, with each incident once', async () => {
    const named = (id: string, label: string): RegionDef => ({ id: id as RegionId, label, country: 'AAA' });
    const regions = [named('unit', 'AAA-1'), named('district', 'AAA-1 District')];
    const [unit, district] = regions.map(({ id }) => id) as [RegionId, RegionId];
    // Two rows in one, two in the other, one of which names both.
    const rows = [[unit], [unit, district], [district]].map((ids, n) => ({
      ...at(`row-${n}`, '2020-05-05', ['red', '1'], 10),
      regions: ids,
    }));
    const series: Series = { ...seriesOfHand(rows), regions };
    const { incidents: ___, sources: ____, ...guide } = series;
    const info = { guide, ranking: { actor: ['red'], type: [], region: ['unit', 'district'] } };
    const { view } = parseView(guide.meta.id, new URLSearchParams('map=regions'));
    const engine: typeof ENGINE = { run: async (query) => evaluate(series, query) };
    const map = await askForMap(engine, view, info, OUTLINES);
    const shown = map!.regions!.map(({ label, ids, best, area }) => [label, ids, best, area !== null]);
    expect(shown).toEqual([['2 names: AAA-1 and AAA-1 District', ['unit', 'district'], 3, true]]);
  });

  it('has rows that name no more than a country beside its units, so that nothing is left out', async () => {
    // Three rows in the unit of a country, two that name the country alone.
    const land = { id: 'aaa' as RegionId, label: 'AAA', country: null };
    const unit = { id: 'aaa.unit' as RegionId, label: 'AAA-1', country: 'AAA', parent: land.id };
    const rows = [unit, unit, unit, land, land].map(({ id }, n) => ({
      ...at(`row-${n}`, '2020-05-05', ['red', '1'], 10),
      regions: [id],
    }));
    const series: Series = { ...seriesOfHand(rows), regions: [land, unit] };
    const { incidents: ___, sources: ____, ...guide } = series;
    const info = { guide, ranking: { actor: ['red'], type: [], region: ['aaa', 'aaa.unit'] } };
    const { view } = parseView(guide.meta.id, new URLSearchParams('map=regions'));
    const units = (regions: Parameters<MapOutlines['regions']>[0]) =>
      regionOutlines(SAMPLE_BOUNDARIES, regions, [{ lat: 50, lon: 10 }]);
    const map = await askForMap({ run: async (query) => evaluate(series, query) }, view, info, {
      ...OUTLINES,
      regions: units,
    });
    const figures = map!.regions!.map(({ series: id, best, area }) => [id, best, area !== null]);
    expect(figures).toEqual([
      ['aaa', 2, false],
      ['aaa.unit', 3, true],
    ]);
    expect(marginSentences(guide, view, 'incidents', map!)).toEqual([
      expect.stringMatching(/^2 incidents in AAA/),
    ]);
  });

  it('names the sources of the outlines that the series brings by their titles', async () => {
    const region = REGIONS[0]!.id;
    const ring = [8, 12].flatMap((lon) => [[lon, lon < 10 ? 48 : 52] as const]);
    const square = [ring[0]!, [8, 52], ring[1]!, [12, 48], ring[0]!] as const;
    const area = { region, date: null, from: null, to: null, polygons: [[square]] };
    const sources = ['atlas', 'unlisted'] as readonly string[] as readonly SourceId[];
    const guide = { ...GUIDE, areas: [{ ...area, sources }] };
    const cited = citedIn(guide, [
      { ...SOURCE, id: 'atlas' as SourceId, title: 'Atlas of districts, 2019' },
      { ...SOURCE, id: 'other' as SourceId, title: 'Named by no outline' },
    ]);
    expect(cited).toEqual({ cited: { atlas: 'Atlas of districts, 2019' } });
    const { view } = parseView(guide.meta.id, new URLSearchParams('map=regions'));
    const map = await askForMap(ENGINE, view, { ...INFO, guide, ...cited }, OUTLINES);
    expect(map?.own).toEqual(['Atlas of districts, 2019', 'unlisted']);
    // An id that every object has a property of.
    const odd = { ...guide, areas: [{ ...area, sources: ['constructor' as SourceId] }] };
    const plain = await askForMap(ENGINE, view, { ...INFO, guide: odd, ...cited }, OUTLINES);
    expect(plain?.own).toEqual(['constructor']);
  });

  it('says of a region whose name several outlines have that none is shaded for that', async () => {
    const [first, ...others] = SAMPLE_BOUNDARIES.countries.areas;
    const twin = { ...first!, properties: { name: others[0]!.properties.name, code: 'TWN' } };
    const set = { ...SAMPLE_BOUNDARIES, countries: featureLayer([twin, ...others]) };
    const { view } = parseView(GUIDE.meta.id, new URLSearchParams('map=regions'));
    const named = (label: string) =>
      askForMap(
        ENGINE,
        view,
        { ...INFO, guide: { ...GUIDE, regions: [REGIONS[0]!, { ...REGIONS[1]!, label }] } },
        {
          ...OUTLINES,
          regions: (regions, points) => {
            const found = regionOutlines(set, [...regions, CCC], points)!;
            return { ...found, ids: found.ids };
          },
        },
      );
    const map = (await named(others[0]!.properties.name))!;
    expect(map.regions!.map(({ label, area, unclear }) => [label, area !== null, unclear])).toContainEqual([
      others[0]!.properties.name,
      false,
      true,
    ]);
    expect(marginSentences(GUIDE, view, 'incidents', map).join()).toContain(
      'a name that several outlines here have, so that none is shaded',
    );
    // By its code the one is told from the other.
    const told = (await named('TWN'))!;
    expect(told.regions!.find(({ label }) => label === 'TWN')!.area).not.toBeNull();
  });
});
