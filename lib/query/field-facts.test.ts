import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../testing/series/arbitrary-series';
import { incident, seriesOfHand } from '../../testing/series/hand-made';
import type { OwnField } from '../series/fields';
import { askFieldFacts, fieldFacts } from './field-facts';
import { meaningEngine } from './meaning/evaluate';

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

describe('what a revision says in its own fields', () => {
  it('is how many incidents state each, whatever their scope, and the value where there is one alone', async () => {
    expect(fieldFacts(FIELDS, SERIES.incidents)).toEqual(EXPECTED);
    expect(await askFieldFacts(meaningEngine(SERIES), FIELDS, 3)).toEqual(EXPECTED);
  });

  it('is the same counted in memory and asked of an engine', async () => {
    const holds = fc.asyncProperty(arbitrarySeries(6), async (series) => {
      const { fields, incidents } = series;
      const asked = await askFieldFacts(meaningEngine(series), fields, incidents.length);
      expect(asked).toEqual(fieldFacts(fields, incidents));
    });
    await fc.assert(holds, { numRuns: 60 });
  });
});
