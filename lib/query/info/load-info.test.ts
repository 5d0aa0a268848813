import { describe, expect, it } from 'vitest';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { OwnField } from '../../series/fields';
import { parseView } from '../../view/parse';
import { checkView } from '../../words/address/view-issues';
import type { Engine } from '../engine';
import { evaluate } from '../meaning/evaluate';
import { loadInfo } from './load-info';

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const FIELDS: readonly OwnField[] = [
  { ...plain, id: 'weapon', label: 'Weapon', kind: 'category', many: true },
  { ...plain, id: 'night', label: 'Night', kind: 'flag' },
  { ...plain, id: 'remark', label: 'Remark', kind: 'text' },
];
const SERIES = seriesOfHand(
  [
    incident('a', '2020-01-05', ['x'], { own: { weapon: ['knife', 'gas'], night: true, remark: 'seen' } }),
    incident('b', '2020-02', ['x'], { own: { weapon: ['gas', 'a, b'] } }),
    incident('c', '2020-03-01', [], { own: { weapon: ['mine'] }, inScope: false }),
    incident('d', '2019', [], { own: { weapon: ['rope'] } }),
    incident('e', '2020-04-01', ['y']),
    incident('f', '2020-05-01', ['y'], { own: { weapon: ['none', 'several', 'only:gas'] } }),
  ],
  [],
  FIELDS,
);

/** Values that read like what an address says of groups, as it writes them. */
const CODED = ['\\\\none', '\\\\several', '\\\\only:gas'];

const loaded = () => {
  const engine = { run: async (asked: Parameters<typeof evaluate>[1]) => evaluate(SERIES, asked) } as Engine;
  return loadInfo(engine, {
    ...{ guide: SERIES, revision: 'a'.repeat(64), published: '2024-06-24', incidents: 6 },
  });
};

describe('the values of a field of the series’ own', () => {
  it('are ranked all of them: those of a list, out of scope and out of the coverage too', async () => {
    const { ranking } = await loaded();
    expect(ranking['.weapon']).toEqual([
      'gas',
      '\\none',
      '\\only:gas',
      '\\several',
      'a, b',
      'knife',
      'mine',
      'rope',
    ]);
    expect(ranking['.remark']).toBeUndefined();
  });

  it('are no problem of groups of a chart that are named by them', async () => {
    const { ranking, standard } = await loaded();
    for (const value of ['gas', 'only:gas', 'not:knife', ...CODED]) {
      const query = new URLSearchParams({ split: '.weapon', series: value });
      const { view, issues } = parseView(SERIES.meta.id, query, { standard });
      expect([...issues, ...checkView(view, SERIES, (key) => ranking[key] ?? null)]).toEqual([]);
    }
  });

  it('are no problem of an address that names them, and any other value is one', async () => {
    const { ranking, standard } = await loaded();
    const codes = (query: string) => {
      const { view, issues } = parseView(SERIES.meta.id, new URLSearchParams(query), { standard });
      return [...issues, ...checkView(view, SERIES, (key) => ranking[key] ?? null)].map(({ key }) => key);
    };
    for (const value of ['gas', 'a\\, b', 'knife', 'mine', 'rope', 'none', ...CODED]) {
      expect(codes(`.weapon=${encodeURIComponent(value)}`)).toEqual([]);
    }
    expect(codes('.weapon=Gas&.night=no&.remark=unseen')).toEqual(['.weapon']);
  });
});
