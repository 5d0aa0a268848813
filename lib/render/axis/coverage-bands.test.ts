import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { ActorId, CoverageNote, RegionId, SeriesGuide, TypeId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { lanesOf } from '../timeline/lanes';
import { coverageBands } from './coverage-bands';
import { timeScale } from './time-axis';

const note = (id: string, change: Partial<CoverageNote>): CoverageNote => ({
  ...{ id, kind: 'thin', from: toDay(2020, 1, 1), to: toDay(2020, 12, 31), actors: [], types: [], text: id },
  ...change,
});
const IS = { actors: ['islamic-state' as ActorId] };
const BOMBS = { types: ['bombing' as TypeId] };

/** Which of the lanes each band lies on, by id; `part` where it concerns a part of what they hold. */
function bands(
  query: string,
  notes: readonly CoverageNote[],
  series: readonly string[],
  to = toDay(2024, 6, 30),
) {
  const guide: SeriesGuide = { ...EXAMPLE_GUIDE, coverageNotes: notes };
  const { view } = parseView(guide.meta.id, new URLSearchParams(query));
  const groups = series.map((id) => ({ series: id, low: 1, best: 1, high: 1, matched: 1, basis: null }));
  const info = { guide, ranking: { actor: [], type: [], region: [] } };
  const lanes = lanesOf({ groups, by: view, info, expanded: true });
  const scale = timeScale(toDay(2017, 1, 1), to, { width: 800, left: 0, right: 0 });
  return coverageBands(guide, view, lanes, scale).map(({ kind, lanes: own }) => [
    kind,
    own?.map((index) => lanes[index]?.id).sort() ?? 'part',
  ]);
}

describe('the bands of coverage', () => {
  it('lie on the lanes of the actors they name, children included', () => {
    expect(bands('', [note('a', IS)], ['iscp', 'islamic-state', 'atesh'])).toEqual([
      ['thin', ['iscp', 'islamic-state']],
    ]);
  });

  it('lie on the lane of an actor whose second parent they name', () => {
    const gur = note('a', { actors: ['gur' as ActorId] });
    expect(bands('', [gur], ['obon', 'atesh'])).toEqual([['thin', ['obon']]]);
    expect(bands('actor=obon&split=none', [gur], ['obon'])).toEqual([['thin', expect.any(Array)]]);
  });

  it('lie on all lanes where a note names nobody', () => {
    expect(bands('', [note('a', {})], ['iscp', 'atesh'])).toEqual([['thin', ['atesh', 'iscp']]]);
  });

  it('are a strip of their own where they concern a part of what lanes hold', () => {
    expect(bands('', [note('a', BOMBS)], ['iscp', 'atesh'])).toEqual([['thin', 'part']]);
    expect(bands('split=region', [note('a', IS)], ['dagestan'])).toEqual([['thin', 'part']]);
  });

  it('lie on the lanes of the types they name', () => {
    expect(bands('split=type', [note('a', BOMBS)], ['bombing', 'ied'])).toEqual([['thin', ['bombing']]]);
    expect(bands('type=bombing', [note('a', BOMBS)], ['iscp'])).toEqual([['thin', ['iscp']]]);
  });

  it('lie on the lanes of the regions they name', () => {
    const dagestan = note('a', { regions: ['dagestan' as RegionId] });
    expect(bands('split=region', [dagestan], ['dagestan', 'chechnya'])).toEqual([['thin', ['dagestan']]]);
    expect(bands('split=actor', [dagestan], ['iscp'])).toEqual([['thin', 'part']]);
    expect(bands('region=dagestan', [dagestan], ['iscp'])).toEqual([['thin', ['iscp']]]);
    expect(bands('region=chechnya', [dagestan], ['iscp'])).toEqual([]);
    expect(bands('split=type', [note('a', {})], ['bombing', 'ied'])).toEqual([['thin', ['bombing', 'ied']]]);
  });

  it('are left out where they name what has no lane', () => {
    const dagestan = note('a', { regions: ['dagestan' as RegionId] });
    expect(bands('split=region', [dagestan], ['chechnya', 'ingushetia'])).toEqual([]);
    expect(bands('split=region', [dagestan], ['chechnya', 'none'])).toEqual([['thin', 'part']]);
  });

  it('are left out where the filters leave nothing they speak of', () => {
    expect(bands('actor=atesh', [note('a', IS)], ['atesh'])).toEqual([]);
    expect(bands('type=ied', [note('a', BOMBS)], ['atesh'])).toEqual([]);
    expect(bands('', [note('a', { from: toDay(2010, 1, 1), to: toDay(2016, 12, 31) })], ['atesh'])).toEqual(
      [],
    );
  });

  it('do not lie on a lane of groups that are not named, unless all that the view asks for is noted', () => {
    const on = (query: string) => {
      const guide: SeriesGuide = { ...EXAMPLE_GUIDE, coverageNotes: [note('a', IS)] };
      const { view } = parseView(guide.meta.id, new URLSearchParams(query));
      const scale = timeScale(toDay(2017, 1, 1), toDay(2024, 6, 30), { width: 800, left: 0, right: 0 });
      const lanes = [{ members: ['iscp'] }, { members: [] }];
      return coverageBands(guide, view, lanes, scale).map((band) => band.lanes);
    };
    expect(on('')).toEqual([[0]]);
    expect(on('actor=iscp')).toEqual([[0, 1]]);
  });

  it('mark what of the window lies beyond the coverage', () => {
    expect(bands('', [], ['atesh'], toDay(2025, 12, 31))).toEqual([['outside', ['atesh']]]);
  });
});
