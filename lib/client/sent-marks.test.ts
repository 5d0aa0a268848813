import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEventDate } from '../../testing/series/arbitrary-date';
import type { Mark } from '../query/result';
import { CERTAINTIES, RELATIONS } from '../series/model';
import { readMarks, sentMarks } from './sent-marks';

const figure = fc.option(fc.integer({ min: 0, max: 9 }));
const mark = fc.record({
  id: fc.string({ unit: fc.constantFrom('a', 'ö', '\n', ',') }),
  lane: fc.constantFrom(null, '', 'iskp', 'null'),
  title: fc.string(),
  date: arbitraryEventDate,
  fatalities: fc.record({ low: figure, best: figure, high: figure }),
  relation: fc.constantFrom(null, ...RELATIONS),
  certainty: fc.constantFrom(null, ...CERTAINTIES),
  ...Object.fromEntries(
    ['disputed', 'inLow', 'inBest', 'viewLow', 'viewBest'].map((flag) => [flag, fc.boolean()]),
  ),
}) as unknown as fc.Arbitrary<Mark>;

it('gives back every mark as it was sent', () => {
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 30 }), (marks) => {
      const sent = sentMarks(marks.map((one) => ({ ...one, title: one.title.replaceAll('\u0000', ' ') })));
      expect(sent && readMarks(structuredClone(sent))).toEqual(
        marks.map((one) => ({ ...one, title: one.title.replaceAll('\u0000', ' ') })),
      );
    }),
    { numRuns: 40 },
  );
});

it('sends texts that hold what stands between them another way', () => {
  const [one] = fc.sample(mark, 1);
  expect(sentMarks([{ ...one!, title: 'a\u0000b' }])).toBeNull();
});
