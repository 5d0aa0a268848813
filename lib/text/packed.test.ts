import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './packed';

/** What JSON makes of a value: -0 is 0 there. */
function viaJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Rows as of a table: the same keys, few values. */
const rows = fc.array(
  fc.record(
    {
      day: fc.integer({ min: 19_000, max: 19_200 }),
      name: fc.constantFrom('a', 'b', '~', ''),
      best: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      links: fc.array(fc.record({ actor: fc.constantFrom('x', 'y'), sure: fc.boolean() }), { maxLength: 3 }),
      note: fc.option(fc.record({ text: fc.string(), '~': fc.integer() })),
    },
    { requiredKeys: ['day', 'name', 'links'] },
  ),
  { maxLength: 40 },
);

describe('packed data', () => {
  it.each([
    ['any that JSON can say', fc.jsonValue()],
    ['rows', rows],
  ] as const)('come out as they went in, keys in their order: %s', (_, values) => {
    fc.assert(
      fc.property(values as fc.Arbitrary<unknown>, (value) => {
        const through = unpack(pack(value));
        expect(through).toEqual(viaJson(value));
        expect(JSON.stringify(through)).toBe(JSON.stringify(viaJson(value)));
      }),
    );
  });

  it('are shorter, and hold equal lists once', () => {
    const bins = Array.from({ length: 200 }, (_, at) => ({
      ...{ start: 19_000 + 7 * Math.floor(at / 2), series: at % 2 === 0 ? 'one-actor' : 'another' },
      ...{ low: at, best: at, high: at, basis: null },
    }));
    const data = { activity: { bins }, cells: { bins: bins.map((bin) => ({ ...bin })) } };
    expect(pack(data).length).toBeLessThan(JSON.stringify(data).length / 15);
    const read = unpack<typeof data>(pack(data));
    expect(read.activity.bins).toBe(read.cells.bins);
  });
});
