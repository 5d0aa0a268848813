import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../columns/dictionary';
import { dependenciesOf, type NamedColumn } from './dependencies';

function column(rows: readonly number[]): Dictionary<unknown> {
  return {
    codes: Uint8Array.from(rows),
    values: Array.from({ length: Math.max(...rows) + 1 }, (_, code) => code),
  };
}

/** Whether rows with the same value in one column have the same in another. */
function determines(on: readonly number[], rows: readonly number[]): boolean {
  return rows.every((value, row) => rows[on.indexOf(on[row]!)] === value);
}

describe('dependencies between columns', () => {
  it('are found with the code that follows from each', () => {
    const found = dependenciesOf([
      ['country', column([0, 1, 0, 1, 0, 0])],
      ['dyad', column([2, 0, 1, 0, 2, 1])],
      ['year', column([0, 0, 1, 1, 2, 2])],
      ['same', column([0, 0, 0, 0, 0, 0])],
    ]);
    expect(found).toEqual({
      country: { on: 'dyad', codes: [1, 0, 0] },
      dyad: { on: 'dyad', codes: [0, 1, 2] },
    });
  });

  it('are no longer there where the last of many rows says otherwise', () => {
    const dyads = Array.from({ length: 10_000 }, (_, row) => row % 7);
    const countries = dyads.map((dyad) => dyad % 2);
    const other = [...countries.slice(0, -1), 1 - countries.at(-1)!];
    const named = (rows: readonly number[]): NamedColumn<string>[] => [
      ['dyad', column(dyads)],
      ['country', column(rows)],
    ];
    expect(Object.keys(dependenciesOf(named(countries)))).toEqual(['country', 'dyad']);
    expect(dependenciesOf(named(other))).toEqual({});
  });

  it('are those of any columns, and leave none that follows from another', () => {
    const rows = fc.array(fc.tuple(fc.nat(5), fc.nat(2), fc.nat(3)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, (given) => {
        const all: Readonly<Record<string, readonly number[]>> = {
          a: given.map(([a]) => a),
          b: given.map(([, b]) => b),
          ab: given.map(([a, b]) => a * 3 + b),
          half: given.map(([a]) => a >> 1),
          c: given.map(([, , c]) => c),
        };
        const found = dependenciesOf(
          Object.entries(all).map(([name, list]) => [name, column(list)] as const),
        );
        for (const [name, dependency] of Object.entries(found)) {
          const on = all[dependency!.on]!;
          expect(on.map((code) => dependency!.codes[code])).toEqual(all[name]);
        }
        const counted = Object.keys(all).filter(
          (name) => Math.max(...all[name]!) > 0 && (found[name]?.on ?? name) === name,
        );
        for (const one of counted) {
          for (const other of counted) {
            const isFiner = Math.max(...all[one]!) > Math.max(...all[other]!);
            if (isFiner) expect(determines(all[one]!, all[other]!)).toBe(false);
          }
        }
      }),
      { endOnFailure: true },
    );
  });
});
