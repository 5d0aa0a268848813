import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { incident } from '../../../testing/series/hand-made';
import { withSortedLinks } from '../revision/row-order';
import { batchText } from './batch-text';
import { fromRecord, type IncidentRecord } from './incident-record';

describe('batchText', () => {
  it('is read back as the incidents it was made of, with links in order', () => {
    fc.assert(
      fc.property(arbitrarySeries(12), ({ incidents }) => {
        const read = (JSON.parse(batchText(incidents)) as IncidentRecord[]).map(fromRecord);
        expect(read).toEqual(incidents.map(withSortedLinks));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['"', '\\', '\n', '\u0000', '\u2028', '\ud83d\ude00', '\ud800', '},{"id":'])(
    'keeps %j in texts as it is, or as no character at all',
    (text) => {
      const notes = `a${text}b`;
      const [record] = JSON.parse(batchText([incident('x', '2020', [], { notes, title: notes })]));
      expect(record.notes).toBe(Buffer.from(notes).toString());
      expect(record.title).toBe(record.notes);
    },
  );

  it('refuses a number that is none', () => {
    const estimate = { low: null, best: Number.NaN, high: null };
    expect(() => batchText([incident('x', '2020', [], { fatalities: estimate })])).toThrow('NaN');
  });
});
