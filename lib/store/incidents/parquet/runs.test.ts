import fc from 'fast-check';
import { ByteWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { expect, it } from 'vitest';
import { runOf, runsOf } from './runs';

function theirs(numbers: readonly number[], width: number): Uint8Array {
  const out = new ByteWriter();
  writeRleBitPackedHybrid(out, numbers as never, width);
  return out.getBytes().slice();
}

it('numbers are written as the library writes them', () => {
  const runs = (width: number) =>
    fc.array(fc.tuple(fc.nat(2 ** width - 1), fc.integer({ min: 1, max: 40 })), { maxLength: 60 });
  const given = fc.integer({ min: 0, max: 17 }).chain((width) => fc.tuple(fc.constant(width), runs(width)));
  const same = fc.property(given, ([width, all]) => {
    const numbers = all.flatMap(([number, times]) => new Array<number>(times).fill(number));
    expect(runsOf(numbers, width)).toEqual(theirs(numbers, width));
  });
  fc.assert(same, { numRuns: 300, seed: 20261129 });
});

it('one number many times is written so, too', () => {
  for (const count of [0, 1, 7, 8, 9, 70_000]) {
    expect(runOf(3, count, 2)).toEqual(theirs(new Array<number>(count).fill(3), 2));
  }
});
