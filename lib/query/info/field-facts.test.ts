import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import { columnsOf } from '../../engine/columnar/columns/columns-builder';
import { columnFacts } from '../../engine/columnar/columns/field-facts';
import type { OwnField } from '../../series/fields';
import type { Series } from '../../series/model';
import { meaningEngine } from '../meaning/evaluate';
import { askFieldFacts, type FieldFact } from './field-facts';

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const FIELDS: readonly OwnField[] = [
  { ...plain, id: 'weapon', label: 'Weapon', kind: 'category' },
  { ...plain, id: 'side', label: 'Side', kind: 'category', many: true },
  { ...plain, id: 'remark', label: 'Remark', kind: 'text' },
  { ...plain, id: 'speed', label: 'Speed', kind: 'number' },
  { ...plain, id: 'empty', label: 'Empty', kind: 'text' },
];
const SERIES = seriesOfHand(
  [
    incident('a', '2020-01-01', [], { own: { weapon: 'none', side: ['x'], remark: 'Rifle', speed: 3 } }),
    incident('b', '2020-01-02', [], {
      own: { weapon: 'none', side: ['x', 'y'], remark: 'rifle' },
      inScope: false,
    }),
    incident('c', '2020-01-03', [], { own: { side: ['x'] }, initiator: 'state' }),
  ],
  [],
  FIELDS,
);
const EXPECTED = [
  { id: 'weapon', stated: 2, only: 'none' },
  { id: 'side', stated: 3, only: null },
  { id: 'remark', stated: 2, only: null },
  { id: 'speed', stated: 1, only: '3' },
  { id: 'empty', stated: 0, only: null },
];

/** The same counted incident by incident. */
function counted({ fields, incidents }: Series): readonly FieldFact[] {
  return fields.map(({ id }) => {
    const stated = incidents.flatMap(({ own }) => (own[id] === undefined ? [] : [[own[id]].flat()]));
    const texts = stated
      .flat()
      .map((value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)));
    const only = new Set(texts).size === 1 ? (texts[0] ?? null) : null;
    return { id, stated: stated.length, only };
  });
}

describe('what a revision says in its own fields', () => {
  it('is how many incidents state each, whatever their scope, and the value where there is one alone', async () => {
    expect(counted(SERIES)).toEqual(EXPECTED);
    expect(columnFacts(await columnsOf(SERIES))).toEqual(EXPECTED);
    expect(await askFieldFacts(meaningEngine(SERIES), FIELDS, 3)).toEqual(EXPECTED);
  });

  it('is the same counted, read from columns and asked of an engine', async () => {
    const holds = fc.asyncProperty(arbitrarySeries(6), async (series) => {
      const { fields, incidents } = series;
      const asked = await askFieldFacts(meaningEngine(series), fields, incidents.length);
      expect(asked).toEqual(counted(series));
      expect(columnFacts(await columnsOf(series))).toEqual(counted(series));
    });
    await fc.assert(holds, { numRuns: 60 });
  });
});
